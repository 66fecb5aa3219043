import { CATEGORIES, LANES } from '../../../../hotline/ticket/ticket';
import { keyOf, readText, type Word } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { vocabulary } from '../../../phrases';
import type { Words } from '../../../words';
import { type Draft, withWords } from '../draft';
import { kindNamed } from '../steps/kinds';
import { laneNamed } from '../steps/lanes';

/** What puts a kind right is short. */
const LONGEST = 80;

/**
 * "Sửa loại thành rác", "sai loại rồi, tiếng ồn mới đúng", "mùi hôi chứ không phải nước thải"; to the summary also the
 * name of a kind and nothing else. Undefined: it names none.
 */
export function withKindInstead(draft: Draft, heard: Heard, words: Words): Draft | undefined {
  if (draft.lane === null || heard.text.length > LONGEST || heard.text.includes('?')) return undefined;
  const isSummary = draft.waitingFor === 'confirm' || draft.waitingFor === 'change';
  const ofKind = OF_KIND.test(heard.key);
  if (answersKind(draft, heard)) return undefined;
  if (!isSummary && !ofKind && !heard.isCorrection) return undefined;
  const name = bareName(heard.meant.text);
  if (name === '' || !(ofKind || isOfKinds(name))) return undefined;
  // "On" without its accents is "ổn" far more often than "ồn".
  const kind = heard.reply === 'yes' ? undefined : kindOf(name, words);
  return kind && { ...withWords(draft, isButton(heard, words) ? '' : heard.text), ...kind };
}

/** Where the kind is asked for, its name is the answer. */
const answersKind = ({ waitingFor }: Draft, heard: Heard): boolean =>
  waitingFor === 'category' && !heard.isCorrection && kindNamed(heard) !== undefined;

/** "Loại sai, phải là chất thải nguy hại" asks for no rule about it. */
export const putsKindRight = ({ key, text, isCorrection, meant }: Heard): boolean =>
  text.length <= LONGEST &&
  !text.includes('?') &&
  (isCorrection || OF_KIND.test(key)) &&
  namesOnlyKind(meant.text);

/** It is made of the words of kinds alone: "hóa chất độc hại" names one, and tells of no danger. */
export function namesOnlyKind(text: string): boolean {
  const name = bareName(text);
  return name !== '' && isOfKinds(name);
}

const OF_KIND =
  /\b(?:loai|kieu|dang|nhom|muc|the loai|linh vuc)(?: \w+){0,3}? (?:la|thanh|sang|sai|nham)\b|\b(?:thuoc|xep|vao|chon|de) (?:vao )?(?:loai|kieu|nhom|muc|dang|linh vuc) \w|^(?:\w+ ){0,2}(?:sai|nham|sua|doi|chon|thay|chuyen)(?: \w+){0,2} loai\b|^loai dung\b/;

const SMELLS = /^(?:hoi|thoi|thui|hoi thoi|thoi hoi)$/;

type Kind = Pick<Draft, 'lane' | 'category'>;

function kindOf(name: string, words: Words): Kind | undefined {
  const said = { key: keyOf(name), text: name };
  // "Hoi" may be "hỏi" elsewhere; as the name of a kind it is a smell.
  if (SMELLS.test(said.key)) return { lane: 'pollution', category: 'odor' };
  const category =
    CATEGORIES.find((each) => keyOf(words(`category.${each}`)) === said.key) ??
    (LANES.some((each) => keyOf(words(`lane.${each}`)) === said.key) ? undefined : kindNamed(said));
  if (category) return { lane: 'pollution', category };
  const lane = laneNamed(said.key);
  return lane === undefined || lane === 'pollution' ? undefined : { lane, category: null };
}

const isButton = ({ key }: Heard, words: Words): boolean =>
  CATEGORIES.some((each) => keyOf(words(`category.${each}`)) === key) ||
  LANES.some((each) => keyOf(words(`lane.${each}`)) === key);

/** Without what stands around it: "sai loại rồi, tiếng ồn mới đúng nhé" → "tiếng ồn". */
function bareName(text: string): string {
  const { words, text: read } = readText(text);
  const from = words.findIndex((word) => !isBefore(word));
  const to = words.findLastIndex((word) => !isBehind(word));
  return from < 0 ? '' : read.slice(words[from]?.start ?? 0, words[to]?.end ?? 0);
}

const isBefore = vocabulary([
  'dạ muốn xin nhờ anh chị của liên quan đến báo nghĩ trường hợp loại thể phân danh kiểu nhóm mục lĩnh vực phản ánh sửa đổi chọn thay chuyển ghi lại thành sang là thì phải đúng ra',
  'đây nó kiểu dạng cho tôi em mình tui giúp giùm à ủa ơ ừ sai nhầm rồi thuộc về vấn đề tình trạng chuyện vụ việc cái này mới xếp vào đưa',
]);
const isBehind = vocabulary([
  'đi thôi luôn mới phải đúng cơ chứ nhé nha ạ à đó mà nghe giúp giùm tôi em mình rồi bạn ơi với nhe',
]);

/** "Nước màu đen" tells of the matter; a kind is made of such words alone. */
const isOfKinds = (name: string): boolean => readText(name).words.every(isOfKind);

const isOfKind: (word: Word) => boolean = vocabulary([
  'và ô nhiễm môi trường nước thải nước bẩn nguồn nước không khí khói bụi khí thải tiếng ồn ào mùi hôi thối rác thải',
  'chất thải rắn chất thải nguy hại độc hại hóa chất đốt rác rơm rạ ngoài trời khai thác cát đá đất khoáng sản trái phép',
  'phá rừng động vật hoang dã vi phạm đất đai lấn chiếm sai phạm của cán bộ tiêu cực',
  'xả đổ rác bừa bãi chất độc hơi axit xăng dầu nhớt xâm hại thú lấn công tranh chấp do về',
]);

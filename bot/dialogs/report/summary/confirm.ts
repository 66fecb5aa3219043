import { nameBehind, nameIn } from '../../../../nlp/contact';
import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Place } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import type { Words } from '../../../words';
import { saysAnonymous, saysContact } from '../told/absorb';
import { suspected } from '../told/accuses';
import { urges } from '../asides/asides';
import { chosenByNumber } from '../by-number';
import { besideIt, isMore, withFacts, withMore, withNumber } from '../put-right/corrections';
import { type Draft, type Waiting, withWords } from '../draft';
import { partOfName, partSaidWrong } from '../put-right/part-names';
import { namesPlace } from '../put-right/place-instead';
import { partDenied, partRemoved, withUrgency } from '../put-right/parts-wrong';
import { sourceInstead } from '../put-right/source-instead';
import type { StepTools } from '../step';
import { isTalk } from '../told/talk';
import { tellsOn } from '../told/tells-on';
import { nameAlone } from '../steps/name-told';
import { takeName } from '../steps/reporter';
import { deniesTime } from '../put-right/time-instead';
import { CHANGES, partOnButton } from './summary';

/** What the citizen makes of the summary. */
export type Verdict =
  | { type: 'right' }
  | { type: 'change' }
  | { type: 'change_part'; part: Waiting; draft?: Draft }
  | { type: 'corrected'; draft: Draft }
  | { type: 'unclear' };

/** Reads the answer to the summary: a yes, a wish to change, or a correction in free words. */
export function verdictOf(draft: Draft, heard: Heard, tools: StepTools): Verdict {
  const part =
    partToChange(heard, tools.words) ??
    (draft.waitingFor === 'change' ? partNamed(heard) : partSaidWrong(heard.key));
  if (part) return { type: 'change_part', part };
  const denied = partDenied(draft, heard);
  if (denied) return { type: 'change_part', ...denied };
  const other = withUrgency(draft, heard);
  if (other) return { type: 'corrected', draft: other };
  if (heard.key === keyOf(tools.words('choices.change')) || CHANGES_IT.test(heard.key))
    return { type: 'change' };
  const behind = nameBehindNumber(draft, heard);
  return behind === null ? answerTo(draft, heard, tools) : named(draft, behind, tools);
}

function answerTo(draft: Draft, heard: Heard, tools: StepTools): Verdict {
  if (heard.reply === 'yes') return { type: 'right' };
  if (!heard.isCorrection && tellsOn(heard))
    return { type: 'corrected', draft: withFacts(draft, heard, tools.places) };
  if (isNo(draft, heard)) return { type: 'change' };
  if (heard.understood.phone) return { type: 'corrected', draft: withNumber(draft, heard, tools) };
  if (saysAnonymous(heard))
    return {
      type: 'corrected',
      draft: besideIt({ ...draft, anonymous: true, contact: null }, heard, tools.places),
    };
  if (saysContact(heard)) return { type: 'change_part', part: 'contact' };
  const isOfSource = sourceInstead(heard) !== null;
  const name = NAMES_SELF.test(heard.key) && !isOfSource ? nameIn(heard.text) : nameOf(draft, heard);
  if (name !== null) return named(draft, name, tools);
  return told(draft, heard, tools) ?? (soundsLikeYes(heard) ? { type: 'right' } : doubt(heard));
}

/** In danger, or where a number was left: a name by itself. "Anh Dũng" is a commune, too, but not right behind a number. */
const nameOf = ({ urgent, contact }: Draft, { text, key, meant }: Heard): string | null => {
  if (!urgent && contact === null) return null;
  const name = nameAlone(text);
  // "Tạ Quốc Việt" is somebody, and no commune of Quốc Việt.
  const ends = (place: Place): boolean => name !== null && keyOf(name).endsWith(` ${keyOf(place.text)}`);
  return meant.places.every(ends) || (isNameless(contact) && TITLED.test(key)) ? name : null;
};

/** "Anh Dung" right behind a number is somebody, and no yes; "Chính Xác" is one. */
export function nameBehindNumber({ waitingFor, contact }: Draft, heard: Heard): string | null {
  const { text, isRude, reply, control } = heard;
  if (waitingFor !== 'confirm' || !isNameless(contact) || isRude || control !== null) return null;
  return reply === null || CALLED.test(text) ? nameAlone(text, nameBehind) : null;
}
const CALLED = /^\s*(?:[Aa]nh|[Cc]h[ịi]|[Cc][ôo]|[Cc]h[úu]|[Bb][áa]c|[ÔôOo]ng|[Bb][àa])\s+\p{Lu}\p{Ll}/u;

const isNameless = (contact: string | null): boolean => contact !== null && !contact.includes(' · ');
const TITLED = /^(?:anh|chi|co|chu|bac|ong|ba|em) \w+$/;

/** Whose number is not known is asked for it. */
function named(draft: Draft, name: string, tools: StepTools): Verdict {
  const told = takeName(draft, name, tools);
  return told.contact === null
    ? { type: 'change_part', part: 'contact', draft: told }
    : { type: 'corrected', draft: told };
}

/** "Ho Thi No" is somebody, and no "hộ thì no". */
const isNo = (draft: Draft, heard: Heard): boolean =>
  heard.reply === 'no' && (wordCount(heard.key) < FEWEST_OF_NAME || nameOf(draft, heard) === null);
const FEWEST_OF_NAME = 3;

const NAMES_SELF = /\b(?:ten|toi ten|em ten|ho ten|my name)\b/;

/** What is no word at all is not taken for one. */
const soundsLikeYes = ({ intent, understood, key }: Heard): boolean =>
  intent === 'affirm' && understood.confidence >= SURE && !ASKS.test(key);
/** "Dạ gì", "dạ khác hoàn toàn". */
const ASKS = /\b(?:gi|sao|nao|dau|ha|hay|khac|rieng|khong|sai)\b/;

const SURE = 0.7;
const VERY_SURE = 0.85;

const doubt = ({ intent, isCorrection }: Heard): Verdict =>
  intent === 'deny' || isCorrection ? { type: 'change' } : { type: 'unclear' };

/** A correction in free words, or more of the story. */
function told(draft: Draft, heard: Heard, tools: StepTools): Verdict | undefined {
  if (isMore(heard) && wordCount(heard.key) >= FEW)
    return { type: 'corrected', draft: withMore(draft, heard, tools) };
  const doer = draft.lane === 'misconduct' ? undefined : suspected(draft, heard);
  if (doer !== undefined)
    return { type: 'corrected', draft: withWords({ ...draft, source: doer }, heard.text) };
  if (tellsFact(heard) || deniesTime(draft, heard) || addsWords(heard))
    return { type: 'corrected', draft: withFacts(draft, heard, tools.places) };
  return undefined;
}

/** "Cần sửa", "liên hệ" to the summary ask for no procedure, and for nobody's number. */
export const changesSummary = ({ waitingFor }: Draft, heard: Heard): boolean =>
  (waitingFor === 'confirm' && (CHANGES_IT.test(heard.key) || partSaidWrong(heard.key) !== undefined)) ||
  (waitingFor === 'change' && partNamed(heard) !== undefined);

/** By its button, or by its name: "sửa địa điểm", "thêm ảnh". */
export function partToChange(heard: Heard, words: Words): Waiting | undefined {
  const { key, files } = heard;
  const named = partOnButton(key, words);
  if (named) return named;
  if (
    files.length === 0 &&
    /^(?:toi |em |cho toi |minh )?(?:muon )?(?:them|gui them|add) (?:\w+ )?(?:anh|hinh|video|photos?)\b/.test(
      key,
    )
  )
    return 'photos';
  return partSaid(key) ?? partRemoved(heard);
}

/** "Cho tôi sửa loại", "em muốn đổi thời gian ạ". */
export function partSaid(key: string): Waiting | undefined {
  const [, part] = CHANGES_PART.exec(key) ?? [];
  return part === undefined ? undefined : partOfName(part);
}

const CHANGES_PART =
  /^(?:(?:cho|toi|em|minh|tui|muon|can|xin) ){0,4}(?:sua|doi|thay|thay doi|chinh|chinh sua|change|edit)(?: lai| the)?(?: (?:phan|muc|thong tin))? (.{2,20}?)(?: (?:giup|gium|toi|nhe|nha|a|di|voi)){0,2}$/;
/** "Cho tôi sửa lại nhé", "hình như có sai sót". */
const CHANGES_IT =
  /^(?:(?:da|cho|toi|em|minh|tui|muon|can|xin|khoan|doi|hinh nhu|co|de|nho|thoi) ){0,4}(?:(?:sua|chinh sua|thay doi|sua doi|chinh)(?: lai)?(?: (?:giup|gium|toi|nhe|nha|a|di|voi|chut|ti|mot|thong tin|em|ban|da)){0,3}|(?:sai|nham)(?: (?:sot|thong tin|may|vai|mot|chut|it|cho|roi|nhe|nha|a|em|ban)){0,4})$/;

/** To "which part?": its name alone, or where it stands. */
export function partNamed(heard: Heard): Waiting | undefined {
  const numbered = chosenByNumber(heard, CHANGES);
  return CHANGES.find((each) => each === numbered) ?? partOfName(heard.key);
}

/** More than a yes or a no: "không phải, ở phường Y cơ" corrects, and needs no further question. */
const tellsFact = (heard: Heard): boolean =>
  heard.files.length > 0 ||
  heard.point !== null ||
  namesPlace(heard) ||
  heard.meant.time !== null ||
  heard.meant.company !== null ||
  sourceInstead(heard) !== null;

/** More of the story: "đúng rồi nhưng còn mùi thối nữa". Thanks, talk and anger are none. */
function addsWords(heard: Heard): boolean {
  const { key, intent, isRude, isCorrection } = heard;
  const words = wordCount(key);
  const isSaidToUs = isTalk({ intent }) && !urges(key) && !tellsOfMatter(heard) && !onlySoundsLikeTalk(heard);
  if (isRude || isSaidToUs || words < 3) return false;
  if (intent === 'affirm' || intent === 'deny') return ADDS.test(key);
  return !isCorrection || words > 4;
}

/** "Có người rơi xuống chưa thấy đâu" only sounds as if it asked after a report: it names none. */
const tellsOfMatter = ({ intent, key, text, understood }: Heard): boolean =>
  intent === 'ticket.status' &&
  wordCount(key) >= SENTENCE &&
  understood.ticketCodes.length === 0 &&
  !text.includes('?') &&
  !AFTER_ONE.test(key);
const SENTENCE = 6;

/** "Tường bếp nhà tôi nứt một đường dài": to lose a word of the story is worse than to keep one too many. */
export const onlySoundsLikeTalk = ({ key, text, understood }: Heard): boolean =>
  understood.confidence < VERY_SURE && wordCount(key) >= SENTENCE && !text.includes('?') && !TO_US.test(key);
const TO_US = /\b(?:bot|ban|cam on|xin chao|nhan vien|tong dai|hoi)\b/;
const AFTER_ONE =
  /\b(?:phan anh|don|ma|vu truoc|tra cuu|theo doi|ket qua|tra loi|giai quyet|xu ly|sao roi|toi dau|den dau)\b/;

/** Shorter, and it is the name of a part or a control: "thêm ảnh". */
const FEW = 4;
const ADDS = /\b(?:nhung|them|bo sung|con co|con thieu|thieu|ngoai ra|tru|but|also|add)\b/;

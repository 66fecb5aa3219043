import { nameIn } from '../../../../nlp/contact';
import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Places } from '../../../places';
import { absorbFacts, absorbPoint, isDanger, saysAnonymous } from '../told/absorb';
import { categoryTold } from '../told/kind-told';
import { type Draft, withFiles, withWords } from '../draft';
import { namesOnlyKind, withKindInstead } from './kind-instead';
import { withPartRemoved } from './parts-wrong';
import { correctPlace, namesPlace, placesIn, tellsWhere, withLandmark } from './place-instead';
import { sourceInstead } from './source-instead';
import type { StepTools } from '../step';
import { takeContact } from '../steps/reporter';
import { asTime, deniesTime, OF_TIME, standsAgainstTime, timeInstead, timeMeant } from './time-instead';

/**
 * "À nhầm, phường X chứ không phải Y", "không phải hôm qua mà hôm kia", "sửa lại số điện thoại là …", "bỏ tên tôi đi":
 * what was known already is put right, whatever was asked. Undefined: nothing is taken back, or it is not clear what.
 */
export function corrected(draft: Draft, heard: Heard, tools: StepTools): Draft | undefined {
  const { places } = tools;
  const less = withPartRemoved(draft, heard);
  if (less) return less;
  if (saysAnonymous(heard) && draft.contact !== null)
    return besideIt({ ...draft, anonymous: true, contact: null }, heard, places);
  const otherKind = ASKS_KIND.has(draft.waitingFor) ? undefined : withKindInstead(draft, heard, tools.words);
  if (otherKind) return besideIt(otherKind, heard, places);
  if (!heard.isCorrection || tellsWhere(draft, heard)) return undefined;
  if (heard.understood.phone) return withNumber(draft, heard, tools);
  return isKnown(draft, heard) ? withFacts(draft, heard, places) : undefined;
}

/** "Đổi số 0912… và phường là X": the number, and what else is put right in the same breath. */
export function withNumber(draft: Draft, heard: Heard, tools: StepTools): Draft {
  const told = takeContact(draft, heard, tools);
  return isOnlyName(heard) ? told : besideIt(told, heard, tools.places);
}

/** "Cao Ba Thanh, 0912…" is somebody, and no commune Ba Thành. */
function isOnlyName({ meant, text }: Heard): boolean {
  const name = meant.places.length > 0 && meant.time === null ? nameIn(text) : null;
  return name !== null && meant.places.every((place) => keyOf(name).includes(keyOf(place.text)));
}

/** Place, time and source beside what was put right already; the story and the kind stay. */
export function besideIt(draft: Draft, heard: Heard, places: Places): Draft {
  if (heard.meant.time === null && sourceInstead(heard) === null && !namesPlace(heard)) return draft;
  const { words, category, urgent } = draft;
  return { ...withFacts(draft, heard, places), words, category, urgent };
}

/** Of "chiều hôm qua mới đúng" where the time is to be told anew nothing is left to ask. */
export function rightsOpen(before: Draft, after: Draft): boolean {
  const { changing, waitingFor } = before;
  if (changing && waitingFor === 'description') return before.words.length < after.words.length;
  if (changing && waitingFor === 'anonymity') return after.contact !== null;
  const isPart = waitingFor === 'location' || waitingFor === 'time' || waitingFor === 'source';
  return changing && isPart && before[waitingFor] !== after[waitingFor];
}

/** There a kind is the answer. */
const ASKS_KIND: ReadonlySet<Draft['waitingFor']> = new Set(['lane', 'category']);

/** Only what was told before can be told wrong; else it is an answer. */
function isKnown(draft: Draft, heard: Heard): boolean {
  const { meant } = heard;
  return (
    (meant.places.length > 0 && draft.location !== null) ||
    (timeMeant(heard) !== null && draft.time !== null) ||
    deniesTime(draft, heard) ||
    (draft.time !== null && timeInstead(heard) !== null) ||
    (meant.company !== null && draft.source !== null) ||
    (categoryTold(heard) !== null && draft.category !== null) ||
    deniesWords(draft, heard)
  );
}

/** "Heo chứ không phải chó": what is denied stands in the story. */
function deniesWords({ words }: Draft, { understood, key }: Heard): boolean {
  const story = ` ${keyOf(words.join(' '))} `;
  const [, instead] = REPLACES.exec(key) ?? [];
  if (instead !== undefined && story.includes(` ${instead} `)) return true;
  return understood.denied.some((not) =>
    story.includes(` ${keyOf(not).replace(/ (?:dau|nhe|nha|a)$/, '')} `),
  );
}

/** "Sửa cao su thành điều". */
const REPLACES = /\b(?:sua|doi|thay)(?: (?:lai|tu|chu|cho))? (.{2,40}?) (?:thanh|sang|bang) \w/;

/** The place that is not denied, the time, who it was, the kind; the words are kept as they were said. */
export function withFacts(draft: Draft, heard: Heard, places: Places): Draft {
  const { meant, text } = heard;
  // "Không phải chiều thứ sáu mà là hai thang": what stands against a time is one, whatever place has that name.
  const isOfTime = standsAgainstTime(draft, heard);
  const place = placesIn(heard, places).find(
    (each) => !isOfTime && !heard.understood.denied.some((not) => keyOf(not) === keyOf(each.text)),
  );
  const placed = place ? correctPlace(draft, place, places) : withLandmark(draft, heard, places);
  const pointed = heard.point ? absorbPoint({ ...placed, location: null }, heard.point, places) : placed;
  const said = withFiles(withWords(pointed, text), heard.files);
  return {
    ...said,
    time:
      timeTold(draft, heard) ??
      (deniesTime(draft, heard) ? asTime(meant.text) : timeInstead(heard)) ??
      draft.time,
    source: sourceInstead(heard) ?? sourceTold(draft, heard) ?? draft.source,
    // Who puts a place, a time, a source or the words right does not speak of the kind.
    category:
      (place || meant.time || meant.company || OF_WORDS.test(heard.key) ? null : kindTold(draft, heard)) ??
      draft.category,
    urgent: draft.urgent || isDanger(heard),
  };
}

/** "Sửa nội dung: họ phun sơn ngoài trời". */
const OF_WORDS = /^(?:(?:sua|doi|chinh|ghi)(?: lai)? )?(?:noi dung|mo ta)\b/;

/** "Đã nói với chủ trại 3 lần rồi" names nobody else than was named. */
const sourceTold = ({ lane, source }: Draft, { meant, isCorrection, key }: Heard): string | null =>
  lane !== 'misconduct' && (source === null || isCorrection || wordCount(key) <= SHORT)
    ? meant.company
    : null;
const SHORT = 6;

/** "Hai máy xúc làm liên tục" tells more of the story, and no other time than was told. */
const timeTold = ({ time }: Draft, heard: Heard): Draft['time'] =>
  time === null ||
  heard.isCorrection ||
  OF_TIME.test(heard.key) ||
  wordsBeside(heard.meant.time, heard.key) <= FEW_BESIDE
    ? timeMeant(heard)
    : null;

/** More of the story makes another kind of it no more than another time. */
const kindTold = (draft: Draft, heard: Heard): Draft['category'] =>
  draft.category === null || (heard.isCorrection && !isOfWords(draft, heard)) ? categoryTold(heard) : null;

/** "Tiệm sửa xe chứ không phải quán cà phê": some words of the story are others, and the rest of it stays. */
const isOfWords = (draft: Draft, heard: Heard): boolean =>
  wordCount(keyOf(heard.meant.text)) <= FEW_WORDS &&
  !namesOnlyKind(heard.meant.text) &&
  deniesWords(draft, heard);
const FEW_WORDS = 4;

const wordsBeside = (time: Draft['time'], key: string): number =>
  wordCount(key) - wordCount(keyOf(time?.text ?? ''));

const FEW_BESIDE = 3;

/** "Thêm nữa là hôm trước cũng vậy": more of the story; what was told before stays as it was told. */
export function withMore(draft: Draft, heard: Heard, tools: StepTools): Draft {
  const facts = absorbFacts(draft, heard, tools);
  return withWords({ ...facts, category: draft.category ?? categoryTold(heard) }, heard.text);
}

export const isMore = ({ isCorrection, key }: Heard): boolean => !isCorrection && MORE.test(key);

const MORE =
  /^(?:(?:a|u|oi|va|cho|xin|toi|em|minh|tui|da|noi|bao) ){0,3}(?:them|bo sung|con nua|con|ngoai ra|voi lai|nhan tien|quen|also)\b/;

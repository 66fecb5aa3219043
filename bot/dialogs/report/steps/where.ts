import type { Location } from '../../../../hotline/ticket/ticket';
import { maskPhone } from '../../../../nlp/contact';
import { keyOf, wordCount } from '../../../../nlp/fold';
import { landmarkOf } from '../../../../nlp/landmark';
import type { Place } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import type { Places } from '../../../places';
import type { Prompt } from '../../../replies/prompt';
import type { Words } from '../../../words';
import { isMoreOfTheStory, unitOf } from '../told/absorb';
import { type Draft, NOWHERE, UNKNOWN_PLACE } from '../draft';
import type { Step, StepTools } from '../step';
import { whereIn } from '../told/sentences';
import { placeInEnglish } from './english-unit';
import { headsPlace, looksLikePlace, STARTS_AT_PLACE } from './looks-like-place';
import { hasPlaceWord } from './place-words';
import { knowsNoUnit } from './unknown-unit';
import { landmarkSaid, unframed } from './place-frames';

export const location: Step = {
  waiting: 'location',
  required: true,
  answers: ({ meant, point, key, text }) =>
    meant.places.length > 0 || point !== null || (HEADED.test(key) && !text.includes('?')),
  known: ({ location: place, candidates, asked, changing, urgent }) => {
    if (!place || candidates.length > 0) return false;
    if (changing || place.communeCode) return true;
    // The unit could not be told: asked once more, then what was said is taken; in danger a province is enough to be routed.
    return timesAsked(asked) >= (urgent && place.provinceCode ? 1 : 2);
  },
  prompt: (draft, { words, places }) => whereIs(draft, words, places),
  take(draft, heard, tools) {
    if (heard.point) return takePoint(draft, heard.point, tools);
    if (draft.location && knowsNoUnit(heard)) return { ...draft, candidates: [] };
    return heard.text ? takePlace(draft, heard, tools.places) : undefined;
  },
  skip: (draft) =>
    timesAsked(draft.asked) > 1 || (draft.urgent && draft.location)
      ? { ...draft, location: draft.location ?? UNKNOWN, candidates: [] }
      : undefined,
};

/** "Địa chỉ gần trạm y tế" asks for no address. */
const HEADED =
  /^(?:(?:da|a|thi) )?(?:dia (?:chi|diem)|vi tri|noi xay ra|cho do)(?: (?:la|thi|o|tai))* (?:gan|canh|sau|truoc|doi dien|ben|duoi|tren|ngay|so|duong|ngo|hem|kiet|thon|ap|xom|ban|to|khu|nga|chan|dau|cuoi|xa|phuong)(?: (?!(?:dau|nao|gi|khong|may)\b)\w+){1,12}$/;

const timesAsked = (asked: Draft['asked']): number => asked.filter((each) => each === 'location').length;

const UNKNOWN: Location = { ...NOWHERE, text: UNKNOWN_PLACE };

function whereIs({ location: place, candidates, lane, urgent }: Draft, words: Words, places: Places): Prompt {
  const text = place?.text ?? '';
  if (candidates.length > 0) {
    const options = places.namesOf(candidates, place?.provinceCode ?? null);
    const key = options.length < candidates.length ? 'report.askWhichMany' : 'report.askWhich';
    return { text: words(key, { text }), ask: 'location', options };
  }
  if (!text) {
    const asked = lane === 'misconduct' ? 'report.askLocationMisconduct' : 'report.askLocation';
    return { text: words(asked), ask: 'location' };
  }
  if (urgent && !place?.provinceCode)
    return { text: words('report.askProvince', { text }), ask: 'location', options: [words('choices.skip')] };
  return { text: words(beyond(keyOf(text), place) ?? 'report.askCommune', { text }), ask: 'location' };
}

/** At sea and abroad there are no communes: it is said, and the shore asked for. */
function beyond(key: string, place: Location | null): string | undefined {
  if (/\b(?:ngoai khoi|ngoai bien|tren bien|giua bien|hai phan|hai ly|hai li|at sea)\b/.test(key))
    return 'report.askShore';
  return !place?.provinceCode && ABROAD.test(key) ? 'report.askInland' : undefined;
}

const ABROAD =
  /\b(?:o|ben|tai|nuoc) (?:lao|campuchia|cam pu chia|trung quoc|thai lan|nhat ban|han quoc|dai loan|singapore|malaysia|my|uc|duc|phap)$/;

function takePoint(
  draft: Draft,
  point: { lat: number; lon: number },
  { places }: StepTools,
): Draft | undefined {
  const found = places.at(point);
  const text = found && landmarkKept(draft, found.location.text);
  return (
    found && { ...draft, location: { ...found.location, text: text ?? '' }, formerly: null, candidates: [] }
  );
}

const landmarkKept = ({ location: before, candidates }: Draft, unit: string): string =>
  before?.text && !before.communeCode && candidates.length === 0 ? `${before.text}, ${unit}` : unit;

/** What was said before ("gần cầu Nhật Tân") and what is said now ("phường Hồng Hà") make one place. */
function takePlace(draft: Draft, heard: Heard, places: Places): Draft | undefined {
  const left = places.narrowed(draft.candidates, heard.meant);
  if (draft.location && left.length > 0) return narrowedTo(draft, draft.location, left, places);
  if (heard.meant.places.length === 0 && !namesOne(draft, heard)) return undefined;
  const place = placeOf(draft.location?.text ?? '', heard, places);
  const before = isAnother(draft, place, heard) ? null : draft.location;
  const text = together(before?.text ?? '', placeSaid(heard, place, places));
  return place
    ? placedAt(draft, place, places.locationOf(place, text), before?.provinceCode ?? null)
    : { ...draft, location: { ...(before ?? UNKNOWN), text }, formerly: null, candidates: [] };
}

/** "Sửa", while one of several is to be chosen, is none of them and no more of the name. */
const namesOne = (draft: Draft, heard: Heard): boolean =>
  looksLikePlace(heard, draft.misses) &&
  !isStory(draft, heard) &&
  (draft.candidates.length === 0 || hasPlaceWord(heard.meant.text));

/** The story goes on, in a message of its own: "khói vàng khè bay vào khu dân cư", in danger "lửa sắp lan tới bản rồi". */
function isStory({ misses, urgent }: Draft, heard: Heard): boolean {
  if (misses > 0 || headsPlace(heard) || !isMoreOfTheStory(heard)) return false;
  const words = wordCount(heard.key);
  if (heard.understood.confidence >= CERTAIN && words >= STORY) return true;
  return urgent && words >= CRY && STATES.test(heard.key) && !STARTS_AT_PLACE.test(heard.key);
}

const CERTAIN = 0.9;
const STORY = 7;
const CRY = 5;
const STATES = /\b(?:dang|sap|bi|roi|chay|lan|tran|no|so|qua|lam|khong|chet|cuu|dau don|nua)\b/;
/** Another place than those that were offered stands for itself. */
const isAnother = ({ candidates }: Draft, place: Place | undefined, { meant }: Heard): boolean =>
  candidates.length > 0 && place !== undefined && place === meant.places[0];

/** Where it is, of an answer that tells more than that: "gần chợ, phường X, từ hôm qua, gọi tôi …" → "gần chợ, Phường X". */
function placeSaid(heard: Heard, place: Place | undefined, places: Places): string {
  const { meant, understood } = heard;
  const where = whereIn(heard);
  const tellsMore =
    meant.time !== null ||
    understood.phone !== null ||
    meant.text.includes('?') ||
    wordCount(keyOf(where)) > LONG;
  if (!place) return landmarkSaid(maskPhone(meant.text), meant.time?.text ?? '');
  if (!tellsMore) return unframed(maskPhone(where), place.text);
  // Which of several it is will be asked for by the name that was said.
  const unit = place.candidates.length > 0 ? place.text : unitOf(place, places);
  return [landmarkOf(meant.text, place.text), unit].filter(Boolean).join(', ');
}

const LONG = 18;

const together = (before: string, said: string): string =>
  before && !isSame(before, said) ? `${before}, ${said}` : said;

const placedAt = (draft: Draft, place: Place, found: Location, provinceBefore: string | null): Draft => ({
  ...draft,
  location: { ...found, provinceCode: found.provinceCode ?? provinceBefore },
  formerly: place.formerly ?? null,
  candidates: place.candidates,
});

function narrowedTo(draft: Draft, before: Location, left: string[], places: Places): Draft {
  const [only] = left;
  const chosen = left.length === 1 && only !== undefined ? places.placeOf(only) : undefined;
  if (!chosen) return { ...draft, candidates: left };
  return { ...draft, location: places.locationOf(chosen, before.text), candidates: [] };
}

/** By itself, or beside what was said before: "xã Tân Hiệp", then "An Giang". */
function placeOf(before: string, { meant }: Heard, places: Places): Place | undefined {
  const alone = placeAlone(meant, places);
  if (!before || alone?.communeCode || isSame(before, meant.text)) return alone;
  const both = [`${before}, ${meant.text}`, `${meant.text}, ${before}`].flatMap((text) =>
    places.find(text).slice(0, 1),
  );
  const some = both.find(({ candidates }) => candidates.length > 0);
  const named = alone && alone.candidates.length > 0 ? alone : (some ?? alone);
  return both.find(({ communeCode }) => communeCode !== null) ?? named ?? both[0];
}

function placeAlone(meant: Heard['meant'], places: Places): Place | undefined {
  const found = places.mainOf(meant.places);
  if (found?.communeCode) return found;
  return placeInEnglish(meant, places) ?? found ?? places.find(meant.text)[0];
}

const isSame = (a: string, b: string): boolean => keyOf(b).includes(keyOf(a));

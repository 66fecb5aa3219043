import { keyOf } from '../../../nlp/fold';
import type { Place } from '../../../nlp/types';
import type { Heard } from '../../hear';
import type { Places } from '../../places';
import type { Words } from '../../words';
import { absorbPoint, categoryTold } from './absorb';
import { type Draft, type Waiting, withFiles, withWords } from './draft';
import { CHANGES, changeName } from './summary';

/** What the citizen makes of the summary. */
export type Verdict =
  | { type: 'right' }
  | { type: 'change' }
  | { type: 'change_part'; part: Waiting }
  | { type: 'corrected'; draft: Draft }
  | { type: 'unclear' };

const RIGHT =
  /^(?:dung|chuan|chinh xac|gui di|gui|ok|oke|xac nhan|dong y|vang|da|uh|u|phai)(?: (?:roi|vay|a|nhe|di|luon|the|day|do))*$/;

/** Reads the answer to the summary: a yes, a wish to change, or a correction in free words. */
export function verdictOf(draft: Draft, heard: Heard, words: Words, places: Places): Verdict {
  const { key, intent } = heard;
  const part = CHANGES.find((each) => key === keyOf(changeName(words, each)));
  if (part) return { type: 'change_part', part };
  if (key === keyOf(words('choices.change'))) return { type: 'change' };
  if (RIGHT.test(key)) return { type: 'right' };
  const corrected = correct(draft, heard, places);
  if (corrected && tellsFact(heard)) return { type: 'corrected', draft: corrected };
  if (intent === 'affirm') return { type: 'right' };
  if (intent === 'deny') return { type: 'change' };
  return corrected ? { type: 'corrected', draft: corrected } : { type: 'unclear' };
}

/** More than a yes or a no: "không phải, ở phường Y cơ" corrects, and needs no further question. */
const tellsFact = ({ files, point, understood }: Heard): boolean =>
  files.length > 0 || point !== null || understood.places.length > 0 || understood.time !== null;

/** "à nhầm, phường X chứ không phải Y": the place that is not denied, the time, the kind; the words are kept as said. */
function correct(draft: Draft, heard: Heard, places: Places): Draft | undefined {
  const { understood, text } = heard;
  const place = understood.places.find((each) => !isDenied(each, heard));
  const told =
    heard.files.length > 0 || heard.point || place || understood.time || heard.key.split(' ').length > 2;
  if (!told) return undefined;
  const withPlace = place ? correctPlace(draft, place, places) : draft;
  const withPoint = heard.point
    ? absorbPoint({ ...withPlace, location: null }, heard.point, places)
    : withPlace;
  return {
    ...withFiles(withWords(withPoint, text), heard.files),
    time: understood.time ?? draft.time,
    category: categoryTold(heard) ?? draft.category,
    urgent: draft.urgent || understood.urgent,
  };
}

function correctPlace(draft: Draft, place: Place, places: Places): Draft {
  const text = place.communeCode ? places.nameOf(place.communeCode) : place.text;
  const found = place.candidates.length > 0 ? inSameProvince(place, draft, places) : place;
  const provinceCode = found.provinceCode ?? draft.location?.provinceCode ?? null;
  const spoken = found.communeCode ? places.nameOf(found.communeCode) : text;
  return {
    ...draft,
    location: { ...places.locationOf(found, spoken), provinceCode },
    candidates: found.candidates,
  };
}

/** A name that stands in several provinces most likely means the one spoken of before. */
function inSameProvince(place: Place, draft: Draft, places: Places): Place {
  const province = draft.location?.provinceCode;
  return (province && places.chosen(place.candidates, places.provinceName(province))) || place;
}

function isDenied(place: Place, { key }: Heard): boolean {
  const before = key.slice(0, Math.max(0, key.indexOf(keyOf(place.text))));
  return /\b(?:khong phai|chu khong|ko phai)(?: (?:la|o|tai))?(?: (?:xa|phuong|tinh|thanh pho|p|tp|dac khu))? ?$/.test(
    before,
  );
}

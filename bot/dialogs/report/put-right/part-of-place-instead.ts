import { maskPhone } from '../../../../nlp/contact';
import { compose, fold } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';

const LONGEST = 60;

/**
 * "Ấp Bình Hạ chứ không phải ấp Bình Hòa", "không phải số 12 mà là số 21": a part of the place that no gazetteer knows
 * is said otherwise. Undefined: what is denied does not stand in the place, or another unit is named instead.
 */
export function withPartOfPlaceInstead(draft: Draft, { understood, meant }: Heard): Draft | undefined {
  const { location } = draft;
  if (!location || meant.text === understood.text || meant.places.length > 0 || meant.time !== null)
    return undefined;
  const instead = lastPart(meant.text);
  if (instead === '' || instead.length > LONGEST) return undefined;
  const where = compose(location.text);
  const found = understood.denied.map((not) => stretchOf(where, not)).find((each) => each !== undefined);
  if (!found) return undefined;
  const text = `${where.slice(0, found.from)}${maskPhone(instead)}${where.slice(found.to)}`;
  return { ...draft, location: { ...location, text } };
}

/** "Sai rồi, ấp Bình Hạ" → "ấp Bình Hạ". */
const lastPart = (text: string): string =>
  (
    compose(text)
      .split(/[,.;:!]\s/)
      .at(-1) ?? ''
  )
    .replace(LEADS, '')
    .trim();
const LEADS = /^(?:(?:là|la|phải|phai|ở|o|đúng|dung|ra)\s)+/iu;

/** Where it stands, however its accents are typed; letters keep their places when composed. */
function stretchOf(where: string, said: string): { from: number; to: number } | undefined {
  const [folded, not] = [fold(where), fold(said).replace(TAIL, '').trim()];
  const from = folded.indexOf(not);
  const to = from + not.length;
  const isWhole = from >= 0 && not !== '' && !isLetter(folded[from - 1]) && !isLetter(folded[to]);
  return isWhole ? { from, to } : undefined;
}
const TAIL = / (?:dau|nhe|nha|a|em|ban)$/;
const isLetter = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);

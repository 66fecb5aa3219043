import type { Place } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import type { Places } from '../../../places';

/** "In Yen Phong commune, Bac Ninh": in English the kind of a unit stands behind its name. Undefined: none is named so. */
export function placeInEnglish({ text }: Heard['meant'], places: Places): Place | undefined {
  if (!UNIT.test(text)) return undefined;
  const [place] = places.find(inVietnamese(text));
  return place?.communeCode || place?.candidates.length ? place : undefined;
}

const UNIT = / (?:ward|commune|district|province)\b/i;

/** "Near the market in Ba Dinh ward, Hanoi" → "Near the market in phường Ba Dinh, Hanoi". */
const inVietnamese = (text: string): string =>
  text.replace(
    ENGLISH,
    (_all, name: string, kind: string) => `${KINDS[kind.toLowerCase()] ?? ''} ${name.trim()}`,
  );
const ENGLISH =
  /(?<!\p{L})((?:(?!(?:in|at|of|near|from|the|to|on|around|by|behind)\b)[\p{L}'’]{1,20} ){1,4})(ward|commune|district|province)\b/giu;
const KINDS: Readonly<Record<string, string>> = {
  ward: 'phường',
  commune: 'xã',
  district: 'huyện',
  province: 'tỉnh',
};

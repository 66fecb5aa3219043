import { fold } from './fold';

/** Province, series, number: `51F-123.45`, `29C 12345`, `59-X3 123.45`, and the older ones of four digits. */
const PLATE =
  /(?<![\p{L}\d.-])([1-9]\d)([\s-]{0,2})([A-HK-NP-VX-Z]{1,2}?\d??)([\s.-]{0,2})(\d{3}\.?\d{2}|\d{4})(?![\p{L}\d.-]{0,1}\d)/giu;
const BEFORE =
  /(?:bien so|bien kiem soat|bks|bien|bsx|xe(?: (?:tai|ben|may|bon|rac|con|khach|ba gac))?)\W{0,3}(?:xe|so|la)?\W{0,3}$/;

/** Number plates of vehicles in their usual form: `51F-123.45`, `59X3-123.45`, `29H-1234`. */
export function platesIn(text: string): string[] {
  const composed = text.normalize('NFC');
  const plates: string[] = [];
  for (const match of composed.matchAll(PLATE)) {
    const [, province = '', , series = '', , number = ''] = match;
    if (!isPlate(match, composed)) continue;
    const digits = number.replace('.', '');
    const last = digits.length === 5 ? `${digits.slice(0, 3)}.${digits.slice(3)}` : digits;
    plates.push(`${province}${series.toUpperCase()}-${last}`);
  }
  return plates;
}

/** "12a 1234" may be a house; a plate has a sign of its own, or the word before it. */
function isPlate(match: RegExpMatchArray, text: string): boolean {
  const [said, , , series = '', gap = '', number = ''] = match;
  const index = match.index ?? 0;
  if (BEFORE.test(fold(text.slice(Math.max(0, index - 20), index)))) return true;
  if (number.length < 5) return gap.includes('-') && series === series.toUpperCase();
  return series === series.toUpperCase() || /[.-]/.test(said);
}

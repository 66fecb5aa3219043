/** What stands between the parts of a code when people type it. */
const GAP = '[\\s._–-]{0,3}';
const TICKET = new RegExp(
  `(?<![\\p{L}\\d])xh${GAP}(20\\d{2})${GAP}(\\d{3}[ .]\\d{3}|\\d{1,9})(?!\\d)`,
  'giu',
);

/** Codes of reports, as people type them: `xh 2026 123` is `XH-2026-000123`. */
export function ticketCodesIn(text: string): string[] {
  return Array.from(text.matchAll(TICKET), ([, year = '', number = '']) => {
    const digits = number.replace(/\D/g, '').replace(/^0+/, '');
    return digits && `XH-${year}-${digits.padStart(6, '0')}`;
  }).filter(Boolean);
}

/** Ten characters without a letter U; O, I and L are taken for digits. */
const SECRET = /^[0-9A-TV-Z]{10}$/;
const TOKEN = /(?<![\p{L}\d-])[0-9A-Z]{10}(?![\p{L}\d-])/giu;
const GROUPED = /(?<![\p{L}\d-])[0-9A-Z]{2,5}(?:[ -][0-9A-Z]{2,5}){1,4}(?![\p{L}\d-])/gu;

/**
 * The secret of a report in an answer, in capitals and without gaps: alone, as one word, or in groups. It need not
 * be the right one, nor any.
 */
export function secretIn(text: string): string | null {
  const rest = text.replace(TICKET, ' ');
  const whole = plain(rest.trim());
  if (SECRET.test(whole) && /[A-Z]/.test(whole)) return normalise(whole);
  for (const pattern of [TOKEN, GROUPED]) {
    for (const [said] of rest.matchAll(pattern)) {
      const secret = plain(said);
      if (SECRET.test(secret) && /\d/.test(secret) && /[A-Z]/.test(secret)) return normalise(secret);
    }
  }
  return null;
}

const plain = (said: string): string => said.replace(/[\s-]/g, '').toUpperCase();
const normalise = (secret: string): string => secret.replace(/O/g, '0').replace(/[IL]/g, '1');

/** `000.00.10.H29-250115-0001`, `H29.10-251103-0012`: unit, day, running number. */
const DOSSIER =
  /(?<![\p{L}\d.-])(?:\d{3}(?:\.\d{2,3}){0,4}\.)?[A-Z]\d{2}(?:\.\d{1,4}){0,6}\s?[-–]\s?\d{6}\s?[-–]\s?\d{3,6}(?![\p{L}\d])/giu;
/** "mã hồ sơ 12345678", "biên nhận số 01/2026/HS". */
const NAMED =
  /(?:(?:mã|ma)(?: số| so)? (?:hồ sơ|ho so|hs)|(?:số|so) (?:hồ sơ|ho so|hs|biên nhận|bien nhan)|(?:hồ sơ|ho so|biên nhận|bien nhan)(?: số| so)?)(?: (?:là|la|của (?:em|tôi) là))?\s{0,2}[:#]?\s{0,2}([A-Z]{0,4}\d[\dA-Z./-]{3,40})/giu;

const DATE = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;

/** Codes of dossiers as one-stop offices write them, as typed. */
export function dossierCodesIn(text: string): string[] {
  const composed = text.normalize('NFC');
  const codes = Array.from(composed.matchAll(DOSSIER), ([code]) => code);
  for (const [, said = ''] of composed.matchAll(NAMED)) {
    const code = said.replace(/(?<![./-])[./-]+$/, '');
    if (!DATE.test(code) && code.replace(/\D/g, '').length >= 5 && !codes.some((each) => each.includes(code)))
      codes.push(code);
  }
  return codes;
}

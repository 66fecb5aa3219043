/** Between digits people write spaces, dots, dashes and brackets, seldom more than three. */
const GAP = '[\\s.()\\-–]{0,3}';
/** A Vietnamese number: from 0 or +84, then nine digits, or ten for the landlines, which begin with 2. */
const PHONE = new RegExp(
  `(?<!\\d)(?<!\\d[.,])(?:\\+?84${GAP}0?|0)(?:${GAP}2(?:${GAP}\\d){9}|(?:${GAP}\\d){9})(?!\\d)`,
  'g',
);

/** The first phone number of a text, as E.164. */
export function phoneIn(text: string): string | null {
  const [number] = text.match(PHONE) ?? [];
  if (number === undefined) return null;
  return `+84${number.replace(/\D/g, '').replace(/^(?:84)?0|^84/, '')}`;
}

/** Text with its phone numbers blotted out but for the last three digits. */
export function maskPhone(text: string): string {
  return text.replace(PHONE, (number) => `••• ••• ${number.replace(/\D/g, '').slice(-3)}`);
}

/** What is left of an answer to "name and phone" once the number and the small talk are taken out. */
export function nameIn(text: string): string | null {
  const name = text
    .normalize('NFC')
    .replace(PHONE, ' ')
    .replace(
      /(?<!\p{L})(?:số điện thoại|điện thoại|sđt|sdt|đt|liên hệ|tên|là|tôi|mình|em|cháu|tui|dạ|vâng|ạ|nhé|nha|ơi|số)(?!\p{L})/giu,
      ' ',
    )
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.length >= 2 && name.length <= 80 ? name : null;
}

/** Codes of reports, as people type them: `xh 2026 000123` too. */
export function ticketCodesIn(text: string): string[] {
  return Array.from(
    text.matchAll(/\bxh[\s–-]?(\d{4})[\s–-]?(\d{6,})\b/gi),
    ([, year, number]) => `XH-${year}-${number}`,
  );
}

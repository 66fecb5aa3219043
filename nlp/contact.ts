/** A Vietnamese phone number as people write it: 10 digits from 0, or with +84, parted by spaces, dots or dashes. */
const PHONE = /(?<!\d)(?:\+?84|0)[\s.-]?(?:\d[\s.-]?){8}\d(?!\d)/;

/** The first phone number of a text, as E.164. */
export function phoneIn(text: string): string | null {
  const match = PHONE.exec(text);
  if (!match) return null;
  return `+84${match[0].replace(/\D/g, '').replace(/^(?:84|0)/, '')}`;
}

/** Text with its phone numbers blotted out but for the last three digits. */
export function maskPhone(text: string): string {
  return text.replace(new RegExp(PHONE, 'g'), (number) => `••• ••• ${number.replace(/\D/g, '').slice(-3)}`);
}

/** What is left of an answer to "name and phone" once the number and the small talk are taken out. */
export function nameIn(text: string): string | null {
  const name = text
    .normalize('NFC')
    .replace(PHONE, ' ')
    .replace(
      /(?<!\p{L})(?:số điện thoại|điện thoại|sđt|sdt|đt|liên hệ|tên|là|tôi|mình|em|cháu|tui|dạ|vâng|số)(?!\p{L})/giu,
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
    text.matchAll(/\bxh[\s-]?(\d{4})[\s-]?(\d{6,})\b/gi),
    ([, year, number]) => `XH-${year}-${number}`,
  );
}

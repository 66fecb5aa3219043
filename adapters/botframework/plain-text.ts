/** What Teams puts between words. Only what it is known to use, so that "pH < 5" and "<3" stay. */
const PICTURE = /<(?:emoji|img)\b[^<>]{0,2000}>/gi;
const INSTEAD = / alt="([^"<>]{0,40})"/i;
const LINE_END = /<(?:br\b[^<>]{0,500}|\/(?:p|div|li|tr|h[1-6]|blockquote))>/gi;
const TAG =
  /<\/?(?:at|p|div|span|br|b|strong|i|em|u|s|strike|a|ul|ol|li|blockquote|pre|code|h[1-6]|table|tbody|tr|td|font|emoji|img|attachment)\b[^<>]{0,2000}>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|lt|gt|quot|apos|amp));/gi;
const NAMED: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The words of a text that may be marked up as HTML. */
export function withoutMarkup(text: string): string {
  return text
    .replace(PICTURE, (picture) => INSTEAD.exec(picture)?.[1] ?? '')
    .replace(LINE_END, '\n')
    .replace(TAG, '')
    .replace(ENTITY, decoded)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

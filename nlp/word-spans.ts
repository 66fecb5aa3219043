/** A stretch of text that is one word: first place, and one after the last. */
export interface Span {
  start: number;
  end: number;
}

/** Letters, digits and their marks, in any script. */
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** What cannot be seen belongs to the word it lies in: soft hyphens, zero-width characters. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Up to here lies nearly all that people type here; a table is ten times as fast as asking the expressions. */
const TABLE = 0x2070;
const kinds = Uint8Array.from({ length: TABLE }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): 0 | 1 | 2 {
  return LETTER.test(character) ? 1 : INVISIBLE.test(character) ? 2 : 0;
}

/** The words of a text in order: letters and digits in a row; everything else parts them. */
export function wordSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length;) {
    const first = kindAt(text, at);
    if (first !== 1) {
      at += widthAt(text, at);
      continue;
    }
    const end = endOfWord(text, at);
    spans.push({ start: at, end });
    at = end;
  }
  return spans;
}

/** After the last letter of the word that begins here; what is invisible counts only between letters. */
function endOfWord(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; at += widthAt(text, at)) {
    const kind = kindAt(text, at);
    if (kind === 0) break;
    if (kind === 1) end = at + widthAt(text, at);
  }
  return end;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < TABLE ? (kinds[code] ?? 0) : kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Characters beyond the first plane take two places. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

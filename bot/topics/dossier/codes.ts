import type { Heard } from '../../hear';

/** Tried at once. */
const MOST = 8;
/** A number with fewer digits may be anything, unless a code was asked for. */
const DIGITS = 4;
const LONGEST = 60;

export interface Codes {
  /** What looks like a code of a dossier, likeliest first, as it was typed. */
  likely: string[];
  /** All that may be one, if there is such a dossier. */
  possible: string[];
}

/**
 * Codes of dossiers in a message. Offices write them in many ways, and people leave out the signs between the parts: words
 * with digits that stand side by side are tried one by one and together. `asked`: a code was asked for, `also` while a report asks something of its own.
 */
export function codesIn({ text, understood }: Heard, asked: false | 'also' | 'only'): Codes {
  const named = understood.dossierCodes;
  const groups = groupsOf(text.normalize('NFC')).filter(
    (group) => !isOther(group.join(''), understood.phone),
  );
  const together = groups.filter((group) => group.length > 1).map((group) => group.join(' '));
  const all = [...named, ...together, ...groups.flat()];
  const possible = all.filter((code) => digitsOf(code) >= (asked ? 1 : DIGITS) && code.length <= LONGEST);
  const typed =
    asked === 'only' ? [...together, ...groups.flat()].filter((code) => digitsOf(code) >= DIGITS) : [];
  const meant = possible.flatMap((code) => asDigits(code));
  return {
    likely: [...new Set([...named, ...typed])],
    possible: [...new Set([...possible, ...meant])].slice(0, MOST),
  };
}

/** Words with digits that stand side by side. */
function groupsOf(text: string): string[][] {
  const groups: string[][] = [[]];
  for (const [word] of text.slice(0, READ).matchAll(WORD)) {
    if (/\d/.test(word)) groups.at(-1)?.push(word);
    else groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** Of a longer message only the beginning is read. */
const READ = 4_096;
/** Letters, digits, and the signs that stand within a code. */
const WORD = /[\p{L}\d]+(?:[./_–-]{1,3}[\p{L}\d]+)*/gu;

const digitsOf = (code: string): number => code.replace(/\D/g, '').length;

const DATE = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;
/** A citizen's identity number: twelve digits, nothing else. */
const IDENTITY = /^0\d{11}$/;

/** A date, a phone, an identity number: not to be looked for, nor to be read back. */
const isOther = (joined: string, phone: string | null): boolean =>
  DATE.test(joined) || IDENTITY.test(joined) || (phone !== null && joined.endsWith(phone.slice(-9)));

/** An O or an l between digits is a slip: `261102-0OO1`. */
function asDigits(code: string): string[] {
  const digits = code.replace(/(?<=[\d./_-][oil]{0,6})[oil](?=[oil]{0,6}(?:[\d./_-]|$))/giu, (letter) =>
    letter.toLowerCase() === 'o' ? '0' : '1',
  );
  return digits === code ? [] : [digits];
}

import { kindOf, TYPES } from './types';

const LONGEST = 120;

/** Controls, and the invisible marks that turn `anh[RLO]gpj.exe` around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\u{FFFD}]/gu;

/**
 * A name that is safe to show, to save and to put in a header: no folders, nothing invisible, an ending that fits
 * what the file is. `"..\\x/Ảnh 1.HTML"` of type `image/png` → `"Ảnh 1.HTML.png"`.
 */
export function fileName(given: string, type: string): string {
  const endings = TYPES[type]?.endings ?? [];
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = /\.([^.]{1,10})$/.exec(clean)?.[1]?.toLowerCase() ?? '';
  const fits = endings.includes(ending);
  const stem = fits ? clean.slice(0, -ending.length - 1) : clean;
  const end = fits ? ending : (endings[0] ?? 'bin');
  return `${shorten(stem, LONGEST - end.length - 1) || plainName(type)}.${end}`;
}

function plainName(type: string): string {
  return { picture: 'anh', paper: 'tep', video: 'video', sound: 'ghi-am' }[kindOf(type)];
}

/** By whole characters, so that no letter is cut in half. */
function shorten(text: string, longest: number): string {
  return [...text].slice(0, longest).join('').trim();
}

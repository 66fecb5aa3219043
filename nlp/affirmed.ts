import { readText, type Reading } from './fold';

/** "Hổng" is spelt out already, but for its accents. */
const NOT: ReadonlySet<string> = new Set(['khong', 'hong', 'chang', 'hem']);
/** "Phải", with the slips of a hurried thumb. */
const IS: ReadonlySet<string> = new Set(['phai', 'phia', 'pahi', 'pai', 'phaii', 'fai']);
/** So many words before "không phải" are no "à" or "ơ" any more. */
const LEAD = 2;
/** What is meant begins so where what is denied has commas of its own. */
const AT: ReadonlySet<string> = new Set(['o', 'tai', 'phai', 'la']);
/** A correction is short. */
const LONGEST = 300;

/**
 * What is meant where something else is denied beside it: "không phải hôm qua mà hôm kia" → "hôm kia",
 * "phường X chứ không phải Y" → "phường X". Undefined when nothing is denied so.
 */
export function affirmedPart(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const said = readText(text);
  const at = said.words.findIndex(({ folded }, index) => {
    const next = said.words[index + 1]?.folded;
    return NOT.has(folded) && next !== undefined && IS.has(next);
  });
  if (at < 0 || isEmphasis(said, at + 2)) return undefined;
  const isAfterwards = said.words[at - 1]?.folded === 'chu' || (at > LEAD && !saysBut(said, at));
  return isAfterwards ? before(said, at) : (after(said, at + 2) ?? before(said, at));
}

/** "Đêm nào cũng xả chứ không phải một lần": nothing was told wrong. */
const isEmphasis = ({ words }: Reading, from: number): boolean =>
  EMPHASIS.has(words[from]?.folded ?? '') ||
  EMPHASIS.has(`${words[from]?.folded ?? ''} ${words[from + 1]?.folded ?? ''}`);
const EMPHASIS: ReadonlySet<string> = new Set([
  ...['chi', 'rieng', 'it', 'mot lan', '1 lan', 'mot hai', 'lan dau', 'lan mot', 'mot minh', 'tu nhien'],
  ...['ngay mot', 'doi ba', 'dua', 'choi', 'gia bo', 'vua'],
]);

const saysBut = ({ words }: Reading, from: number): boolean =>
  words.some(({ folded }, index) => index > from && folded === 'ma');

/** "… mà (là) B", or "…, B". */
function after(said: Reading, from: number): string | undefined {
  const { words } = said;
  const but = words.findIndex(({ folded }, index) => index > from && folded === 'ma');
  const parted = words.flatMap((_word, index) => (index >= from && isParted(said, index - 1) ? [index] : []));
  // "Không phải thôn 3, xã Tân Hà, ở phường B'Lao mới đúng": the place that is meant begins with "ở".
  const comma = parted.find((index) => AT.has(words[index]?.folded ?? '')) ?? parted[0] ?? -1;
  const starts = but >= 0 ? but + 1 : comma;
  if (starts < 0) return undefined;
  return part(said, words[starts]?.folded === 'la' ? starts + 1 : starts, words.length);
}

/** "A chứ không phải …" */
function before(said: Reading, at: number): string | undefined {
  return part(said, 0, said.words[at - 1]?.folded === 'chu' ? at - 1 : at);
}

const isParted = ({ text, words }: Reading, index: number): boolean =>
  /[,.;:\n]/.test(text.slice(words[index]?.end ?? 0, words[index + 1]?.start ?? 0));

function part({ text, words }: Reading, from: number, to: number): string | undefined {
  const cut = text.slice(words[from]?.start ?? text.length, words[to - 1]?.end ?? 0).trim();
  return cut || undefined;
}

import { type Reading, readText } from './fold';

/** How many words before a commune's name may still tell where in it. */
const REACH = 14;
const AT = new Set(['ở', 'tại']);
const NEAR = new Set(
  'gần cạnh trước sau ngay số đường ngõ ngách hẻm khu kcn ccn thôn ấp bản chợ cầu bờ đoạn tổ kp đối'.split(
    ' ',
  ),
);
const UNITS = new Set(['xã', 'phường', 'p', 'x', 'đặc', 'khu', 'tt', 'thuộc']);

/**
 * What is said of the place before its commune is named: "xả ra sông gần cầu Nhật Tân, phường Hồng Hà" →
 * "gần cầu Nhật Tân". Empty when nothing is.
 */
export function landmarkBefore(text: string, commune: string): string {
  const said = readText(text);
  const at = said.text.indexOf(commune);
  if (at < 0) return '';
  let end = said.words.findLastIndex((word) => word.end <= at) + 1;
  while (end > 0 && is(said, end - 1, UNITS)) end--;
  const from = startOf(said, end);
  if (from === undefined || from >= end) return '';
  return said.text.slice(said.words[from]?.start, said.words[end - 1]?.end);
}

/** After the nearest "ở" or "tại"; else from the first word that places something, both in the same sentence. */
function startOf(said: Reading, end: number): number | undefined {
  let first: number | undefined;
  for (let index = end - 1; index >= Math.max(0, end - REACH); index--) {
    if (is(said, index, AT)) return index + 1;
    if (is(said, index, NEAR)) first = index;
    if (endsSentence(said, index - 1)) break;
  }
  return first;
}

/** Accented text must have the word's accents: "cho" is no "chợ". */
function is(said: Reading, index: number, words: ReadonlySet<string>): boolean {
  const word = said.words[index];
  if (!word) return false;
  return said.accented ? words.has(word.typed) : plain(words).has(word.folded);
}

const plainSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
function plain(words: ReadonlySet<string>): ReadonlySet<string> {
  const known = plainSets.get(words) ?? new Set([...words].map((word) => readText(word).folded.trim()));
  plainSets.set(words, known);
  return known;
}

function endsSentence(said: Reading, index: number): boolean {
  const [word, next] = [said.words[index], said.words[index + 1]];
  return !word || !next || /[.!?;\n]/.test(said.text.slice(word.end, next.start));
}

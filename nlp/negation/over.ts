import type { Reading } from '../fold';
import { noMore, noThing } from './denied';
import { endsAsQuestion, type Found, isAsked, isDone, isParted, isWished, spots } from './words';

/** Is what was told of over: "đỡ rồi", "đã dọn sạch", "họ ngưng rồi"? Not when it is only wished, or came back. */
export function isOver(said: Reading): boolean {
  const found = spots(said);
  const over = found.filter((each) => tellsEnd(each, found, said) && !isAsked(each, found, said));
  const last = over.at(-1);
  if (!last) return false;
  return !found.some(({ list, from }) => list === 'back' && from >= last.from) && !endsAsQuestion(said, last);
}

function tellsEnd(each: Found, found: readonly Found[], said: Reading): boolean {
  if (isDone(each, found) || isWished(each, found, said)) return false;
  if (each.list === 'ended' || each.list === 'endedSpelt' || each.list === 'cleaned')
    return closes(each, found, said);
  if (each.list === 'none')
    return said.words[each.to - 1]?.folded === 'con' && noThing(each, found, said).length > 0;
  const isGone = each.list === 'gone' || each.list === 'stopped';
  return (
    isGone &&
    noMore(each, found, said).length > 0 &&
    found.some(({ list, from }) => list === 'end' && from > each.from)
  );
}

const AFTER = new Set(
  'a nhe nha ad anh em chi chu oi cam roi nen nhung ma do lau hom tu luc hoi sang chieu toi may day het va luon'.split(
    ' ',
  ),
);

/** The clause ends with it: "phát dọn rồi đốt" and "xong rồi cá chết" go on. */
function closes({ from, to }: Found, found: readonly Found[], said: Reading): boolean {
  const next = said.words[to];
  const isLast = !next || isParted(said, to - 1, to) || AFTER.has(next.folded);
  const after =
    isLast ||
    (said.words[to - 1]?.folded !== 'roi' && found.some((each) => each.list === 'thing' && each.from === to));
  return after && !(said.words[from]?.folded === 'het' && !startsOrThing(from, found, said));
}

/** "mùi hết rồi", and "hết rồi" alone; "chạy hết rồi" is no end. */
function startsOrThing(from: number, found: readonly Found[], said: Reading): boolean {
  if (from === 0 || isParted(said, from - 1, from)) return true;
  const before = said.words[from - 1]?.folded ?? '';
  return (
    ['da', 'gio', 'nay', 'thay', 'thi', 'cung'].includes(before) ||
    found.some((each) => each.list === 'thing' && each.to === from)
  );
}

import type { Reading } from '../fold';
import { type Found, isAsked, isDone, isParted, isWished, spots } from './words';

/** Words of a message by their indexes; `to` is the word after the last. */
export interface Stretch {
  from: number;
  to: number;
}

const FURTHEST = 6;

/**
 * Words that are told not to be so: of "hết mùi rồi" the smell, of "không phải rác mà là xà bần" the rubbish. "Không
 * chịu nổi", "không ai xử lý", "không thu gom rác" and questions deny nothing. Words are counted as in the reading.
 */
export function deniedSpans(said: Reading): Stretch[] {
  const found = spots(said);
  if (found.length === 0) return [];
  return found
    .flatMap((each) => {
      if (isAsked(each, found, said)) return [];
      if (each.list === 'none') return noThing(each, found, said);
      if (each.list === 'notThat') return notThat(each, found, said);
      if (each.list === 'gone' || each.list === 'stopped') return noMore(each, found, said);
      return [];
    })
    .filter(({ from, to }) => from < to);
}

/** "không còn mùi hôi": from the thing to the end of the clause. */
export function noThing(none: Found, found: readonly Found[], said: Reading): Stretch[] {
  if (isThingAt(none.to, found, said)) return [{ from: none.to, to: endOfDenied(none.to, found, said) }];
  return said.words[none.to - 1]?.folded === 'con' ? thingBefore(none, found, said) : [];
}

function notThat(not: Found, found: readonly Found[], said: Reading): Stretch[] {
  if (found.some(({ list, from }) => list === 'but' && from === not.to)) return [];
  const longer = found.some(({ list, from, to }) => list === 'notThat' && from === not.from && to > not.to);
  const to = endOfDenied(not.to, found, said);
  return longer || to === not.to ? [] : [{ from: not.to, to }];
}

/** "hết mùi rồi", "ngừng xả rồi", "mùi hết rồi"; "đổ hết rác" and "hết chịu nổi" tell of no end. */
export function noMore(gone: Found, found: readonly Found[], said: Reading): Stretch[] {
  if (isDone(gone, found) || isWished(gone, found, said)) return [];
  if (isThingAt(gone.to, found, said)) {
    const to = endOfDenied(gone.to, found, said);
    const isTold =
      gone.list === 'gone' ||
      found.some((each) => each.list === 'end' && each.from >= gone.to && each.to <= to + 1);
    return isTold ? [{ from: gone.to, to }] : [];
  }
  const ends = found.some(({ list, from }) => list === 'end' && from === gone.to);
  return ends ? thingBefore(gone, found, said) : [];
}

/** "không còn chút mùi nào" too. */
const FILLERS = new Set('chut ti mot cai bat thay nghe ngui bi con may nhieu'.split(' '));

function isThingAt(index: number, found: readonly Found[], said: Reading): boolean {
  if (isParted(said, index - 1, index)) return false;
  const first = FILLERS.has(said.words[index]?.folded ?? '') ? index + 1 : index;
  return found.some(({ list, from }) => list === 'thing' && (from === index || from === first));
}

/** "mùi thì hết rồi": the words before it in the clause, when a thing is among them. */
function thingBefore({ from: end }: Found, found: readonly Found[], said: Reading): Stretch[] {
  const thing = found.find(
    ({ list, from, to }) => list === 'thing' && to <= end && end - to <= 2 && !isParted(said, from, end),
  );
  return thing ? [{ from: thing.from, to: end }] : [];
}

function endOfDenied(start: number, found: readonly Found[], said: Reading): number {
  let to = start;
  while (to < said.words.length && to - start < FURTHEST) {
    if (to > start && isParted(said, to - 1, to)) break;
    if (found.some(({ list, from }) => (list === 'stop' || list === 'end') && from === to)) break;
    to++;
  }
  return to;
}

import { DAY, day, HOUR, type Span, type Today } from './calendar';
import { type Moment, spanOf } from './moment';
import { PARTS } from './parts';
import type { Hours } from './rule';
import type { Timeline } from './timeline';

/** One thing that a message tells of time: since when, when, or how often. */
export interface Telling {
  from: number;
  to: number;
  is: 'since' | 'when' | 'habit';
  span: Span | null;
  moment: Moment;
  /** A time of the day without a date. */
  bare: boolean;
}

const NOW = '(?:bay gio|bay chu|gio|nay|hom nay|hien nay|hien tai|chu|luc nay|bua ni|ni)';
/** "sáng tới giờ", "hôm qua đến nay", "sáng giờ". */
const UNTIL_NOW = new RegExp(
  `(?:(?: cho)? (?:den|toi)(?: tan)? ${NOW}| gio)(?![\\p{L}\\p{N}]|:\\d)(?! \\d)`,
  'uy',
);
const UNTIL = /(?:(?: cho)? (?:den|toi)(?: luc| khoang| tam| gan(?! sang))? |-)/uy;
const SINCE_FILLERS = new Set('hoi luc khoang tam dau ngay hom khi tan nhung cach gan hon'.split(' '));

export function tellingsIn(timeline: Timeline, moments: readonly Moment[], today: Today): Telling[] {
  const tellings: Telling[] = [];
  for (let index = 0; index < moments.length; index++) {
    const [moment, next] = [moments[index], moments[index + 1]];
    if (!moment || moment.alone?.is === 'never') continue;
    const telling = tellingOf(timeline, moment, today);
    const last = next && reaches(timeline, moment, next) ? next : undefined;
    if (last) index++;
    tellings.push(last ? until(telling, last, timeline, today) : telling);
    while ((moments[index + 1]?.from ?? Infinity) < telling.to) index++;
  }
  return tellings;
}

function tellingOf(timeline: Timeline, moment: Moment, today: Today): Telling {
  const { alone, days } = moment;
  const from = sinceWord(timeline, moment.from);
  const to = wordAfter(timeline, moment.to, UNTIL_NOW);
  const lasts = alone?.is === 'lasting' || from < moment.from || to > moment.to;
  const bare = !alone && !days;
  if (alone?.is === 'habit')
    return { from: moment.from, to: moment.to, is: 'habit', span: null, moment, bare };
  if (!lasts)
    return { from: moment.from, to: moment.to, is: 'when', span: spanOf(moment, today), moment, bare };
  const since = alone?.is === 'lasting' ? alone.since : (spanOf(moment, today)?.from ?? null);
  const span = since === null || since > today.now ? null : { from: since, to: today.now };
  return { from, to, is: 'since', span, moment, bare: false };
}

/** Where "từ", "kể từ" stands before a time; the time itself when it does not. */
function sinceWord({ tokens, line, at }: Timeline, first: number): number {
  for (let index = first - 1; index >= Math.max(0, first - 3); index--) {
    const token = tokens[index] ?? '';
    if (token === 'tu') return tokens[index - 1] === 'ke' ? index - 1 : index;
    if (!SINCE_FILLERS.has(token)) break;
  }
  return sinceTheyDid({ tokens, line, at }, first) ?? first;
}

/** "Từ lúc họ lắp tháng trước": what was done then stands between, in one breath. */
function sinceTheyDid(
  { tokens, line, at }: Pick<Timeline, 'tokens' | 'line' | 'at'>,
  first: number,
): number | undefined {
  for (let index = first - 2; index > Math.max(0, first - MOST_DONE); index--) {
    if (/[|,]/.test(line[(at[index + 1] ?? 0) - 1] ?? '|') || /\d/.test(tokens[index] ?? ''))
      return undefined;
    if (SINCE_DOING.has(tokens[index] ?? '') && tokens[index - 1] === 'tu') return index - 1;
  }
  return undefined;
}
const SINCE_DOING = new Set('luc khi hoi ngay bua hom dao'.split(' '));
const MOST_DONE = 9;

function wordAfter({ line, at, tokens }: Timeline, word: number, says: RegExp): number {
  says.lastIndex = word < tokens.length ? (at[word] ?? 0) - 1 : line.length;
  if (!says.test(line)) return word;
  let next = word;
  while (next < at.length && (at[next] ?? 0) < says.lastIndex) next++;
  return next;
}

/** "từ 10h đêm tới 4h sáng": the next time is where this one ends. */
function reaches({ line, at }: Timeline, moment: Moment, next: Moment): boolean {
  if (moment.alone || next.alone || moment.to >= at.length) return false;
  UNTIL.lastIndex = (at[moment.to] ?? 0) - 1;
  return UNTIL.test(line) && UNTIL.lastIndex === at[next.from];
}

function until(start: Telling, end: Moment, timeline: Timeline, today: Today): Telling {
  const from = sinceWord(timeline, start.moment.from);
  const bare = !start.moment.days && !end.days;
  return {
    from,
    to: end.to,
    is: 'when',
    span: stretch(start.moment, end, today),
    moment: start.moment,
    bare,
  };
}

/** From the one to the other; what has no date of its own is of the day of the other. */
function stretch(start: Moment, end: Moment, today: Today): Span | null {
  const hours = start.hours ?? hoursFrom(start, end);
  const days = start.days ?? end.days;
  const first = spanOf({ ...start, ...(hours && { hours }), ...(days && { days }) }, today);
  if (!first) return null;
  return end.days ? untilDay(first, start, end, today) : untilHour(first, end, today);
}

/** "từ 7 đến 9h tối": both in the evening; "từ 10h tới 2h sáng": the first before midnight. */
function hoursFrom(start: Moment, end: Moment): Hours | undefined {
  if (!start.clock || !end.clock) return undefined;
  const isBeforeMidnight = end.hours && end.hours.to <= 12 && start.clock.hour > end.clock.hour;
  return isBeforeMidnight ? PARTS['dem'] : end.hours;
}

function untilDay(first: Span, start: Moment, end: Moment, today: Today): Span | null {
  const last = spanOf(end, today);
  if (!last) return null;
  // "từ thứ hai đến thứ sáu tuần trước": the first is of the week of the last.
  const isAhead = start.days?.leans === 'on-word' && last.to <= first.from;
  const from = isAhead ? first.from - 7 * DAY : first.from;
  return last.to > from ? { from, to: end.clock ? last.from : last.to } : null;
}

/** The hours of an end without a date follow those of the start. */
function untilHour(first: Span, end: Moment, today: Today): Span {
  const midnight = midnightOf(first.from);
  const last = spanOf({ ...end, days: { is: 'days', span: day(midnight) } }, { ...today, now: Infinity });
  if (!last) return first;
  const to = end.clock ? last.from : last.to;
  return { from: first.from, to: to > first.from ? to : to + DAY };
}

const midnightOf = (local: number): number => Math.floor(local / DAY) * DAY;

/** So long that it cannot be once: "3 ngày nay". */
export const isLong = ({ span }: Telling): boolean => span === null || span.to - span.from > 36 * HOUR;

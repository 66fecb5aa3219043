import { DAY, HOUR, MINUTE, type Span, type Today } from './calendar';
import type { Piece } from './find';
import { parts } from './not-time';
import { hourWithin, SURE_PARTS } from './parts';
import type { Hours, Told } from './rule';
import type { Timeline } from './timeline';

type Days = Extract<Told, { is: 'days' }>;
type Clock = Extract<Told, { is: 'clock' }>;

/** Pieces that stand together and tell one time: "khoảng 22h30 tối hôm qua". */
export interface Moment {
  from: number;
  to: number;
  days?: Days;
  hours?: Hours;
  clock?: Clock;
  /** A stretch that needs no other piece. */
  alone?: Exclude<Told, Days | Clock | { is: 'part' }>;
}

/** Between pieces of one time. */
const FILLERS = new Set('luc vao khoang tam co chung hoi hom buoi ngay bua cua khi gan hon dung'.split(' '));
/** Before a time of the day that needs no date: "hồi chiều", "lúc 2h". */
const CUES = new Set('luc vao khoang tam co chung hoi khi ban tu den cu ca suot gan hon dung ke'.split(' '));
const WEEKDAY_CUES = new Set('ngay hom bua vao luc tu den cu moi sang trua chieu toi dem qua roi'.split(' '));

export function momentsIn(timeline: Timeline, pieces: readonly Piece[]): Moment[] {
  const moments: Moment[] = [];
  for (const piece of pieces) {
    const last = moments.at(-1);
    if (last && fits(last, piece, timeline)) take(last, piece);
    else if (!needsAnother(piece, timeline)) moments.push(take({ from: piece.from, to: piece.to }, piece));
  }
  return moments.filter((moment) => stands(moment, timeline));
}

function take(moment: Moment, { to, told }: Piece): Moment {
  moment.to = to;
  if (told.is === 'days') moment.days = told;
  else if (told.is === 'part') moment.hours = told.hours;
  else if (told.is === 'clock') moment.clock = told;
  else moment.alone = told;
  return moment;
}

/** Each kind once, and nothing but small words between. */
function fits(last: Moment, piece: Piece, { tokens, line, at }: Timeline): boolean {
  const { from, to, told } = piece;
  if (from - last.to > 2 || last.alone) return told.is === 'never' && from === last.to;
  if (!isFree(last, told) || line.slice((at[last.to] ?? 0) - 1, at[from]).includes('|')) return false;
  // "dọn hôm qua, sáng nay lại đầy": two days.
  if (told.is === 'part' && last.days && ANOTHER_DAY.has(tokens[to] ?? '')) return false;
  return tokens.slice(last.to, from).every((token) => FILLERS.has(token));
}

const ANOTHER_DAY = new Set(['nay', 'ni', 'qua', 'kia', 'te', 'hom', 'mai']);

function isFree(last: Moment, told: Told): boolean {
  if (told.is === 'part') return !last.hours;
  if (told.is === 'clock') return !last.clock;
  if (told.is !== 'days') return told.is === 'never';
  const isAlone = told.leans === 'on-part' && !last.hours && !last.clock;
  return !isAlone && (!last.days || isSameDay(last.days, told));
}

/** "thứ bảy ngày 21/11": the later word is the clearer one. */
const isSameDay = (a: Days, b: Days): boolean =>
  b.leans !== 'on-part' && a.span !== null && a.span.to - a.span.from === DAY && b.span?.to === a.span.to;

function needsAnother({ told, from }: Piece, { tokens }: Timeline): boolean {
  if (told.is !== 'days' || !told.leans) return false;
  return told.leans === 'on-part' || !(WEEKDAY_CUES.has(tokens[from - 1] ?? '') || tokens.length <= 3);
}

/** A part of the day alone ("đèn sáng", "trời tối") and a number of hours alone ("2h") prove too little. */
function stands(moment: Moment, timeline: Timeline): boolean {
  const { tokens, line, at } = timeline;
  if (moment.alone || moment.days || SURE_PARTS.has(tokens[moment.from] ?? '')) return true;
  if (moment.clock && (moment.hours || moment.clock.minute > 0 || tokens.length <= 2)) return true;
  if (tokens.length === moment.to - moment.from) return true;
  const followed = /^(?: (?:gio|den (?:gio|nay|\d)|toi (?:gio|nay|\d))|-\d)/.test(
    line.slice((at[moment.to] ?? line.length) - 1),
  );
  return followed || CUES.has(tokens[moment.from - 1] ?? '') || parts(timeline, moment.from - 1);
}

/** The stretch that a moment tells; null where only its words are known. */
export function spanOf({ days, hours, clock, alone }: Moment, today: Today): Span | null {
  if (alone) return alone.is === 'moment' ? alone.span : null;
  if (!days) return clock ? lastHour(clock, hours, today) : lastHours(hours, today);
  if (!days.span || days.span.to - days.span.from !== DAY) return days.span;
  if (clock) return hourOf(days.span.from, clock, hours, today);
  if (!hours) return days.span;
  const to = days.span.from === today.midnight ? Math.min(hours.to, 24) : hours.to;
  return { from: days.span.from + hours.from * HOUR, to: days.span.from + to * HOUR };
}

const atClock = ({ hour, minute }: Clock, hours: Hours | undefined): number =>
  hourWithin(hour, hours) * HOUR + minute * MINUTE;

/** "1h đêm nay", said in the morning, was this night. */
function hourOf(midnight: number, clock: Clock, hours: Hours | undefined, today: Today): Span {
  const from = midnight + atClock(clock, hours);
  const isAhead = from > today.now && from >= today.midnight + DAY;
  return anHour(isAhead ? from - DAY : from);
}

function lastHour(clock: Clock, hours: Hours | undefined, today: Today): Span {
  let from = today.midnight + atClock(clock, hours);
  while (from > today.now) from -= DAY;
  return anHour(from);
}

function lastHours(hours: Hours | undefined, { midnight, now }: Today): Span | null {
  if (!hours) return null;
  const from = midnight + hours.from * HOUR;
  const start = from > now ? from - DAY : from;
  return { from: start, to: start + (hours.to - hours.from) * HOUR };
}

const anHour = (from: number): Span => ({ from, to: from + HOUR });

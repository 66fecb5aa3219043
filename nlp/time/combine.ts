import type { Time } from '../types';
import { DAY, iso, type Span, type Today } from './calendar';
import { type Moment, spanOf } from './moment';
import { PARTS } from './parts';
import { isLong, type Telling, tellingsIn } from './tellings';
import type { Timeline } from './timeline';

/** The one time that a message tells: since when, or when, with how often. */
export function timeOf(timeline: Timeline, moments: readonly Moment[], today: Today): Time | null {
  const tellings = tellingsIn(timeline, moments, today);
  const told = chosen(tellings);
  const habit = habitBeside(told, tellings);
  const hour = told && hourFor(told, tellings);
  const parts = [told, hour, habit].filter((each) => each !== undefined);
  if (parts.length === 0) return null;
  const interval = intervalOf(told, hour, habit, today);
  const isBeside =
    habit !== undefined &&
    told !== undefined &&
    (isCondition(timeline, habit, told) || isCount(timeline, habit, told));
  return {
    text: wordsOf(timeline, isBeside ? parts.filter((each) => each !== habit) : parts),
    from: interval ? iso(interval.from) : null,
    to: interval ? iso(interval.to) : null,
    recurring: habit !== undefined || (told?.is === 'since' && isLong(told)),
  };
}

/** How often: "mỗi lần có đoàn kiểm tra, nhiều lần trong năm nay" says it twice; what stands with the time counts. */
function habitBeside(told: Telling | undefined, tellings: readonly Telling[]): Telling | undefined {
  const habits = tellings.filter(({ is }) => is === 'habit');
  const isNear = ({ from, to }: Telling): boolean =>
    told !== undefined && Math.max(told.from - to, from - told.to) <= NEAR;
  return habits.find(isNear) ?? habits[0];
}

/** Since when, before when; a day before a time of the day; and what happened lately before what was a year ago. */
function chosen(tellings: readonly Telling[]): Telling | undefined {
  const sinces = tellings.filter(({ is }) => is === 'since');
  const since = sinces.find((each) => !isLoose(each)) ?? sinces[0];
  if (since) return since;
  const dated = tellings.filter(({ is, bare }) => is === 'when' && !bare);
  return dated.find((each) => !isMonths(each)) ?? dated[0] ?? tellings.find(({ is }) => is === 'when');
}

/** "Cứ nấu là cả xóm hôi, tầm 5 giờ chiều": under which condition says less than the hour that is told apart from it. */
const isCondition = ({ tokens }: Timeline, habit: Telling, told: Telling): boolean =>
  tokens[habit.from] === 'cu' &&
  told.from - habit.to > NEAR &&
  !tokens.slice(habit.from, habit.to).some((token) => OF_TIME.has(token) || /^\d/.test(token));

/** "Hẹn xuống ba lần rồi đòi tiền hôm thứ tư": how many times says less than the day that is told apart from it. */
const isCount = ({ tokens }: Timeline, { from, to }: Telling, told: Telling): boolean =>
  tokens[to - 2] === 'lan' && tokens[to - 1] === 'roi' && Math.max(told.from - to, from - told.to) > NEAR;
const OF_TIME = new Set(
  'sang trua chieu toi dem khuya ngay hom tuan thang mua nang gio nuoc trieu vu cuoi chu'.split(' '),
);

/** "Xưa nay hiền lành", "từ ngày có xưởng". */
const isLoose = ({ moment: { alone } }: Telling): boolean => alone?.is === 'lasting' && alone.loose === true;

const isMonths = ({ span }: Telling): boolean => span !== null && span.to - span.from >= 28 * DAY;

/** "Hôm qua tôi đi làm về, lúc 22h30 …": a time of the day told apart from its date. */
function hourFor({ is, bare, moment }: Telling, tellings: readonly Telling[]): Telling | undefined {
  if (is !== 'when' || bare || !moment.days || moment.clock || moment.hours) return undefined;
  return tellings.find((each) => each.is === 'when' && each.bare && each.moment.clock);
}

/** A time of the day that comes again and again is of no one day. */
function intervalOf(
  told: Telling | undefined,
  hour: Telling | undefined,
  habit: Telling | undefined,
  today: Today,
): Span | null {
  if (!told || (told.bare && habit)) return null;
  if (!hour || hour.span === null) return forward(told);
  const joined = spanOf({ ...hour.moment, ...(told.moment.days && { days: told.moment.days }) }, today);
  // "Từ 7 đến 9h tối cuối tuần": hours that do not fit the days are of each day, and the days are what counts.
  return joined && joined.to > joined.from ? joined : forward(told);
}

/** "Từ 10h đêm tới 4h sáng tháng trước": hours over midnight that end before they begin are of each of the days. */
function forward({ span, moment: { days } }: Telling): Span | null {
  if (!span || span.to > span.from) return span;
  return days?.span ?? null;
}

const NEAR = 3;
/** Said with the time: "khoảng 9 giờ tối", "hồi chiều", "cả ngày hôm qua". */
const WITH = new Set(
  'hoi luc khoang tam co chung ban den khi gan hon ca suot ngay buoi do hom bua'.split(' '),
);
/** "Lối đi chung từ hồi sửa nhà": "chừng" stands before an amount; "biên bản hôm thứ tư": "ban" before a part of the day. */
const isWith = (word: string, next: string): boolean =>
  WITH.has(word) && !((word === 'chung' || word === 'ban') && (next === 'tu' || next === 'hom'));
/** "Hầu như đêm nào". */
const ALMOST = new Set(['hau nhu', 'gan nhu']);

/** As it was typed: in one piece where the words stand near each other, else parted by commas. */
function wordsOf(timeline: Timeline, parts: readonly Telling[]): string {
  const { said, line, at } = timeline;
  const spans: { from: number; to: number }[] = [];
  for (const { from: first, to } of [...parts].sort((a, b) => a.from - b.from)) {
    const from = firstWord(timeline, first);
    const last = spans.at(-1);
    const isNear =
      last && from - last.to <= NEAR && !line.slice((at[last.to] ?? 0) - 1, at[from]).includes('|');
    if (last && isNear) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans
    .map(({ from, to }) => said.text.slice(said.words[from]?.start, said.words[to - 1]?.end))
    .join(', ');
}

function firstWord({ tokens, line, at }: Timeline, from: number): number {
  let first = from;
  while (isWith(tokens[first - 1] ?? '', tokens[first] ?? '') && line[(at[first] ?? 0) - 1] === ' ') first--;
  if (line[(at[first] ?? 0) - 1] !== ' ') return first;
  const before = tokens.slice(Math.max(0, first - 2), first);
  if (ALMOST.has(before.join(' '))) return first - 2;
  // "Chiều tối mấy hôm nay".
  if (tokens[first] !== 'may') return first;
  if (before.join(' ') in PARTS) return first - 2;
  return (before.at(-1) ?? '') in PARTS ? first - 1 : first;
}

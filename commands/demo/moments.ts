import { VIETNAM_OFFSET_MS, wallClock } from '../../hotline/vietnam-time';
import type { Dice } from './dice';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MONTH_DAYS = 30.44;

/** How many write in each hour of the day, as hours of the clock: before work, at noon, and most in the evening. */
const HOURS: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 1],
  [2, 1],
  [4, 1],
  [5, 3],
  [6, 6],
  [7, 9],
  [8, 8],
  [9, 7],
  [10, 6],
  [11, 6],
  [12, 7],
  [13, 5],
  [14, 5],
  [15, 5],
  [16, 6],
  [17, 7],
  [18, 8],
  [19, 10],
  [20, 11],
  [21, 9],
  [22, 5],
  [23, 2],
];

/** When so many reports came in over the last months, oldest first: more from month to month, fewer on Sundays. */
export function moments(count: number, months: number, now: Date, dice: Dice): Date[] {
  const days = Math.max(1, Math.round(months * MONTH_DAYS));
  const today = Math.floor(wallClock(now).getTime() / DAY_MS);
  const byWeight = Array.from(
    { length: days },
    (_, ago) => [today - ago, weightOf(today - ago, ago, days)] as const,
  );
  const found = Array.from({ length: count }, () => momentOn(dice.weighed(byWeight), now, dice));
  return found.sort((a, b) => a.getTime() - b.getTime());
}

function weightOf(day: number, ago: number, days: number): number {
  const growth = 1.6 - ago / days;
  const sunday = (day + 4) % 7 === 0;
  return sunday ? growth * 0.6 : growth;
}

/** Not in the future: what would be later today was an hour or so ago. */
function momentOn(day: number, now: Date, dice: Dice): Date {
  const start = day * DAY_MS - VIETNAM_OFFSET_MS;
  const at = start + dice.weighed(HOURS) * HOUR_MS + dice.between(0, HOUR_MS);
  return new Date(at < now.getTime() - HOUR_MS ? at : now.getTime() - dice.between(0.2, 6) * HOUR_MS);
}

/** The same moment when offices work, else soon after they open next. */
export function inOfficeHours(at: Date, dice: Dice): Date {
  const wall = wallClock(at);
  const hour = wall.getUTCHours();
  if (hour >= 7 && hour < 17) return at;
  const day = Math.floor(wall.getTime() / DAY_MS) + (hour >= 17 ? 1 : 0);
  return new Date(day * DAY_MS - VIETNAM_OFFSET_MS + dice.between(7.4, 9.5) * HOUR_MS);
}

import { wallClock } from '../vietnam-time';
import { type AskingParts, readingsOf } from './asking';
import { dayIndexOf } from './day-index';
import { perCell } from './per-cell';
import { type AirScale, type LevelId, levelOf, type Pollutant } from './scale';
import type { AirSource, Point, Reading } from './source';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Models are computed twice a day. */
const FRESH_MS = 3 * HOUR_MS;

/** What a model expects of tomorrow, as it is told; plain JSON. */
export interface AirTomorrow {
  /** `2026-11-24`, by Vietnam's calendar. */
  day: string;
  aqi: number;
  level: LevelId;
  main: Pollutant;
  attribution: string;
}

export interface TomorrowParts extends AskingParts {
  scale: AirScale;
  /** The first that looks ahead and knows something is believed. */
  sources: readonly AirSource[];
  now?: () => Date;
}

/** Tells how the air is expected to be tomorrow around a point. */
export function airTomorrow(parts: TomorrowParts) {
  const at = perCell<AirTomorrow>({
    ask: (cell, now) => expected(cell, parts, now),
    freshMs: FRESH_MS,
    holds: ({ day }, now) => day === tomorrowOf(now),
    now: parts.now ?? (() => new Date()),
  });
  return { at };
}

async function expected(cell: Point, parts: TomorrowParts, now: Date): Promise<AirTomorrow | undefined> {
  for (const source of parts.sources) {
    const { ahead } = source;
    const readings = ahead && (await readingsOf(source, (signal) => ahead(cell, now, signal), parts));
    const found = readings && dayOf(parts.scale, readings, tomorrowOf(now));
    if (found) return found;
  }
  return undefined;
}

function dayOf(scale: AirScale, readings: readonly Reading[], day: string): AirTomorrow | undefined {
  const hours = readings.filter(({ observedAt }) => dayIn(observedAt) === day);
  const [first] = hours;
  const index = dayIndexOf(scale, hours);
  if (!first || !index) return undefined;
  return { day, ...index, level: levelOf(scale, index.aqi), attribution: first.attribution };
}

const tomorrowOf = (now: Date): string => dayIn(new Date(now.getTime() + DAY_MS));
const dayIn = (date: Date): string => wallClock(date).toISOString().slice(0, 10);

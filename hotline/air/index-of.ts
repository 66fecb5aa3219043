import { nowcast, NOWCAST_HOURS } from './nowcast';
import { type AirScale, type Pollutant, POLLUTANTS, subIndex } from './scale';
import type { Reading } from './source';
import { micrograms } from './units';

const HOUR_MS = 60 * 60 * 1000;
const DUST: readonly Pollutant[] = ['PM2.5', 'PM10'];

/** The index at one place and hour. */
export interface Index {
  aqi: number;
  /** Which pollutant decides; null where the source tells the index alone. */
  main: Pollutant | null;
  observedAt: Date;
}

/**
 * VN_AQI of the newest hour that the readings of one place tell of (Decision 1459/QĐ-TCMT, hourly index): dust by its Nowcast,
 * gases by their hourly mean, the worst of them decides. Undefined without dust: at least PM2.5 or PM10 must be there.
 */
export function indexOf(scale: AirScale, readings: readonly Reading[]): Index | undefined {
  const told = newest(readings.filter(({ pollutant, value }) => pollutant === 'VN_AQI' && isIndex(value)));
  if (told) return { aqi: Math.round(told.value), main: null, observedAt: told.observedAt };
  const last = newest(readings.filter((reading) => DUST.some((dust) => dust === reading.pollutant)));
  if (!last) return undefined;
  const parts = POLLUTANTS.flatMap((pollutant) => {
    const aqi = partOf(scale, pollutant, hoursOf(readings, pollutant, last.observedAt));
    return aqi === undefined ? [] : [{ aqi, main: pollutant }];
  });
  if (!parts.some(({ main }) => DUST.includes(main))) return undefined;
  const worst = parts.reduce((a, b) => (b.aqi > a.aqi ? b : a));
  return { ...worst, observedAt: last.observedAt };
}

function partOf(scale: AirScale, pollutant: Pollutant, hours: readonly (number | undefined)[]) {
  const concentration = DUST.includes(pollutant) ? nowcast(hours) : hours[0];
  return concentration === undefined ? undefined : subIndex(scale, pollutant, concentration);
}

/** The concentrations in µg/m³ of the hours up to `until`, the newest first. */
function hoursOf(readings: readonly Reading[], pollutant: Pollutant, until: Date): (number | undefined)[] {
  const hours = Array.from<number | undefined>({ length: NOWCAST_HOURS });
  for (const { value, unit, observedAt, ...reading } of readings) {
    if (reading.pollutant !== pollutant || !Number.isFinite(value)) continue;
    const age = Math.floor((until.getTime() - observedAt.getTime()) / HOUR_MS);
    if (age >= 0 && age < NOWCAST_HOURS) hours[age] ??= micrograms(pollutant, value, unit);
  }
  return hours;
}

const isIndex = (value: number): boolean => value >= 0 && value <= 500;

const newest = (readings: readonly Reading[]): Reading | undefined =>
  readings.reduce<Reading | undefined>(
    (last, reading) => (last && last.observedAt >= reading.observedAt ? last : reading),
    undefined,
  );

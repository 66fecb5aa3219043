import { type AirScale, type Pollutant, POLLUTANTS, subIndex, subIndexO3of8Hours } from './scale';
import type { Reading } from './source';
import { micrograms } from './units';

/** Fewer hours of dust than that are no day: a rule of the house. */
const ENOUGH_HOURS = 18;
const OZONE_HOURS = 8;

export interface DayIndex {
  aqi: number;
  main: Pollutant;
}

/**
 * Daily VN_AQI of the hours of one day (Decision 1459/QĐ-TCMT): PM2.5 and PM10 by their mean, CO, SO2 and NO2 by their
 * worst hour, ozone by its worst hour or its worst eight hours, the worst of all decides. Undefined without dust.
 */
export function dayIndexOf(scale: AirScale, readings: readonly Reading[]): DayIndex | undefined {
  const parts = POLLUTANTS.flatMap((pollutant) => {
    const hours = valuesOf(readings, pollutant);
    const indexes = hours.length === 0 ? [] : indexesOf(scale, pollutant, hours);
    return indexes.flatMap((aqi) => (aqi === undefined ? [] : [{ aqi, main: pollutant }]));
  });
  if (!parts.some(({ main }) => isDust(main))) return undefined;
  return parts.reduce((a, b) => (b.aqi > a.aqi ? b : a));
}

function indexesOf(scale: AirScale, pollutant: Pollutant, hours: readonly number[]): (number | undefined)[] {
  if (isDust(pollutant)) return hours.length < ENOUGH_HOURS ? [] : [subIndex(scale, pollutant, mean(hours))];
  const worst = subIndex(scale, pollutant, Math.max(...hours));
  return pollutant === 'O3' ? [worst, subIndexO3of8Hours(scale, worstOfEight(hours))] : [worst];
}

/** µg/m³ of each hour, in order. */
function valuesOf(readings: readonly Reading[], pollutant: Pollutant): number[] {
  return readings
    .filter((reading) => reading.pollutant === pollutant)
    .sort((a, b) => a.observedAt.getTime() - b.observedAt.getTime())
    .flatMap(({ value, unit }) => micrograms(pollutant, value, unit) ?? [])
    .filter((value) => value >= 0);
}

function worstOfEight(hours: readonly number[]): number {
  const means = hours.flatMap((_, at) =>
    at + OZONE_HOURS <= hours.length ? [mean(hours.slice(at, at + OZONE_HOURS))] : [],
  );
  return Math.max(...means, -1);
}

const isDust = (pollutant: Pollutant): boolean => pollutant === 'PM2.5' || pollutant === 'PM10';

const mean = (values: readonly number[]): number =>
  values.reduce((all, value) => all + value, 0) / values.length;

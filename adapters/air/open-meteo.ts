import { z } from 'zod';
import type { Pollutant } from '../../hotline/air/scale';
import type { AirSource, Point, Reading } from '../../hotline/air/source';
import { addressOf, askJson } from './json';

/** Their names of the pollutants. */
const NAMES: Readonly<Record<Pollutant, string>> = {
  'PM2.5': 'pm2_5',
  PM10: 'pm10',
  O3: 'ozone',
  CO: 'carbon_monoxide',
  SO2: 'sulphur_dioxide',
  NO2: 'nitrogen_dioxide',
};

const answer = z.object({
  utc_offset_seconds: z.number(),
  hourly_units: z.record(z.string(), z.string()),
  hourly: z.intersection(
    z.object({ time: z.array(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)) }),
    z.record(z.string(), z.array(z.union([z.string(), z.number(), z.null()]))),
  ),
});
type Hourly = z.infer<typeof answer>;

/** Open-Meteo's air quality: the European CAMS model, everywhere, at no hour missing. A model, which may be far off. */
export function openMeteo({ root }: { root: string }): AirSource {
  async function hours({ lat, lon }: Point, days: Days, signal: AbortSignal): Promise<Reading[]> {
    const url = addressOf(root, '/v1/air-quality', {
      latitude: lat,
      longitude: lon,
      hourly: Object.values(NAMES).join(),
      ...days,
      timezone: 'Asia/Bangkok',
    });
    const told = await askJson(url, answer, { signal });
    return Object.entries(NAMES).flatMap(([pollutant, name]) => readings(told, pollutant as Pollutant, name));
  }

  return {
    name: 'open-meteo',
    kind: 'model',
    async near(point, now, signal) {
      const told = await hours(point, { past_days: 1, forecast_days: 1 }, signal);
      return told.filter(({ observedAt }) => observedAt <= now);
    },
    async ahead(point, now, signal) {
      const told = await hours(point, { past_days: 0, forecast_days: 2 }, signal);
      return told.filter(({ observedAt }) => observedAt > now);
    },
  };
}

/** Of which days, beside today. */
type Days = { past_days: number; forecast_days: number };

function readings(told: Hourly, pollutant: Pollutant, name: string): Reading[] {
  const { hourly, hourly_units: units, utc_offset_seconds: offset } = told;
  return hourly.time.flatMap((time, at): Reading[] => {
    const value = hourly[name]?.[at];
    if (typeof value !== 'number') return [];
    return [
      {
        pollutant,
        value,
        unit: units[name] ?? '',
        observedAt: new Date(Date.parse(`${time}:00Z`) - offset * 1_000),
        kind: 'model',
        source: 'open-meteo',
        attribution: 'Open-Meteo (CAMS), CC BY 4.0',
      },
    ];
  });
}

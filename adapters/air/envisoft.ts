import { z } from 'zod';
import { type AirSource, kilometres, type Reading } from '../../hotline/air/source';
import { VIETNAM_OFFSET_MS } from '../../hotline/vietnam-time';
import { addressOf, askJson } from './json';

/** Farther stations tell nothing about a place. */
const RADIUS_KM = 25;

const numeric = z.union([z.number(), z.string().transform(Number)]);
const station = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  station_name: z.string(),
  latitude: numeric,
  longitude: numeric,
  qi: z.union([numeric, z.null()]).optional(),
  qi_time: z.union([z.string(), z.null()]).optional(),
});
const answer = z.object({ success: z.boolean(), stations: z.array(station).default([]) });

/**
 * The stations of the state (Envisoft): they tell VN_AQI itself. Its interface is not documented, and whoever runs it has
 * not agreed to be asked by programs: off until the operator has an agreement.
 */
export function envisoft({ root }: { root: string }): AirSource {
  return {
    name: 'envisoft',
    kind: 'measurement',
    async near(point, _now, signal) {
      const url = addressOf(root, '/eos/services/call/json/get_stations');
      const body = { is_qi: true, is_public: true, qi_type: 'aqi' };
      const { success, stations } = await askJson(url, answer, { body, signal });
      if (!success) throw new Error(`${url.host} answered success: false`);
      return stations
        .filter(({ latitude: lat, longitude: lon }) => kilometres(point, { lat, lon }) <= RADIUS_KM)
        .flatMap(readingOf);
    },
  };
}

function readingOf({
  id,
  station_name: name,
  latitude: lat,
  longitude: lon,
  ...told
}: z.infer<typeof station>): Reading[] {
  const observedAt = momentOf(told.qi_time ?? '');
  if (typeof told.qi !== 'number' || !observedAt) return [];
  return [
    {
      pollutant: 'VN_AQI',
      value: told.qi,
      unit: 'AQI',
      observedAt,
      kind: 'measurement',
      source: 'envisoft',
      attribution: 'Envisoft (envisoft.gov.vn)',
      station: { id, name, lat, lon },
    },
  ];
}

/** Their clock shows Vietnam's time: `2026-11-23 09:00:00`, or with the day first. */
function momentOf(text: string): Date | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)/.exec(text);
  const [, day, month, year, hour, minute] = /^(\d\d)\/(\d\d)\/(\d{4})[ T](\d\d):(\d\d)/.exec(text) ?? [];
  const parts = iso?.slice(1) ?? [year, month, day, hour, minute];
  if (parts.some((part) => part === undefined)) return undefined;
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0] = parts.map(Number);
  return new Date(Date.UTC(y, mo - 1, d, h, mi) - VIETNAM_OFFSET_MS);
}

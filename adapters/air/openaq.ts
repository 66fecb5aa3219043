import { z } from 'zod';
import type { Pollutant } from '../../hotline/air/scale';
import { type AirSource, kilometres, type Point, type Reading } from '../../hotline/air/source';
import { addressOf, askJson } from './json';

const HOUR_MS = 60 * 60 * 1000;
/** The farthest that is asked for, and that OpenAQ takes. */
const RADIUS_M = 25_000;
const FOUND = 50;
/** Many sensors are dead: who told nothing for so long is not asked. */
const ASLEEP_MS = 3 * HOUR_MS;
/** Stations whose hours are asked for, the nearest; each of their sensors is a call, and 60 a minute are free. */
const ASKED = 2;
const HOURS = 14;

/** Their names of the pollutants. */
const NAMES: Readonly<Record<string, Pollutant>> = {
  pm25: 'PM2.5',
  pm10: 'PM10',
  o3: 'O3',
  co: 'CO',
  so2: 'SO2',
  no2: 'NO2',
};

const moment = z.object({ utc: z.string().transform((utc) => new Date(utc)) }).nullish();
const parameter = z.object({ name: z.string(), units: z.string() });
const location = z.object({
  id: z.number(),
  name: z.string().nullish(),
  isMobile: z.boolean().nullish(),
  provider: z.object({ name: z.string() }).nullish(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }),
  sensors: z.array(z.object({ id: z.number(), parameter })).nullish(),
  licenses: z.array(z.object({ name: z.string() })).nullish(),
  datetimeLast: moment,
});
const locations = z.object({ results: z.array(location) });
const hours = z.object({
  results: z.array(
    z.object({ value: z.number().nullable(), parameter, period: z.object({ datetimeTo: moment }) }),
  ),
});
type Location = z.infer<typeof location>;

/** OpenAQ v3: what stations around a point measured, from many networks, each under its own licence. */
export function openAq({ root, key }: { root: string; key: string }): AirSource {
  const headers = { 'x-api-key': key };
  return {
    name: 'openaq',
    kind: 'measurement',
    async near(point, now, signal) {
      const url = addressOf(root, '/v3/locations', {
        coordinates: `${point.lat},${point.lon}`,
        radius: RADIUS_M,
        limit: FOUND,
      });
      const { results } = await askJson(url, locations, { headers, signal });
      const asked = awake(results, point, now).flatMap((station) =>
        sensorsOf(station).map(({ id }) => hoursOf(station, id, now, signal)),
      );
      return thatCame(await Promise.allSettled(asked));
    },
  };

  async function hoursOf(station: Location, sensor: number, now: Date, signal: AbortSignal) {
    const from = new Date(now.getTime() - HOURS * HOUR_MS).toISOString();
    const query = { datetime_from: from, datetime_to: now.toISOString(), limit: 2 * HOURS };
    const url = addressOf(root, `/v3/sensors/${sensor}/hours`, query);
    const { results } = await askJson(url, hours, { headers, signal });
    return results.flatMap((hour) => readingOf(station, hour));
  }
}

/** A sensor that cannot be read is as one that is not there; when none can, neither can the source. */
function thatCame(answers: readonly PromiseSettledResult<Reading[]>[]): Reading[] {
  const failed = answers.find(({ status }) => status === 'rejected');
  const came = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  if (failed?.status === 'rejected' && came.length === 0) throw failed.reason;
  return came.flat();
}

/** The nearest that stand still, measure dust, and told something lately. */
function awake(all: readonly Location[], point: Point, now: Date): Location[] {
  const distance = ({ coordinates: { latitude: lat, longitude: lon } }: Location) =>
    kilometres(point, { lat, lon });
  return all
    .filter(({ isMobile, datetimeLast }) => !isMobile && isLate(datetimeLast?.utc, now))
    .filter((each) => sensorsOf(each).some(({ parameter: { name } }) => /^pm(?:25|10)$/.test(name)))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, ASKED);
}

const isLate = (last: Date | undefined, now: Date): boolean =>
  last !== undefined && now.getTime() - last.getTime() <= ASLEEP_MS;

const sensorsOf = ({ sensors }: Location) =>
  (sensors ?? []).filter(({ parameter: { name } }) => NAMES[name] !== undefined);

function readingOf(
  station: Location,
  { value, parameter: { name, units }, period: { datetimeTo } }: z.infer<typeof hours>['results'][number],
): Reading[] {
  const pollutant = NAMES[name];
  if (pollutant === undefined || value === null || !datetimeTo) return [];
  const { latitude: lat, longitude: lon } = station.coordinates;
  return [
    {
      pollutant,
      value,
      unit: units,
      observedAt: datetimeTo.utc,
      kind: 'measurement',
      source: 'openaq',
      attribution: attributionOf(station),
      station: { id: String(station.id), name: station.name ?? String(station.id), lat, lon },
    },
  ];
}

/** The network whose station it is, and its licence. */
function attributionOf({ provider, licenses }: Location): string {
  const [licence] = licenses ?? [];
  return [provider?.name, 'OpenAQ', licence?.name].filter(Boolean).join(', ');
}

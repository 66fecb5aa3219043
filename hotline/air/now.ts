import { type AskingParts, readingsOf } from './asking';
import { indexOf } from './index-of';
import { perCell } from './per-cell';
import { type AirScale, type LevelId, levelOf, type Pollutant } from './scale';
import { type AirSource, kilometres, type Point, type Reading } from './source';

const HOUR_MS = 60 * 60 * 1000;
/** What is older tells nothing about the air now. */
const STALE_MS = 3 * HOUR_MS;
const FRESH_MS = 20 * 60 * 1000;

/** The air at a place, as it is told; plain JSON, for it comes back to the conversation as the result of an effect. */
export interface AirNow {
  aqi: number;
  level: LevelId;
  main: Pollutant | null;
  /** ISO 8601. */
  observedAt: string;
  kind: Reading['kind'];
  attribution: string;
  /** Absent for a model. */
  station?: { name: string; km: number };
  /** Those who measure were asked, and have no station that is awake within so many kilometres. */
  noStationWithin?: number;
}

export interface AirParts extends AskingParts {
  scale: AirScale;
  /** The first that knows something is believed; those that measure come before those that compute. */
  sources: readonly AirSource[];
  /** A station that is farther away tells less of a place than a model does. */
  nearKm: number;
  now?: () => Date;
}

/**
 * Tells of the air around a point: all sources are asked at the same time. While they are silent the last answer
 * holds, until it is three hours old.
 */
export function airNow(parts: AirParts) {
  const at = perCell<AirNow>({
    ask: (cell, now) => best(cell, parts, now),
    freshMs: FRESH_MS,
    holds: ({ observedAt }, now) => now.getTime() - Date.parse(observedAt) <= STALE_MS,
    now: parts.now ?? (() => new Date()),
  });
  return { at };
}

/** The first that is near; a station far away only where no model knows anything. */
async function best(cell: Point, parts: AirParts, now: Date): Promise<AirNow | undefined> {
  const { nearKm, sources } = parts;
  const asked = sources.map((source) => toldBy(source, cell, parts, now));
  let farther: AirNow | undefined;
  let none: { noStationWithin?: number } = {};
  for (const [index, source] of sources.entries()) {
    const told = await asked[index];
    if (told?.air && isNear(told.air, nearKm)) return { ...told.air, ...(source.kind === 'model' && none) };
    if (told && source.kind === 'measurement') none = { noStationWithin: nearKm };
    farther ??= told?.air;
  }
  return farther && { ...farther, ...none };
}

const isNear = ({ station }: AirNow, nearKm: number): boolean => !station || station.km <= nearKm;

/** Undefined: it did not answer. */
async function toldBy(
  source: AirSource,
  cell: Point,
  parts: AirParts,
  now: Date,
): Promise<{ air?: AirNow } | undefined> {
  const readings = await readingsOf(source, (signal) => source.near(cell, now, signal), parts);
  const air = readings && nearestOf(parts.scale, readings.filter(isRecent(now)), cell, now);
  return readings && { ...(air && { air }) };
}

/** Not from tomorrow; hours that the Nowcast needs are older than what may be told by itself. */
const isRecent =
  (now: Date) =>
  ({ observedAt }: Reading): boolean =>
    observedAt.getTime() <= now.getTime() + HOUR_MS;

/** Of the stations that are awake, the nearest. */
function nearestOf(scale: AirScale, readings: Reading[], cell: Point, now: Date): AirNow | undefined {
  const told = byStation(readings).flatMap((each) => {
    const [first] = each;
    const index = indexOf(scale, each);
    if (!first || !index || now.getTime() - index.observedAt.getTime() > STALE_MS) return [];
    return [{ first, index, km: first.station ? kilometres(cell, first.station) : 0 }];
  });
  const [nearest] = told.sort((a, b) => a.km - b.km);
  if (!nearest) return undefined;
  const { first, index, km } = nearest;
  return {
    ...index,
    observedAt: index.observedAt.toISOString(),
    level: levelOf(scale, index.aqi),
    kind: first.kind,
    attribution: first.attribution,
    ...(first.station && { station: { name: first.station.name, km } }),
  };
}

function byStation(readings: readonly Reading[]): Reading[][] {
  const stations = new Map<string, Reading[]>();
  for (const reading of readings) {
    const id = reading.station?.id ?? '';
    stations.set(id, [...(stations.get(id) ?? []), reading]);
  }
  return [...stations.values()];
}

import { indexOf } from './index-of';
import { type AirScale, type LevelId, levelOf, type Pollutant } from './scale';
import { type AirSource, kilometres, type Point, type Reading } from './source';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
/** What is older tells nothing about the air now. */
const STALE_MS = 3 * HOUR_MS;
/** How long a source may take, all its calls together. */
const PATIENCE_MS = 5_000;
const FRESH_MS = 20 * MINUTE_MS;
/** After a failure it is asked again sooner. */
const RETRY_MS = 2 * MINUTE_MS;
/** Places of which the last answer is kept; more than a province has communes. */
const KEPT = 500;
/** Side of a cell in degrees, about five kilometres: all who ask within it get the same answer. */
const CELL = 0.05;

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
}

export interface AirParts {
  scale: AirScale;
  /** The first that knows something is believed; those that measure come before those that compute. */
  sources: readonly AirSource[];
  onError: (error: unknown, source: string) => void;
  now?: () => Date;
  patienceMs?: number;
}

interface Asked {
  /** Until then nobody is asked again. */
  until: number;
  answer: Promise<AirNow | undefined>;
}

/**
 * Tells of the air around a point: sources are asked once for all who ask in the same cell, all at the same time, and
 * hear of the cell alone. While they are silent the last answer holds, until it is three hours old.
 */
export function airNow(parts: AirParts) {
  const { now = () => new Date() } = parts;
  const cells = new Map<string, Asked>();
  const last = new Map<string, AirNow>();

  async function at(point: Point): Promise<AirNow | undefined> {
    const cell = cellOf(point);
    const key = `${cell.lat} ${cell.lon}`;
    const known = cells.get(key);
    if (known && now().getTime() < known.until) return current(await known.answer);
    const asked: Asked = { until: now().getTime() + FRESH_MS, answer: best(cell, parts, now()) };
    keep(cells, key, asked);
    const found = await asked.answer;
    if (found) keep(last, key, found);
    else {
      asked.until = now().getTime() + RETRY_MS;
      asked.answer = Promise.resolve(last.get(key));
    }
    return current(await asked.answer);
  }

  const current = (air: AirNow | undefined): AirNow | undefined =>
    air && now().getTime() - Date.parse(air.observedAt) <= STALE_MS ? air : undefined;

  return { at };
}

const cellOf = ({ lat, lon }: Point): Point => ({ lat: inCells(lat), lon: inCells(lon) });
const inCells = (degrees: number): number => Number((Math.round(degrees / CELL) * CELL).toFixed(2));

async function best(cell: Point, parts: AirParts, now: Date): Promise<AirNow | undefined> {
  const asked = parts.sources.map((source) => toldBy(source, cell, parts, now));
  for (const answer of asked) {
    const found = await answer;
    if (found) return found;
  }
  return undefined;
}

/** A source that fails is as one that knows nothing. */
async function toldBy(source: AirSource, cell: Point, parts: AirParts, now: Date) {
  const { scale, onError, patienceMs = PATIENCE_MS } = parts;
  try {
    const readings = await source.near(cell, now, AbortSignal.timeout(patienceMs));
    return nearestOf(scale, readings.filter(isRecent(now)), cell, now);
  } catch (error) {
    onError(error, source.name);
    return undefined;
  }
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

/** The oldest makes room. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
}

import type { Point } from './source';

const MINUTE_MS = 60 * 1000;
/** After a failure it is asked again sooner. */
const RETRY_MS = 2 * MINUTE_MS;
/** Places of which the last answer is kept; more than a province has communes. */
const KEPT = 500;
/** Side of a cell in degrees, about five kilometres: all who ask within it get the same answer. */
const CELL = 0.05;

interface Asking<T> {
  ask: (cell: Point, now: Date) => Promise<T | undefined>;
  /** How long an answer is taken for the newest. */
  freshMs: number;
  /** Whether an answer still tells something. */
  holds: (answer: T, now: Date) => boolean;
  now: () => Date;
}

interface Asked<T> {
  /** Until then nobody is asked again. */
  until: number;
  answer: Promise<T | undefined>;
}

/**
 * Asks once for all who ask in the same cell, and about the cell alone: nobody hears where exactly somebody lives. When no
 * answer comes, the last one is given as long as it holds.
 */
export function perCell<T>({
  ask,
  freshMs,
  holds,
  now,
}: Asking<T>): (point: Point) => Promise<T | undefined> {
  const cells = new Map<string, Asked<T>>();
  const last = new Map<string, T>();

  const current = (answer: T | undefined): T | undefined =>
    answer !== undefined && holds(answer, now()) ? answer : undefined;

  return async (point) => {
    const cell = cellOf(point);
    const key = `${cell.lat} ${cell.lon}`;
    const known = cells.get(key);
    if (known && now().getTime() < known.until) return current(await known.answer);
    const asked: Asked<T> = { until: now().getTime() + freshMs, answer: ask(cell, now()) };
    keep(cells, key, asked);
    const found = await asked.answer;
    if (found) keep(last, key, found);
    else {
      asked.until = now().getTime() + RETRY_MS;
      asked.answer = Promise.resolve(last.get(key));
    }
    return current(await asked.answer);
  };
}

const cellOf = ({ lat, lon }: Point): Point => ({ lat: inCells(lat), lon: inCells(lon) });
const inCells = (degrees: number): number => Number((Math.round(degrees / CELL) * CELL).toFixed(2));

/** The oldest makes room. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
}

import { type AirParts, airNow } from '../../../hotline/air/now';
import type { AirSource, Point, Reading } from '../../../hotline/air/source';
import { content } from '../../town/content';
import { monday } from '../../town/people';

const baDinh: Point = { lat: 21.03945, lon: 105.83637 };
const HOUR_MS = 3_600_000;

/** A source of a test: what it says now, and what it was asked. */
class Neighbour implements AirSource {
  readonly asked: Point[] = [];
  constructor(
    readonly name: string,
    public says: Reading[] | Error | 'nothing, ever',
    readonly kind: Reading['kind'] = 'measurement',
  ) {}

  near(point: Point, _now: Date, signal: AbortSignal): Promise<Reading[]> {
    this.asked.push(point);
    const { says } = this;
    if (says === 'nothing, ever')
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    return says instanceof Error ? Promise.reject(says) : Promise.resolve(says);
  }
}

const dust = (value: number, facts: Partial<Reading> & { hoursAgo?: number } = {}): Reading[] =>
  [0, 1, 2].map((at) => {
    const { hoursAgo = 0, ...more } = facts;
    const observedAt = new Date(monday.getTime() - (at + hoursAgo) * HOUR_MS);
    const known = { source: 'test', attribution: 'ai đó', kind: 'measurement', ...more } as const;
    return { pollutant: 'PM2.5', value, unit: 'µg/m³', observedAt, ...known };
  });

function listening(...sources: AirSource[]) {
  const clock = { now: monday };
  const errors: string[] = [];
  const parts: AirParts = {
    scale: content.airScale,
    sources,
    nearKm: 15,
    onError: (_error, source) => errors.push(source),
    now: () => clock.now,
    patienceMs: 20,
  };
  const pass = (hours: number) => (clock.now = new Date(clock.now.getTime() + hours * HOUR_MS));
  return { ...airNow(parts), errors, pass };
}

test('what is measured goes before what is computed, though it is slower', async () => {
  const { at } = listening(
    new Neighbour('a', dust(40)),
    new Neighbour('b', dust(80, { kind: 'model' }), 'model'),
  );
  expect(await at(baDinh)).toEqual({
    aqi: 80,
    level: 'trung-binh',
    main: 'PM2.5',
    observedAt: monday.toISOString(),
    kind: 'measurement',
    attribution: 'ai đó',
  });
});

test.each<[string, Reading[] | Error | 'nothing, ever', string[]]>([
  ['fails', new Error('down'), ['a']],
  ['is silent', 'nothing, ever', ['a']],
  ['knows nothing', [], []],
  ['knows only what is older than three hours', dust(40, { hoursAgo: 4 }), []],
  ['tells of tomorrow', dust(40, { hoursAgo: -24 }), []],
])('a source that %s: the next one is believed', async (_how, says, told) => {
  const { at, errors } = listening(
    new Neighbour('a', says),
    new Neighbour('b', dust(80, { kind: 'model' }), 'model'),
  );
  expect(await at(baDinh)).toMatchObject({ aqi: 150, kind: 'model' });
  expect(errors).toEqual(told);
});

test('of the stations that are awake the nearest', async () => {
  const station = (id: string, lat: number) => ({ station: { id, name: id, lat, lon: baDinh.lon } });
  const far = dust(80, station('far', 21.2));
  const asleep = dust(10, { ...station('asleep', 21.05), hoursAgo: 9 });
  const { at } = listening(new Neighbour('a', [...far, ...asleep, ...dust(40, station('near', 21.08))]));
  const told = await at(baDinh);
  expect(told).toMatchObject({ aqi: 80, station: { name: 'near' } });
  expect(told?.station?.km).toBeCloseTo(3.6, 0);
});

describe('a station that is far away', () => {
  const far = dust(40, { station: { id: 'far', name: 'far', lat: 21.25, lon: 105.85 } });
  const model = () => new Neighbour('model', dust(80, { kind: 'model' }), 'model');

  test('tells less than the model, whose value is given as such, and that no station is near', async () => {
    const { at } = listening(new Neighbour('a', far), model());
    const told = await at(baDinh);
    expect(told).toMatchObject({ aqi: 150, kind: 'model', noStationWithin: 15 });
    expect(told?.station).toBeUndefined();
  });

  test('is told of, with its distance, where no model knows anything', async () => {
    const { at } = listening(new Neighbour('a', far), new Neighbour('model', [], 'model'));
    const told = await at(baDinh);
    expect(told).toMatchObject({ aqi: 80, station: { name: 'far' }, noStationWithin: 15 });
    expect(told?.station?.km).toBeCloseTo(22, 0);
  });

  test('goes after a near one of another source', async () => {
    const near = dust(25, { station: { id: 'near', name: 'near', lat: 21.05, lon: 105.86 } });
    const { at } = listening(new Neighbour('a', far), new Neighbour('b', near), model());
    const told = await at(baDinh);
    expect(told).toMatchObject({ aqi: 50, station: { name: 'near' } });
    expect(told).not.toHaveProperty('noStationWithin');
  });

  test('whether one is near nobody knows while those who measure cannot be reached, or are not asked', async () => {
    for (const sources of [[new Neighbour('a', new Error('down')), model()], [model()]]) {
      const told = await listening(...sources).at(baDinh);
      expect(told).toMatchObject({ kind: 'model' });
      expect(told).not.toHaveProperty('noStationWithin');
    }
  });
});

test('a source hears of the cell alone, once for all who ask in it, for twenty minutes', async () => {
  const source = new Neighbour('a', dust(40));
  const { at, pass } = listening(source);
  await Promise.all([at(baDinh), at({ lat: 21.0301, lon: 105.8449 }), at(baDinh)]);
  expect(source.asked).toEqual([{ lat: 21.05, lon: 105.85 }]);
  pass(0.3);
  await at(baDinh);
  expect(source.asked).toHaveLength(1);
  pass(0.1);
  await at(baDinh);
  expect(source.asked).toHaveLength(2);
});

test('while all are silent the last answer holds, until it is three hours old; then there is none', async () => {
  const source = new Neighbour('a', dust(40));
  const { at, pass } = listening(source);
  await at(baDinh);
  source.says = new Error('down');
  pass(2);
  expect(await at(baDinh)).toMatchObject({ aqi: 80 });
  pass(0.9);
  expect(await at(baDinh)).toMatchObject({ aqi: 80 });
  pass(0.2);
  expect(await at(baDinh)).toBeUndefined();
});

test('after a failure it is asked again after two minutes, not at once', async () => {
  const source = new Neighbour('a', new Error('down'));
  const { at, pass } = listening(source);
  expect(await at(baDinh)).toBeUndefined();
  source.says = dust(40);
  expect(await at(baDinh)).toBeUndefined();
  pass(0.05);
  expect(await at(baDinh)).toMatchObject({ aqi: 80 });
});

test('of very many places the oldest are forgotten', async () => {
  const source = new Neighbour('a', dust(40));
  const { at } = listening(source);
  for (let step = 0; step <= 500; step++) await at({ lat: 8 + step / 10, lon: 105 });
  await at({ lat: 58, lon: 105 });
  expect(source.asked).toHaveLength(501);
  await at({ lat: 8, lon: 105 });
  expect(source.asked).toHaveLength(502);
});

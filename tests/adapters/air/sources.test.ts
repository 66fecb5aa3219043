import { envisoft } from '../../../adapters/air/envisoft';
import { openMeteo } from '../../../adapters/air/open-meteo';
import { openAq } from '../../../adapters/air/openaq';
import { airNow } from '../../../hotline/air/now';
import { airTomorrow } from '../../../hotline/air/tomorrow';
import type { AirSource, Reading } from '../../../hotline/air/source';
import { FakeAir, type FakeStation, type Fault } from '../../emulators/air';
import { content } from '../../town/content';
import { monday } from '../../town/people';

const baDinh = { lat: 21.05, lon: 105.85 };
const patience = () => AbortSignal.timeout(30_000);

let air: FakeAir;
let root: string;
beforeEach(async () => {
  air = new FakeAir(() => monday);
  root = await air.open();
});
afterEach(() => air.close());

const station = (id: number, lat: number, facts: Partial<FakeStation> = {}): FakeStation => ({
  id,
  name: `trạm ${id}`,
  lat,
  lon: baDinh.lon,
  sensors: { pm25: { units: 'µg/m³', values: [40, 40, 40, 38] }, no2: { units: 'ppb', values: [20] } },
  ...facts,
});

const told = (source: AirSource): Promise<Reading[]> => source.near(baDinh, monday, patience());

/** The answer of one source, and what was told of its failure. */
async function indexOf(source: AirSource, patienceMs = 30_000) {
  const errors: string[] = [];
  const onError = (error: unknown): void => void errors.push((error as Error).message);
  const parts = { scale: content.airScale, sources: [source], nearKm: 25, onError, now: () => monday };
  const answer = await airNow({ ...parts, patienceMs }).at(baDinh);
  return { answer, error: errors.join() };
}

describe('OpenAQ', () => {
  const source = () => openAq({ root, key: 'key-of-the-test' });

  test('the hours of the nearest two stations that are awake, with their units and whose they are', async () => {
    air.stations = [
      station(1, 21.2),
      station(2, 21.06),
      station(3, 21.055, { hoursAgo: 30 }),
      station(4, 21.052, { mobile: true }),
      station(5, 21.051, { sensors: { temperature: { units: 'c', values: [25] } } }),
      station(6, 21.1),
    ];
    const readings = await told(source());
    expect([...new Set(readings.map((each) => each.station?.name))]).toEqual(['trạm 2', 'trạm 6']);
    expect(readings[0]).toEqual({
      pollutant: 'PM2.5',
      value: 40,
      unit: 'µg/m³',
      observedAt: monday,
      kind: 'measurement',
      source: 'openaq',
      attribution: 'AirNow, OpenAQ, US Public Domain',
      station: { id: '2', name: 'trạm 2', lat: 21.06, lon: 105.85 },
    });
    expect(readings).toContainEqual(expect.objectContaining({ pollutant: 'NO2', unit: 'ppb', value: 20 }));
  });

  test('it hears of the cell and of nobody who asks; the key goes by header alone', async () => {
    air.stations = [station(1, 21.06)];
    await told(source());
    const [first, ...others] = air.asked;
    expect(first?.path).toBe('/v3/locations?coordinates=21.05%2C105.85&radius=25000&limit=50');
    expect(others.map(({ path }) => path.split('?')[0])).toEqual([
      '/v3/sensors/10/hours',
      '/v3/sensors/11/hours',
    ]);
    for (const { path, headers, body } of air.asked) {
      expect(headers['x-api-key']).toBe('key-of-the-test');
      expect(path + body).not.toContain('key-of-the-test');
    }
  });

  test('the index of the nearest that has enough hours', async () => {
    const gaps = { pm25: { units: 'µg/m³', values: [40, null, null, 40] } };
    air.stations = [station(1, 21.055, { sensors: gaps }), station(2, 21.1, { hoursAgo: 2 })];
    const { answer } = await indexOf(source());
    expect(answer).toMatchObject({ main: 'PM2.5', kind: 'measurement', station: { name: 'trạm 2' } });
    expect(answer?.observedAt).toBe('2026-11-23T00:00:00.000Z');
  });

  test('a sensor that cannot be read is as one that is not there', async () => {
    air.stations = [station(1, 21.06)];
    air.faults.set('/v3/sensors/11', 'is busy');
    expect((await told(source())).map(({ pollutant }) => pollutant)).toEqual(Array(4).fill('PM2.5'));
    air.faults.set('/v3/sensors/10', 'is busy');
    await expect(told(source())).rejects.toThrow('answered 429');
  });
});

describe('Open-Meteo', () => {
  test('the hours of the model up to now, as a model', async () => {
    const readings = await told(openMeteo({ root }));
    const dust = readings.filter(({ pollutant }) => pollutant === 'PM2.5');
    expect(dust).toHaveLength(34);
    expect(dust.at(-1)).toEqual({
      pollutant: 'PM2.5',
      value: 30,
      unit: 'μg/m³',
      observedAt: monday,
      kind: 'model',
      source: 'open-meteo',
      attribution: 'Open-Meteo (CAMS), CC BY 4.0',
    });
    expect(readings.some(({ pollutant }) => pollutant === 'CO')).toBe(false);
  });

  test('its index; the request tells the cell and nothing else', async () => {
    expect((await indexOf(openMeteo({ root }))).answer).toMatchObject({
      aqi: 60,
      main: 'PM2.5',
      kind: 'model',
    });
    expect(air.asked.map(({ path }) => path)).toEqual([
      '/v1/air-quality?latitude=21.05&longitude=105.85&hourly=pm2_5%2Cpm10%2Cozone%2Ccarbon_monoxide%2Csulphur_dioxide%2Cnitrogen_dioxide&past_days=1&forecast_days=1&timezone=Asia%2FBangkok',
    ]);
  });
});

test('Open-Meteo looks ahead, until tomorrow ends', async () => {
  const source = openMeteo({ root });
  const expected = (await source.ahead?.(baDinh, monday, patience())) ?? [];
  const dust = expected.filter(({ pollutant }) => pollutant === 'PM2.5');
  expect(dust[0]?.observedAt).toEqual(new Date('2026-11-23T10:00:00+07:00'));
  expect(dust.at(-1)?.observedAt).toEqual(new Date('2026-11-24T23:00:00+07:00'));
  expect(air.asked.at(-1)?.path).toContain('&past_days=0&forecast_days=2&');
  const parts = { scale: content.airScale, sources: [source], onError: () => undefined, now: () => monday };
  expect(await airTomorrow(parts).at(baDinh)).toMatchObject({ day: '2026-11-24', aqi: 60, main: 'PM2.5' });
});

test('Envisoft tells the index itself; farther stations, and those without one, are left out', async () => {
  const hanoi = { lat: 21.02, lon: 105.83 };
  air.agency = [
    { id: '31', name: 'Nguyễn Văn Cừ', ...hanoi, qi: '132', at: '2026-11-23 08:00:00' },
    { id: '32', name: 'Trường đo', ...hanoi, qi: 88, at: '23/11/2026 08:00' },
    { id: '33', name: 'im lặng', ...hanoi, qi: null, at: null },
    { id: '34', name: 'Huế', lat: 16.46, lon: 107.6, qi: 40, at: '2026-11-23 08:00:00' },
  ];
  const readings = await told(envisoft({ root }));
  expect(readings.map(({ value, observedAt }) => [value, observedAt.toISOString()])).toEqual([
    [132, '2026-11-23T01:00:00.000Z'],
    [88, '2026-11-23T01:00:00.000Z'],
  ]);
  expect((await indexOf(envisoft({ root }))).answer).toMatchObject({ aqi: 132, level: 'kem', main: null });
});

describe.each([
  ['openaq', (at: string) => openAq({ root: at, key: 'key-of-the-test' })],
  ['open-meteo', (at: string) => openMeteo({ root: at })],
  ['envisoft', (at: string) => envisoft({ root: at })],
])('%s', (_name, source) => {
  test.each<[Fault, RegExp]>([
    ['refuses', /answered 401/],
    ['is busy', /answered 429/],
    ['says nonsense', /something else/],
    ['says too much', /more than/],
    ['is silent', /timeout/],
    ['sends elsewhere', /./],
  ])('that %s is told of and tells nothing; the key is not told', async (fault, error) => {
    air.faults.set('/', fault);
    const failed = await indexOf(source(root), fault === 'is silent' ? 500 : 30_000);
    expect(failed).toEqual({ answer: undefined, error: expect.stringMatching(error) });
    expect(failed.error).not.toContain('key-of-the-test');
    expect(air.asked.some(({ path }) => path.includes('stolen'))).toBe(false);
  });

  test('that is not there', async () => {
    const nowhere = await indexOf(source('http://127.0.0.1:9'));
    expect(nowhere).toEqual({ answer: undefined, error: expect.stringMatching(/./) });
  });
});

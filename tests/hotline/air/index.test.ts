import fc from 'fast-check';
import { indexOf } from '../../../hotline/air/index-of';
import { nowcast } from '../../../hotline/air/nowcast';
import { levelOf, type Pollutant, POLLUTANTS, subIndex } from '../../../hotline/air/scale';
import type { Reading } from '../../../hotline/air/source';
import { micrograms } from '../../../hotline/air/units';
import { testVectors } from '../../../content/vn_aqi.json';
import { content } from '../../town/content';
import { monday } from '../../town/people';

const scale = content.airScale;
const hoursAgo = (hours: number): Date => new Date(monday.getTime() - hours * 3_600_000);

describe('the index of one pollutant', () => {
  test.each(testVectors)('$pollutant $c µg/m³ is $aqi', ({ pollutant, c, aqi }) => {
    expect(subIndex(scale, pollutant.replace('O3_1h', 'O3') as Pollutant, c)).toBe(aqi);
  });

  test.each<[Pollutant, number, number]>([
    ['PM2.5', 0, 0],
    ['PM2.5', 50, 100],
    ['PM2.5', 50.4, 101],
    ['PM2.5', 150, 200],
    ['PM2.5', 250, 300],
    ['PM2.5', 350, 400],
    ['PM2.5', 500, 500],
    ['PM2.5', 9_999, 500],
    ['PM10', 600, 500],
    ['O3', 160, 50],
    ['O3', 160.1, 50],
    ['CO', 150_000, 500],
  ])('%s %d µg/m³ is %d', (pollutant, c, aqi) => {
    expect(subIndex(scale, pollutant, c)).toBe(aqi);
  });

  test.each([-0.1, -999, NaN, Infinity])('%d was never measured', (c) => {
    expect(subIndex(scale, 'PM2.5', c)).toBeUndefined();
  });

  test('it never falls when there is more of it, and stays within 0 and 500', () => {
    const concentration = fc.double({ min: 0, max: 200_000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...POLLUTANTS), concentration, concentration, (pollutant, a, b) => {
        const [low = -1, high = -1] = [Math.min(a, b), Math.max(a, b)].map((c) =>
          subIndex(scale, pollutant, c),
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(500);
      }),
    );
  });
});

test.each([
  [0, 'tot'],
  [50, 'tot'],
  [51, 'trung-binh'],
  [100, 'trung-binh'],
  [101, 'kem'],
  [150, 'kem'],
  [151, 'xau'],
  [200, 'xau'],
  [201, 'rat-xau'],
  [300, 'rat-xau'],
  [301, 'nguy-hai'],
  [500, 'nguy-hai'],
])('%d is %s', (aqi, level) => {
  expect(levelOf(scale, aqi)).toBe(level);
});

describe('Nowcast', () => {
  const none = undefined;
  test.each<[string, (number | undefined)[], number | undefined]>([
    ['the same all day is what it was', Array.from({ length: 12 }, () => 40), 40],
    ['all zero is zero', Array.from({ length: 12 }, () => 0), 0],
    // Weight 0.8: (100 + 0.8·80) / 1.8
    ['hours that differ little weigh much', [100, 80], 164 / 1.8],
    // Weight 0.5, not 0.1: (100 + 0.5·10) / 1.5
    ['hours that differ much weigh at least half', [100, 10], 105 / 1.5],
    ['exactly half', [100, 50], 125 / 1.5],
    ['a missing hour counts for nothing', [100, none, 80], (100 + 0.64 * 80) / 1.64],
    ['a negative one is missing', [100, -5, 80], (100 + 0.64 * 80) / 1.64],
    ['the newest is missing', [none, 80, 80], 80],
    ['two of the newest three are missing', [100, none, none, 80, 80], none],
    ['nothing', [], none],
    [
      'what is older than twelve hours is over',
      [40, 40, ...Array.from({ length: 10 }, () => none), 4_000],
      40,
    ],
  ])('%s', (_what, hours, mean) => {
    if (mean === undefined) expect(nowcast(hours)).toBeUndefined();
    else expect(nowcast(hours)).toBeCloseTo(mean, 9);
  });

  test('with twelve hours it is what the decision sums, to three parts in ten thousand', () => {
    const hours = [100, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 20];
    const asWritten = hours.reduce((sum, value, at) => sum + 0.5 ** (at + 1) * value, 0);
    expect(Math.abs((nowcast(hours) ?? 0) / asWritten - 1)).toBeLessThan(0.0003);
  });

  test('it lies between the least and the most', () => {
    const hours = fc.array(fc.option(fc.double({ min: 0, max: 1_000, noNaN: true }), { nil: undefined }));
    fc.assert(
      fc.property(hours, (values) => {
        const mean = nowcast(values);
        const there = values.slice(0, 12).filter((value) => value !== undefined);
        if (mean === undefined) return;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...there) - 1e-6);
        expect(mean).toBeLessThanOrEqual(Math.max(...there) + 1e-6);
      }),
    );
  });
});

test.each<[Pollutant, number, string, number | undefined]>([
  ['PM2.5', 12, 'µg/m³', 12],
  ['PM10', 12, 'μg/m3', 12],
  ['CO', 1.5, 'mg/m³', 1_500],
  ['NO2', 20, 'ppb', 37.63],
  ['O3', 0.05, 'ppm', 98.16],
  ['SO2', 10, 'ppb', 26.2],
  ['CO', 1, 'ppm', 1_145.6],
  ['PM2.5', 12, 'ppb', undefined],
  ['NO2', 12, 'particles/cm³', undefined],
])('%s: %d %s in µg/m³', (pollutant, value, unit, converted) => {
  if (converted === undefined) expect(micrograms(pollutant, value, unit)).toBeUndefined();
  else expect(micrograms(pollutant, value, unit)).toBeCloseTo(converted, 1);
});

describe('the index at a place', () => {
  const reading = (
    pollutant: Reading['pollutant'],
    hours: number,
    value: number,
    unit = 'µg/m³',
  ): Reading => ({
    pollutant,
    value,
    unit,
    observedAt: hoursAgo(hours),
    kind: 'measurement',
    source: 'test',
    attribution: 'test',
  });
  const hours = (pollutant: Pollutant, ...values: number[]): Reading[] =>
    values.map((value, at) => reading(pollutant, at, value));

  test('the worst decides, dust by its Nowcast, gases by the newest hour', () => {
    const dust = hours('PM2.5', 40, 40, 40);
    expect(indexOf(scale, [...dust, ...hours('NO2', 150, 900)])).toEqual({
      aqi: 80,
      main: 'PM2.5',
      observedAt: monday,
    });
    expect(indexOf(scale, [...dust, reading('O3', 0, 0.1, 'ppm')])).toMatchObject({ aqi: 95, main: 'O3' });
  });

  test('without dust there is none', () => {
    expect(indexOf(scale, hours('NO2', 150, 150, 150))).toBeUndefined();
    expect(indexOf(scale, [])).toBeUndefined();
    expect(indexOf(scale, [reading('PM2.5', 0, 40), ...hours('NO2', 150)])).toBeUndefined();
  });

  test('PM10 alone is enough', () => {
    expect(indexOf(scale, hours('PM10', 100, 100))).toMatchObject({ aqi: 75, main: 'PM10' });
  });

  test('nonsense is as if it were not there', () => {
    const dust = hours('PM2.5', 40, 40);
    const wrong = [
      reading('PM2.5', 2, NaN),
      reading('PM2.5', 3, -999),
      reading('NO2', 0, -1),
      reading('CO', 0, 5, '°C'),
    ];
    expect(indexOf(scale, [...dust, ...wrong])).toMatchObject({ aqi: 80 });
  });

  test('an index that is told needs no computing', () => {
    expect(indexOf(scale, [reading('VN_AQI', 1, 132, 'AQI')])).toEqual({
      aqi: 132,
      main: null,
      observedAt: hoursAgo(1),
    });
    expect(indexOf(scale, [reading('VN_AQI', 1, 5_000, 'AQI')])).toBeUndefined();
  });
});

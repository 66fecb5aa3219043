import { dayIndexOf } from '../../../hotline/air/day-index';
import type { Pollutant } from '../../../hotline/air/scale';
import type { AirSource, Reading } from '../../../hotline/air/source';
import { airTomorrow } from '../../../hotline/air/tomorrow';
import { content } from '../../town/content';
import { monday } from '../../town/people';

const HOUR_MS = 3_600_000;
const scale = content.airScale;
const midnight = new Date('2026-11-24T00:00:00+07:00');

/** Hours of a day, from midnight on, in µg/m³. */
const day = (pollutant: Pollutant, values: readonly number[], from = midnight): Reading[] =>
  values.map((value, at) => ({
    ...{ pollutant, value, unit: 'µg/m³', kind: 'model', source: 'test', attribution: 'ai đó' },
    observedAt: new Date(from.getTime() + at * HOUR_MS),
  }));
const all = (value: number): number[] => Array.from({ length: 24 }, () => value);

describe('the index of a day', () => {
  it.each<[string, Reading[], { aqi: number; main: Pollutant } | undefined]>([
    [
      'dust by its mean',
      day('PM2.5', [...all(0).slice(12), ...all(100).slice(12)]),
      { aqi: 100, main: 'PM2.5' },
    ],
    [
      'gases by their worst hour',
      [...day('PM10', all(25)), ...day('NO2', [150, ...all(10).slice(1)])],
      { aqi: 75, main: 'NO2' },
    ],
    [
      'ozone by its worst eight hours',
      [...day('PM2.5', all(5)), ...day('O3', [...all(0).slice(8), ...all(120).slice(16)])],
      { aqi: 100, main: 'O3' },
    ],
    [
      'ozone above the table of eight hours by its worst hour',
      [...day('PM2.5', all(5)), ...day('O3', all(600))],
      { aqi: 250, main: 'O3' },
    ],
    ['nothing without dust', day('NO2', all(100)), undefined],
    ['nothing with too few hours of dust', day('PM2.5', all(30).slice(7)), undefined],
    ['nothing of what no instrument measures', day('PM2.5', all(-9)), undefined],
  ])('%s', (_how, readings, expected) => expect(dayIndexOf(scale, readings)).toEqual(expected));
});

function looking(...sources: Partial<AirSource>[]) {
  const clock = { now: monday };
  const errors: string[] = [];
  const known = { name: 'a', kind: 'model' as const, near: () => Promise.resolve([]) };
  const { at } = airTomorrow({
    scale,
    sources: sources.map((source) => ({ ...known, ...source })),
    onError: (_error, source) => void errors.push(source),
    now: () => clock.now,
  });
  return { at: () => at({ lat: 21.04, lon: 105.84 }), clock, errors };
}
/** From Monday at nine until tomorrow ends. */
const hours = [...day('PM2.5', all(250).slice(9), monday), ...day('PM2.5', all(40))];

test('of the hours that are told, those of tomorrow count', async () => {
  const { at } = looking({ ahead: async () => hours });
  expect(await at()).toEqual({
    ...{ day: '2026-11-24', aqi: 80, level: 'trung-binh', main: 'PM2.5', attribution: 'ai đó' },
  });
});

test('nobody looks ahead, or who does fails: nothing is known', async () => {
  expect(await looking({}).at()).toBeUndefined();
  const failing = looking({ ahead: async () => Promise.reject(new Error('down')) });
  expect(await failing.at()).toBeUndefined();
  expect(failing.errors).toEqual(['a']);
});

test('it is asked for once in three hours, and what was expected of a day that has come holds no more', async () => {
  let asked = 0;
  const ahead = async () => (asked++ === 0 ? day('PM2.5', all(40)) : []);
  const { at, clock } = looking({ ahead });
  await at();
  await at();
  expect(asked).toBe(1);
  clock.now = new Date(monday.getTime() + 4 * HOUR_MS);
  expect(await at()).toMatchObject({ day: '2026-11-24' });
  expect(asked).toBe(2);
  clock.now = new Date(monday.getTime() + 20 * HOUR_MS);
  expect(await at()).toBeUndefined();
});

import { isQuiet } from '../../../hotline/alerts/quiet-hours';

const at = (clock: string) => new Date(`2026-11-25T${clock}:00+07:00`);
const hours = (from: string, to: string) => {
  const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return { from: minute(from), to: minute(to) };
};

it.each([
  ['22:00', '06:00', '21:59', false],
  ['22:00', '06:00', '22:00', true],
  ['22:00', '06:00', '00:00', true],
  ['22:00', '06:00', '05:59', true],
  ['22:00', '06:00', '06:00', false],
  ['22:00', '06:00', '12:00', false],
  ['12:00', '13:30', '11:59', false],
  ['12:00', '13:30', '13:29', true],
  ['12:00', '13:30', '13:30', false],
  ['08:00', '08:00', '08:00', false],
  ['08:00', '08:00', '20:00', false],
])('between %s and %s, at %s in Vietnam: %s', (from, to, clock, quiet) => {
  expect(isQuiet(hours(from, to), at(clock))).toBe(quiet);
});

it('is never quiet when nobody wished it', () => {
  expect(isQuiet(undefined, at('03:00'))).toBe(false);
});

import { openingHours } from '../../hotline/hours';
import { townCalendar } from '../town/deadlines';

const at = (moment: string): Date => new Date(`${moment}:00+07:00`);
const office = openingHours(
  {
    status: 'confirmed',
    workingDays: [
      { from: 8, to: 12 },
      { from: 13, to: 17 },
    ],
    daysOff: [],
    staffSilence: { hours: 4 },
  },
  townCalendar,
);
const always = openingHours(
  { ...office, workingDays: [{ from: 0, to: 24 }], daysOff: [{ from: 0, to: 24 }] },
  townCalendar,
);
const never = openingHours({ ...office, workingDays: [] }, townCalendar);

it.each([
  ['2026-11-23T08:00', true],
  ['2026-11-23T07:59', false],
  ['2026-11-23T12:00', false],
  ['2026-11-23T16:59', true],
  ['2026-11-28T10:00', false],
  ['2026-09-02T10:00', false],
])('at %s somebody is there: %s', (moment, open) => {
  expect(office.isOpen(at(moment))).toBe(open);
});

it.each([
  ['2026-11-23T06:00', '2026-11-23T08:00'],
  ['2026-11-23T12:30', '2026-11-23T13:00'],
  ['2026-11-23T20:00', '2026-11-24T08:00'],
  ['2026-11-27T18:00', '2026-11-30T08:00'],
  ['2027-02-04T18:00', '2027-02-12T08:00'],
])('after %s they are back at %s', (moment, back) => {
  expect(office.opensNext(at(moment))).toEqual(at(back));
});

it('day and night, weekends too', () => {
  expect(['2026-11-28T23:59', '2026-11-29T00:00'].every((moment) => always.isOpen(at(moment)))).toBe(true);
});

it('nobody at all: nothing is promised', () => {
  expect(never.isOpen(at('2026-11-23T10:00'))).toBe(false);
  expect(never.opensNext(at('2026-11-23T10:00'))).toBeUndefined();
});

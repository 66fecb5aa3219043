import { deadlineOf } from '../../../hotline/ticket/deadline';
import { content } from '../../town/content';

const holidays = new Set(content.terms.holidays);
const none: ReadonlySet<string> = new Set();
const ends = (from: string, term: Parameters<typeof deadlineOf>[1], days: ReadonlySet<string> = none) =>
  deadlineOf(new Date(from), term, days).toISOString();

it.each([
  ['Monday plus one is Tuesday', '2026-11-23T09:00:00+07:00', 1, '2026-11-24T10:00:00.000Z'],
  ['Friday plus one is Monday', '2026-11-27T09:00:00+07:00', 1, '2026-11-30T10:00:00.000Z'],
  ['Saturday plus one is Monday', '2026-11-28T09:00:00+07:00', 1, '2026-11-30T10:00:00.000Z'],
  ['Sunday plus one is Monday', '2026-11-29T23:00:00+07:00', 1, '2026-11-30T10:00:00.000Z'],
  ['fifteen working days are three weeks', '2026-11-23T09:00:00+07:00', 15, '2026-12-14T10:00:00.000Z'],
  ['Sunday 18:00 UTC is Monday in Vietnam', '2026-11-22T18:00:00Z', 1, '2026-11-24T10:00:00.000Z'],
  ['Friday 16:59 UTC is still Friday there', '2026-11-27T16:59:59Z', 1, '2026-11-30T10:00:00.000Z'],
  ['Friday 17:00 UTC is Saturday there', '2026-11-27T17:00:00Z', 1, '2026-11-30T10:00:00.000Z'],
  ['over the new year', '2026-12-31T09:00:00+07:00', 1, '2027-01-01T10:00:00.000Z'],
])('%s', (_story, from, workingDays, end) => {
  expect(ends(from, { workingDays })).toBe(end);
});

it('holidays do not count, nor those beside a weekend', () => {
  // Tuesday before National Day (1 and 2 September 2026 are Tuesday and Wednesday): Monday → Thursday.
  expect(ends('2026-08-31T09:00:00+07:00', { workingDays: 1 }, holidays)).toBe('2026-09-03T10:00:00.000Z');
  // Friday before Tết 2026 (Monday 16 to Friday 20 February): the next working day is Monday 23.
  expect(ends('2026-02-13T09:00:00+07:00', { workingDays: 1 }, holidays)).toBe('2026-02-23T10:00:00.000Z');
});

it('what is urgent is counted by the clock, through nights and weekends', () => {
  expect(ends('2026-11-28T22:30:00+07:00', { hours: 24 }, holidays)).toBe('2026-11-29T15:30:00.000Z');
});

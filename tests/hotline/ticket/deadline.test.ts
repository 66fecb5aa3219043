import { workingCalendar } from '../../../hotline/deadlines/calendar';
import { deadlineAfterPause, deadlineOf, dueSoonAt, type Term } from '../../../hotline/ticket/deadline';
import { townCalendar } from '../../town/deadlines';

/** A calendar whose only holiday is far away. */
const plain = workingCalendar({ holidays: ['2000-01-03'], off: [], working: [] });
/** Vietnam's wall clock: `13/02/2026 09:00`. */
const at = (said: string): Date => {
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d(?::\d\d)?)$/.exec(said) ?? [];
  return new Date(`${year}-${month}-${day}T${time}+07:00`);
};
const days = (workingDays: number): Term => ({ workingDays });
const hours = (count: number): Term => ({ hours: count });

describe('a term of working days', () => {
  it.each([
    ['Monday plus one is Tuesday', '23/11/2026 09:00', 1, '24/11/2026 17:00'],
    ['Friday plus one is Monday', '27/11/2026 09:00', 1, '30/11/2026 17:00'],
    ['Saturday plus one is Monday', '28/11/2026 09:00', 1, '30/11/2026 17:00'],
    ['Sunday plus one is Monday', '29/11/2026 23:00', 1, '30/11/2026 17:00'],
    ['fifteen working days are three weeks', '23/11/2026 09:00', 15, '14/12/2026 17:00'],
    ['one minute past midnight is that day already', '23/11/2026 00:01', 1, '24/11/2026 17:00'],
    ['one minute before midnight is that day still', '27/11/2026 23:59', 1, '30/11/2026 17:00'],
    ['after 17:00 counts like before', '23/11/2026 17:01', 1, '24/11/2026 17:00'],
  ])('%s', (_story, from, count, end) => {
    expect(deadlineOf(at(from), days(count), plain)).toEqual(at(end));
  });

  it.each([
    // Tết 2026: Monday 16 to Friday 20 February, none of them at a weekend.
    ['the Friday before Tết 2026', '13/02/2026 09:00', 1, '23/02/2026 17:00'],
    ['two days before it', '12/02/2026 09:00', 2, '23/02/2026 17:00'],
    ['in the middle of it', '18/02/2026 09:00', 1, '23/02/2026 17:00'],
    ['fifteen days over it', '02/02/2026 09:00', 15, '02/03/2026 17:00'],
    // Tết 2027: Friday 5 to Tuesday 9 February; Saturday and Sunday are made up for on the 10th and 11th.
    ['the Thursday before Tết 2027', '04/02/2027 16:59', 1, '12/02/2027 17:00'],
    ['two days over it', '04/02/2027 16:59', 2, '15/02/2027 17:00'],
    // Hùng Kings 2026 is Sunday 26 April: made up for on Monday.
    ['Hùng Kings on a Sunday', '24/04/2026 09:00', 1, '28/04/2026 17:00'],
    // 30 April 2026 is Thursday, 1 May Friday.
    ['the holidays of April and May', '29/04/2026 09:00', 1, '04/05/2026 17:00'],
    // 1 May 2027 is Saturday, 30 April Friday: made up for on Monday 3.
    ['1 May on a Saturday', '29/04/2027 09:00', 1, '04/05/2027 17:00'],
    ['National Day 2026, Tuesday and Wednesday', '31/08/2026 09:00', 1, '03/09/2026 17:00'],
    ['over the new year', '31/12/2026 09:00', 1, '04/01/2027 17:00'],
    ['fifteen days over the new year', '18/12/2026 09:00', 15, '11/01/2027 17:00'],
    ['24/11 is not confirmed, and counts', '23/11/2026 09:00', 1, '24/11/2026 17:00'],
  ])('%s', (_story, from, count, end) => {
    expect(deadlineOf(at(from), days(count), townCalendar)).toEqual(at(end));
  });
});

it.each([
  ['through nights and weekends', '28/11/2026 22:30', 24, '29/11/2026 22:30'],
  ['through Tết', '16/02/2026 12:00', 24, '17/02/2026 12:00'],
  ['over the new year', '31/12/2026 20:00', 6, '01/01/2027 02:00'],
])('hours are counted by the clock, %s', (_story, from, count, end) => {
  expect(deadlineOf(at(from), hours(count), townCalendar)).toEqual(at(end));
});

describe('after a pause', () => {
  it.each([
    [
      'within one day: nothing moves',
      '14/12/2026 17:00',
      '24/11/2026 09:00',
      '24/11/2026 16:00',
      '14/12/2026 17:00',
    ],
    ['over one night', '14/12/2026 17:00', '24/11/2026 09:00', '25/11/2026 09:00', '15/12/2026 17:00'],
    [
      'over a weekend: Friday evening to Sunday',
      '14/12/2026 17:00',
      '27/11/2026 18:00',
      '29/11/2026 20:00',
      '14/12/2026 17:00',
    ],
    [
      'Friday to Monday: one working day',
      '14/12/2026 17:00',
      '27/11/2026 09:00',
      '30/11/2026 09:00',
      '15/12/2026 17:00',
    ],
    [
      'two weeks: ten working days',
      '14/12/2026 17:00',
      '24/11/2026 09:00',
      '08/12/2026 09:00',
      '28/12/2026 17:00',
    ],
    [
      'past the deadline itself',
      '25/11/2026 17:00',
      '24/11/2026 09:00',
      '10/12/2026 09:00',
      '11/12/2026 17:00',
    ],
    [
      'the last day, gone on before 17:00',
      '25/11/2026 17:00',
      '25/11/2026 16:59',
      '01/12/2026 16:59',
      '01/12/2026 17:00',
    ],
    [
      'the last day, gone on at 17:00',
      '25/11/2026 17:00',
      '25/11/2026 16:59',
      '01/12/2026 17:00',
      '02/12/2026 17:00',
    ],
    [
      'the last day, gone on at a weekend',
      '27/11/2026 17:00',
      '27/11/2026 10:00',
      '28/11/2026 10:00',
      '30/11/2026 17:00',
    ],
    [
      'at the very moment of the deadline',
      '25/11/2026 17:00',
      '25/11/2026 17:00',
      '30/11/2026 09:00',
      '25/11/2026 17:00',
    ],
    [
      'missed before: stays missed',
      '25/11/2026 17:00',
      '26/11/2026 09:00',
      '30/11/2026 09:00',
      '25/11/2026 17:00',
    ],
    [
      'over Tết: holidays take nothing',
      '24/02/2026 17:00',
      '13/02/2026 17:30',
      '22/02/2026 09:00',
      '24/02/2026 17:00',
    ],
    [
      'over Tết into the week after',
      '24/02/2026 17:00',
      '13/02/2026 09:00',
      '24/02/2026 09:00',
      '26/02/2026 17:00',
    ],
    [
      'over Tết 2027 with its days made up for',
      '15/02/2027 17:00',
      '04/02/2027 09:00',
      '12/02/2027 09:00',
      '16/02/2027 17:00',
    ],
    ['over the new year', '05/01/2027 17:00', '30/12/2026 09:00', '04/01/2027 09:00', '07/01/2027 17:00'],
  ])('%s', (_story, deadline, since, until, moved) => {
    const pause = { since: at(since), until: at(until) };
    expect(deadlineAfterPause(at(deadline), days(15), pause, townCalendar)).toEqual(at(moved));
  });

  it('hours: later by the time it stood, to the second', () => {
    const pause = { since: at('28/11/2026 23:59:59'), until: at('30/11/2026 00:00:01') };
    const moved = deadlineAfterPause(at('29/11/2026 12:00'), hours(24), pause, townCalendar);
    expect(moved).toEqual(at('30/11/2026 12:00:02'));
  });

  it('never comes sooner, and as many working days are left as before, on any day of a year', () => {
    const day = (n: number) => new Date(at('01/01/2026 10:00').getTime() + n * 86_400_000);
    for (let n = 0; n < 365; n += 3) {
      const deadline = deadlineOf(day(n), days(10), townCalendar);
      for (const length of [0, 1, 2, 5, 11, 30]) {
        const pause = { since: day(n + 2), until: day(n + 2 + length) };
        const moved = deadlineAfterPause(deadline, days(10), pause, townCalendar);
        expect(moved.getTime()).toBeGreaterThanOrEqual(deadline.getTime());
        expect(leftAfter(pause.until, moved)).toBe(leftAfter(pause.since, deadline));
      }
    }
  });

  /** Evenings of working days that are still to come, one by one. */
  function leftAfter(from: Date, deadline: Date): number {
    let left = 0;
    for (let next = deadlineOf(from, days(1), townCalendar); next <= deadline; left++)
      next = deadlineOf(next, days(1), townCalendar);
    return left;
  }
});

describe('staff are told before', () => {
  const notice = { workingDays: 1, hours: 4 };

  it.each([
    ['in the morning of the working day before', '14/12/2026 17:00', '11/12/2026 08:00'],
    ['before Tết, not in it', '23/02/2026 17:00', '13/02/2026 08:00'],
    ['before the new year', '04/01/2027 17:00', '31/12/2026 08:00'],
  ])('%s', (_story, deadline, soon) => {
    expect(dueSoonAt(at(deadline), days(15), notice, townCalendar)).toEqual(at(soon));
  });

  it('hours: by the clock', () => {
    expect(dueSoonAt(at('01/01/2027 02:00'), hours(24), notice, townCalendar)).toEqual(
      at('31/12/2026 22:00'),
    );
  });
});

import { agencies } from '../../commands/agencies';
import { holidays, statutoryHolidays } from '../../commands/holidays';
import { calendarWarning } from '../../hotline/deadlines/calendar';
import { routing } from '../../hotline/routing';
import { content } from '../town/content';
import { townCalendar } from '../town/deadlines';
import { run } from './run';

it.each([2026, 2027, 2028, 2029, 2030])('the table of %i is what the calendar computes', async (year) => {
  const computed = (await statutoryHolidays(year)).map(({ date }) => date);
  // New Year, five days of Tết, Hùng Kings, 30/4, 1/5, two days of National Day.
  expect(computed).toHaveLength(11);
  expect(content.daysOff.holidays.filter((date) => date.startsWith(`${year}-`))).toEqual(computed);
});

it('a year that is not in the table yet is printed as the table needs it', async () => {
  const { code, lines, said } = await run(holidays, ['--year', '2031']);
  expect([code, lines.length]).toEqual([0, 11]);
  // Tết 2031 begins on 23 January.
  expect(lines).toContain("  - { date: '2031-01-23', name: 'Tết Nguyên đán' }");
  expect(said.join()).toMatch(/đối chiếu/);
});

it.each([[[]], [['--year', 'x']], [['--year', '1990']]])('%j is refused', async (args) => {
  expect(await run(holidays, args)).toMatchObject({
    code: 1,
    lines: [],
    said: [expect.stringContaining('--year')],
  });
});

it('warns when the table does not reach a year ahead', () => {
  expect(calendarWarning(townCalendar, new Date('2029-12-31T16:59:59Z'))).toBeUndefined();
  expect(calendarWarning(townCalendar, new Date('2029-12-31T17:00:00Z'))).toMatch(
    /holidays\.yaml: mới có ngày lễ đến hết năm 2030.*--year 2031/,
  );
});

it('the table of agencies: one line each, contacts only where they were confirmed', async () => {
  const { agencies: all } = routing(content.routing, content.gazetteer);
  const contacts = { 'TTT-01': { email: 'a@b.vn', confirmed: { by: 'Lan', at: '2026-11-25' } } };
  const { code, lines } = await run(agencies({ open: () => ({ agencies: all, contacts }) }), []);
  expect([code, lines.length]).toEqual([0, all.length]);
  expect(lines).toContain('UBND-00004\tUBND Phường Ba Đình\t\t\t\t');
  expect(lines).toContain('TTT-01\tThanh tra Thành phố Hà Nội\t\ta@b.vn\t\tLan 2026-11-25');
  expect(content.contacts).toEqual({});
});

import { parseArgs } from 'node:util';
import { invalid } from '../hotline/errors';
import type { Command } from './index';

/** One line of content/holidays.yaml. */
export interface Holiday {
  date: string;
  name: string;
}

/** `npx hotline holidays --year Y`: the lines that content/holidays.yaml needs for a year. */
export const holidays: Command = {
  name: 'holidays',
  usage: '--year NĂM',
  summary: 'ngày lễ theo luật của một năm, để chép vào content/holidays.yaml',
  async run(args, { output, say }) {
    const { year } = parseArgs({ args: [...args], options: { year: { type: 'string' } } }).values;
    if (!year || !/^20\d\d$/.test(year)) throw invalid('Cần --year NĂM, ví dụ --year 2031');
    const lines = (await statutoryHolidays(Number(year))).map(
      ({ date, name }) => `  - { date: '${date}', name: '${name}' }`,
    );
    output.write(`${lines.join('\n')}\n`);
    say('Tết nghỉ 5 ngày nào, ngày nào liền kề 2/9: hãy đối chiếu thông báo nghỉ lễ của năm đó.');
    return 0;
  },
};

/** What the calendar library calls a holiday, by its rule, and what it is called here. */
const CALLED: Record<string, string> = {
  '01-01': 'Tết Dương lịch',
  'vietnamese 3-0-10': 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
  '04-30': 'Ngày Chiến thắng',
  '05-01': 'Quốc tế Lao động',
  '09-02': 'Quốc khánh',
};
const NEW_YEARS_EVE = '1 day before vietnamese 1-0-1 P5D';
const TET_DAYS = 5;

/**
 * The holidays of Labour Code 2019, Art. 112, clause 1, as they fall. The library computes the lunar ones; the five days
 * of Tết begin on New Year's eve, and the day beside 2/9 is the one that makes the longer rest: both are guesses until the
 * Prime Minister has decided (clause 3).
 */
export async function statutoryHolidays(year: number): Promise<Holiday[]> {
  // Large, and needed once a year.
  const { default: Holidays } = await import('date-holidays');
  const found = new Holidays('VN').getHolidays(year).filter(({ type }) => type === 'public');
  const all = found.flatMap(({ date, rule }) => daysOf(date.slice(0, 10), rule));
  return all.sort((a, b) => a.date.localeCompare(b.date));
}

function daysOf(date: string, rule: string): Holiday[] {
  if (rule === NEW_YEARS_EVE)
    return Array.from({ length: TET_DAYS }, (_, day) => ({ date: plus(date, day), name: 'Tết Nguyên đán' }));
  const name = CALLED[rule];
  if (name === undefined) return [];
  if (rule !== '09-02') return [{ date, name }];
  return [
    { date, name },
    { date: plus(date, besideNationalDay(date)), name: 'Quốc khánh, ngày liền kề (dự kiến)' },
  ];
}

/** Before it on Tuesday, Wednesday, Friday and Saturday; after it on the other days: towards the nearer weekend. */
const besideNationalDay = (date: string): -1 | 1 =>
  [2, 3, 5, 6].includes(new Date(date).getUTCDay()) ? -1 : 1;

const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

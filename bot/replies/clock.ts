import { dayAt } from '../../hotline/deadlines/calendar';
import type { OpeningHours, Span } from '../../hotline/hours';
import { wallClock } from '../../hotline/vietnam-time';
import type { Words } from '../words';

/** `8:00`, `13:30`, from hours of the day. */
const clock = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

const spansIn = (words: Words, spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(` ${words('person.and')} `);

/** "8:00–12:00 và 13:00–17:00 các ngày làm việc", with what is only planned marked as such. */
export function spokenHours(words: Words, { status, workingDays, daysOff }: OpeningHours): string {
  const days = [
    ...(workingDays.length > 0
      ? [words('person.onWorkingDays', { spans: spansIn(words, workingDays) })]
      : []),
    ...(daysOff.length > 0 ? [words('person.onDaysOff', { spans: spansIn(words, daysOff) })] : []),
  ];
  const said = days.join('; ') || words('person.noHours');
  return status === 'draft' ? words('person.draft', { hours: said }) : said;
}

/** "8:00 sáng mai", "8:00 thứ Hai, 30/11": as people say it today. */
export function spokenMoment(words: Words, moment: Date, now: Date): string {
  const local = wallClock(moment);
  const [, month, date] = local.toISOString().slice(0, 10).split('-');
  const time = clock(local.getUTCHours() + local.getUTCMinutes() / 60);
  const day = { time, date: `${date}/${month}`, weekday: words(`person.weekdays.${local.getUTCDay()}`) };
  const away = dayAt(moment) - dayAt(now);
  if (away === 0) return words('person.today', day);
  return words(away === 1 ? 'person.tomorrow' : 'person.onDay', day);
}

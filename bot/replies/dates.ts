import { wallClock } from '../../hotline/vietnam-time';
import type { Words } from '../words';

/** As people here write it: `17:00 ngày 14/12/2026`. */
export function spokenDate(words: Words, date: Date): string {
  return words('date', { time: wallClock(date).toISOString().slice(11, 16), day: spokenDay(date) });
}

/** `14/12/2026` */
export function spokenDay(date: Date): string {
  const [year, month, day] = wallClock(date).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

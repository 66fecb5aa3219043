/** Vietnam is UTC+7 all year; asking the calendar for it would cost as much as half a turn. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** As people here write it: `17:00 ngày 14/12/2026`. */
export function spokenDate(date: Date): string {
  const [, year, month, day, time] =
    /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(new Date(date.getTime() + OFFSET_MS).toISOString()) ?? [];
  return `${time} ngày ${day}/${month}/${year}`;
}

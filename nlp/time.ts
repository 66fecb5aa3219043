import { compose, fold } from './fold';
import type { Time } from './types';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

interface Pattern {
  says: RegExp;
  /** Interval in hours of the day it names, days counted back from today. */
  interval?: (match: RegExpMatchArray) => { daysBack: number; fromHour: number; toHour: number };
  recurring?: boolean;
}

const number = (match: RegExpMatchArray): number => Number(match.groups?.n ?? 1);

/** Spoken times, without accents, the more particular first. */
const PATTERNS: readonly Pattern[] = [
  {
    says: /\b(?:dem|toi|sang|chieu|ngay|tuan|hom) nao cung\b|\bthuong xuyen\b|\bhang (?:ngay|dem|tuan)\b|\blien tuc\b/,
    recurring: true,
  },
  { says: /\b(?:may|nhieu) (?:ngay|hom|tuan|thang|nam) (?:nay|lien|roi)\b/, recurring: true },
  {
    says: /\b(?<n>\d{1,2}) (?:ngay|hom|dem)(?: (?:nay|lien|roi|qua))\b/,
    interval: (m) => ({ daysBack: number(m), fromHour: 0, toHour: 24 * (number(m) + 1) }),
    recurring: true,
  },
  {
    says: /\b(?<n>\d{1,2}) tuan (?:nay|lien|roi|qua)\b/,
    interval: (m) => ({ daysBack: 7 * number(m), fromHour: 0, toHour: 24 * (7 * number(m) + 1) }),
    recurring: true,
  },
  {
    says: /\btu tuan truoc\b/,
    interval: () => ({ daysBack: 7, fromHour: 0, toHour: 24 * 8 }),
    recurring: true,
  },
  { says: /\b(?:toi|dem) (?:hom )?qua\b/, interval: () => ({ daysBack: 1, fromHour: 18, toHour: 30 }) },
  { says: /\bsang (?:som )?(?:hom )?qua\b/, interval: () => ({ daysBack: 1, fromHour: 5, toHour: 12 }) },
  { says: /\bchieu (?:hom )?qua\b/, interval: () => ({ daysBack: 1, fromHour: 12, toHour: 18 }) },
  { says: /\bhom qua\b/, interval: () => ({ daysBack: 1, fromHour: 0, toHour: 24 }) },
  { says: /\bhom kia\b/, interval: () => ({ daysBack: 2, fromHour: 0, toHour: 24 }) },
  { says: /\bsang nay\b/, interval: () => ({ daysBack: 0, fromHour: 5, toHour: 12 }) },
  { says: /\btrua nay\b/, interval: () => ({ daysBack: 0, fromHour: 11, toHour: 14 }) },
  { says: /\bchieu nay\b/, interval: () => ({ daysBack: 0, fromHour: 12, toHour: 18 }) },
  { says: /\b(?:toi|dem) nay\b/, interval: () => ({ daysBack: 0, fromHour: 18, toHour: 24 }) },
  {
    says: /\b(?:hom nay|bay gio|hien (?:gio|nay|tai)|luc nay|dang dien ra|vua xong|vua nay)\b/,
    interval: () => ({ daysBack: 0, fromHour: 0, toHour: 24 }),
  },
];

/** The first time that a text names, as an interval in Vietnam's time; null when it names none. */
export function timeIn(text: string, now: Date): Time | null {
  const folded = fold(text);
  for (const { says, interval, recurring = false } of PATTERNS) {
    const match = folded.match(says);
    if (match?.index === undefined) continue;
    const span = interval?.(match);
    return {
      text: compose(text).slice(match.index, match.index + match[0].length),
      from: span ? at(now, span.daysBack, span.fromHour) : null,
      to: span ? at(now, span.daysBack, span.toHour) : null,
      recurring,
    };
  }
  return null;
}

/** ISO 8601 with offset of an hour of the day, some days back. */
function at(now: Date, daysBack: number, hour: number): string {
  const today = Math.floor((now.getTime() + OFFSET) / DAY) * DAY;
  const local = new Date(today - daysBack * DAY + hour * HOUR);
  return `${local.toISOString().slice(0, 19)}+07:00`;
}

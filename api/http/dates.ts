import { wallClock } from '../../hotline/vietnam-time';

/** Vietnam's wall clock with its offset: `2026-11-23T11:05:00+07:00`. Vietnam has no summer time. */
export function isoVietnam(date: Date): string {
  return wallClock(date)
    .toISOString()
    .replace(/\.\d{3}Z$/, '+07:00');
}

/** `2026-11-23`. */
export const dayInVietnam = (date: Date): string => isoVietnam(date).slice(0, 10);

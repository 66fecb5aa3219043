const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** Vietnam's wall clock with its offset: `2026-11-23T11:05:00+07:00`. Vietnam has no summer time. */
export function isoVietnam(date: Date): string {
  return new Date(date.getTime() + VIETNAM_OFFSET_MS).toISOString().replace(/\.\d{3}Z$/, '+07:00');
}

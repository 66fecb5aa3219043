/** Vietnam is UTC+7 all year. Asking the platform's calendar for it would cost as much as half a turn. */
export const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** A date whose UTC fields are the wall clock of Vietnam at that moment. */
export const wallClock = (date: Date): Date => new Date(date.getTime() + VIETNAM_OFFSET_MS);

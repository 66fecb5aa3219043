import { VIETNAM_OFFSET_MS } from '../../hotline/vietnam-time';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Day 1 of Excel's calendar is 1900-01-01; it counts a 29 February 1900 that never was. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const TIMED_FIRST = /^\d{1,2}:\d{2}(?::\d{2})?[ ,]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d{1,12})?$/;

/**
 * A day as `YYYY-MM-DD`, of 25/11/2026 (day first, as people here write), 2026-11-25, or Excel's number of the day; a
 * time of the day beside it is left out. Undefined: it is no day of this century.
 */
export function dayIn(text: string): string | undefined {
  const dayFirst = SLASHED.exec(text) ?? TIMED_FIRST.exec(text);
  if (dayFirst) return checked(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const iso = ISO.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (WITH_ZONE.test(text)) return dayOf(Date.parse(text) + VIETNAM_OFFSET_MS);
  return SERIAL.test(text) ? dayOf(EXCEL_ZERO + Math.floor(Number(text)) * DAY_MS) : undefined;
}

function dayOf(time: number): string | undefined {
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  return checked(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** 31/02 is no day. */
function checked(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_YEAR || year >= LAST_YEAR) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

import { cleanText } from '../clean-text';

const DEEPEST = 5;
const MOST_ITEMS = 50;
const LONGEST_STRING = 2000;
const SAFE_KEY = /^(?!__proto__$|constructor$|prototype$)[\p{L}\p{N}_-][\p{L}\p{N}_ :-]{0,63}$/u;

/** What a card's form sends back: any small JSON, with keys that mean nothing to a database or to JavaScript. */
export function cleanValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value.slice(0, LONGEST_STRING));
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || depth >= DEEPEST) return undefined;
  if (Array.isArray(value))
    return value.slice(0, MOST_ITEMS).map((item) => cleanValue(item, depth + 1) ?? null);
  const entries = Object.entries(value)
    .filter(([key]) => SAFE_KEY.test(key))
    .slice(0, MOST_ITEMS);
  return Object.fromEntries(entries.map(([key, item]) => [key, cleanValue(item, depth + 1) ?? null]));
}

/** Hours that count. */
export const NOWCAST_HOURS = 12;
/** Of the newest hours so many must be there. */
const NEWEST = 3;
const NEEDED = 2;
const LEAST_WEIGHT = 0.5;

/**
 * Nowcast of PM2.5 or PM10 (Decision 1459/QĐ-TCMT): the mean of the last 12 hours, in which an hour weighs the less the
 * older it is and the more the hours differ. `hours[0]` is the newest; what is missing or negative is left out.
 * Undefined: of the three newest hours two are missing.
 *
 * Over weights of 0.5 the decision sums without dividing by the weights that are there, which with missing hours would tell
 * far too little; we always divide (less than 0.03 % of difference with all twelve hours; see decision 0022).
 */
export function nowcast(hours: readonly (number | undefined)[]): number | undefined {
  const there = hours
    .slice(0, NOWCAST_HOURS)
    .flatMap((value, age) => (value !== undefined && value >= 0 ? [{ value, age }] : []));
  if (there.filter(({ age }) => age < NEWEST).length < NEEDED) return undefined;
  const weight = weightOf(there.map(({ value }) => value));
  const weights = there.map(({ age }) => weight ** age);
  const weighed = there.map(({ value }, at) => value * (weights[at] ?? 0));
  return sum(weighed) / sum(weights);
}

/** The least by the most, at least one half; all zero: all the same. */
function weightOf(values: readonly number[]): number {
  const most = Math.max(...values);
  return most === 0 ? 1 : Math.max(LEAST_WEIGHT, Math.min(...values) / most);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

import { columns } from '../turn/figures';

/** One figure of the benchmark, with what is to be reached. */
export interface Line {
  measure: string;
  value: number;
  unit: string;
  least?: number;
  most?: number;
  /** Whose figure `least` is. */
  peer?: string;
}

/** Undefined where there is no goal. A peer must be beaten, not reached. */
export function met({ value, least, most, peer }: Line): boolean | undefined {
  if (least === undefined && most === undefined) return undefined;
  if (peer) return value > (least ?? -Infinity);
  return value >= (least ?? -Infinity) && value <= (most ?? Infinity);
}

/** The figures as a table for a terminal. */
export const table = (lines: readonly Line[]): string =>
  columns([['measure', 'value', 'goal', 'met'], ...lines.map(rowOf)]);

function rowOf(line: Line): string[] {
  const { measure, value, unit, least, most, peer } = line;
  const reached = met(line);
  const goal =
    least !== undefined
      ? `${peer ? '>' : '≥'} ${spoken(least)}`
      : most !== undefined
        ? `≤ ${spoken(most)}`
        : '';
  return [
    measure,
    `${spoken(value)} ${unit}`.trim(),
    [goal, peer].filter(Boolean).join(' '),
    reached === undefined ? '' : reached ? 'yes' : 'NO',
  ];
}

const spoken = (value: number): string =>
  Math.abs(value) < 1 && value !== 0
    ? value.toFixed(3)
    : value >= 1000
      ? String(Math.round(value))
      : value.toFixed(1);

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
export function table(lines: readonly Line[]): string {
  const rows = [['measure', 'value', 'goal', 'met'], ...lines.map(rowOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

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

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** One line of the result. */
export interface Figure {
  measure: string;
  value: number;
  unit: string;
  /** Processor time against baseline B with the same promise of durability. */
  ofB?: number;
  /** What is to be reached, of the value or, with `of: 'B'`, of the ratio. */
  goal?: { most?: number; least?: number; aim?: number; of?: 'B' };
}

export function isMet({ value, ofB, goal }: Figure): boolean | undefined {
  if (!goal) return undefined;
  const measured = goal.of === 'B' ? (ofB ?? NaN) : value;
  return measured <= (goal.most ?? Infinity) && measured >= (goal.least ?? -Infinity);
}

/** The figures as a table for a terminal. */
export function table(figures: readonly Figure[]): string {
  return columns([['measure', 'value', '× B', 'goal', 'met'], ...figures.map(rowOf)]);
}

/** Rows of cells, one under the other. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowOf(figure: Figure): string[] {
  const met = isMet(figure);
  return [
    figure.measure,
    `${spoken(figure.value)} ${figure.unit}`,
    figure.ofB === undefined ? '' : figure.ofB.toFixed(2),
    goalOf(figure),
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

function goalOf({ goal, unit }: Figure): string {
  if (!goal) return '';
  const limit = goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`;
  const aim = goal.aim === undefined ? '' : ` (aim ${goal.aim})`;
  return `${limit} ${goal.of === 'B' ? '× B' : unit}${aim}`;
}

const spoken = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));

/** What a cell of a list may hold: text in a CSV, in a workbook also what Excel makes of it. */
export type Cell = string | number | boolean | Date | null;

/** One row of a list, with the number by which the operator finds it in the file. */
export interface Row {
  line: number;
  cells: readonly Cell[];
}

/** A list that can be read more than once. */
export interface Table {
  rows(): AsyncIterable<Row>;
}

/** A cell as text; a day as `YYYY-MM-DD`, which is how a workbook's days are read: without a time zone. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFC').trim();
}

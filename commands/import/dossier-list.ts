import type { Dossier } from '../../hotline/dossiers';
import { invalid } from '../../hotline/errors';
import { dossierReader } from './dossier-row';
import { type Headings, HEADINGS_NEEDED, headingsIn } from './headings';
import type { Row, Table } from './table';

/** The headings stand within so many rows; titles may stand above them. */
const HEADINGS_WITHIN = 20;

/** What a list holds, one after the other: first its headings, then each row. */
export type Entry =
  | { type: 'headings'; headings: Headings }
  | { type: 'dossier'; line: number; dossier: Dossier; masked: boolean }
  | { type: 'wrong'; line: number; faults: string[] };

/**
 * Reads a list of dossiers row by row.
 * @throws HotlineError `invalid` when no row holds the headings
 */
export async function* dossiersIn(table: Table): AsyncGenerator<Entry> {
  let read: ReturnType<typeof dossierReader> | undefined;
  const seen = new Map<string, number>();
  let above = 0;
  for await (const row of table.rows()) {
    if (read) yield entryOf(row, read, seen);
    else {
      const headings = headingsIn(row);
      if (headings) yield { type: 'headings', headings };
      if (headings) read = dossierReader(headings);
      else if (++above === HEADINGS_WITHIN) break;
    }
  }
  if (!read) throw invalid(HEADINGS_NEEDED);
}

/** A code that stands in two rows would leave it to chance what holds. */
function entryOf(row: Row, read: ReturnType<typeof dossierReader>, seen: Map<string, number>): Entry {
  const { line } = row;
  const result = read(row);
  if ('faults' in result) return { type: 'wrong', line, ...result };
  const code = result.dossier.code.replace(/\s/g, '').toUpperCase();
  const before = seen.get(code);
  if (before !== undefined)
    return { type: 'wrong', line, faults: [`mã ${result.dossier.code} đã có ở dòng ${before}`] };
  seen.set(code, line);
  return { type: 'dossier', line, ...result };
}

import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import type { Info, Parser } from 'csv-parse';
import { invalid } from '../../hotline/errors';
import { headingsIn } from './headings';
import type { Row, Table } from './table';

/** The headings stand within so much of a file. */
const BEGINNING = 64 * 1024;
/** A row is no longer than this, or a quote was opened and never closed. */
const LONGEST_ROW = 128 * 1024;
const SEPARATORS = [',', ';', '\t', '|'] as const;
type Separator = (typeof SEPARATORS)[number];
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A CSV file, read row by row each time; nothing of it is kept. */
export async function csvTable(file: string, head: Buffer): Promise<Table> {
  const encoding = encodingOf(head);
  const separator = await separatorOf(file, encoding);
  return { rows: () => rowsOf(charactersOf(file, encoding), separator) };
}

/** By the byte order mark; without one it must be UTF-8. */
function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The one by which some row is the headings; by none of them the comma is as good as any. */
async function separatorOf(file: string, encoding: Encoding): Promise<Separator> {
  for (const separator of SEPARATORS) {
    const beginning = charactersOf(file, encoding, BEGINNING);
    for await (const row of rowsOf(beginning, separator)) if (headingsIn(row)) return separator;
  }
  return ',';
}

/** @throws HotlineError `invalid` when it is no text in that encoding */
async function* charactersOf(file: string, encoding: Encoding, bytes?: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const end = bytes === undefined ? {} : { end: bytes - 1 };
  try {
    for await (const piece of createReadStream(file, end)) {
      const text = decoder.decode(piece as Buffer, { stream: true });
      if (text.includes('\0')) throw unreadable();
      yield text;
    }
    if (bytes === undefined) yield decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? unreadable() : error;
  }
}

async function* rowsOf(characters: AsyncGenerator<string>, separator: Separator): AsyncGenerator<Row> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter: separator,
    info: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // What breaks off upstream is thrown by the parser, too.
  pipeline(Readable.from(characters), parser, () => undefined);
  try {
    for await (const { record, info } of parser as Parser & AsyncIterable<{ record: string[]; info: Info }>)
      yield { line: info.lines, cells: record };
  } catch (error) {
    throw inOurWords(error);
  }
}

function inOurWords(error: unknown): unknown {
  const { code, lines } = error as { code?: string; lines?: number };
  if (!code?.startsWith('CSV_')) return error;
  return invalid(`Dòng ${lines ?? '?'}: không đọc được, có lẽ thừa hoặc thiếu dấu nháy kép (").`);
}

const unreadable = () =>
  invalid(
    'Tệp không phải văn bản UTF-8 hay UTF-16 (có thể là Windows-1258 hoặc TCVN3). ' +
      'Trong Excel, hãy chọn Lưu thành → “CSV UTF-8”, hoặc lưu thành .xlsx.',
  );

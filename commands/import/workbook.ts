import type { Entry, ZipFile } from 'yauzl';
import { HotlineError, invalid } from '../../hotline/errors';
import type { Cell, Row, Table } from './table';

const MOST_ENTRIES = 1_000;
/** Unpacked, all together; a list of 100,000 dossiers has about 60 MB. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Longest thing that is looked for, so that none is missed between two pieces. */
const OVERLAP = 16;

/** The first sheet of a workbook (.xlsx), with the values that it shows. */
export async function workbookTable(bytes: Buffer): Promise<Table> {
  await examine(bytes);
  // Brings an unzipper and an XML reader along, and is needed once in a while.
  const { readSheet } = await import('read-excel-file/node');
  const sheet = (await readSheet(bytes).catch(() => Promise.reject(broken()))) as Cell[][];
  return { rows: () => rowsOf(sheet) };
}

async function* rowsOf(sheet: readonly Cell[][]): AsyncGenerator<Row> {
  for (const [index, cells] of sheet.entries())
    if (cells.some((cell) => cell !== null)) yield await Promise.resolve({ line: index + 1, cells });
}

/**
 * Looks into it before anything is read: a workbook without macros, formulas and entities, that unpacks to no more than
 * 200 MB, by what it declares and by what comes out.
 * @throws HotlineError `invalid`
 */
async function examine(bytes: Buffer): Promise<void> {
  const { fromBufferPromise } = await import('yauzl');
  const zip = await fromBufferPromise(bytes).catch(() => Promise.reject(broken()));
  try {
    for (const entry of await entriesOf(zip)) await look(zip, entry);
  } catch (error) {
    throw error instanceof HotlineError ? error : broken();
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw tooMuch();
  const entries: Entry[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    declared += entry.uncompressedSize;
  }
  if (declared > MOST_BYTES) throw tooMuch();
  if (entries.some(({ fileName }) => /vbaProject/i.test(fileName))) throw macros();
  if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) throw broken();
  return entries;
}

/** The whole part goes by, so that it is as long as it declares. */
async function look(zip: ZipFile, entry: Entry): Promise<void> {
  const isSheet = entry.fileName.startsWith('xl/worksheets/');
  let before = '';
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const text = before + (piece as Buffer).toString('latin1');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw broken();
    if (isSheet && /<(?:\w{1,8}:)?f[\s>/]/.test(text)) throw formulas();
    before = text.slice(-OVERLAP);
  }
}

const broken = () =>
  invalid('Tệp Excel bị hỏng, có mật khẩu, hoặc không phải .xlsx. Hãy mở bằng Excel rồi lưu lại.');
const tooMuch = () => invalid('Tệp Excel quá lớn khi giải nén (hơn 200 MB). Hãy lưu thành “CSV UTF-8”.');
const macros = () => invalid('Tệp Excel có macro nên không đọc. Hãy lưu thành .xlsx hoặc “CSV UTF-8”.');
const formulas = () =>
  invalid(
    'Tệp Excel có ô công thức nên không đọc. Hãy lưu thành “CSV UTF-8”, hoặc dán lại dưới dạng giá trị.',
  );

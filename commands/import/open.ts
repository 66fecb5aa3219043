import { open, readFile, stat } from 'node:fs/promises';
import { invalid } from '../../hotline/errors';
import { csvTable } from './csv';
import type { Table } from './table';
import { workbookTable } from './workbook';

const HEAD = 8;
/** A workbook is in memory while it is read. */
const LARGEST_WORKBOOK = 50 * 1024 * 1024;

/**
 * Opens a list: a workbook or a CSV, told by what is in it.
 * @throws HotlineError `invalid` when it is neither, or not there
 */
export async function openTable(file: string): Promise<Table> {
  const size = await sizeOf(file);
  const head = await headOf(file);
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    if (size > LARGEST_WORKBOOK) throw invalid(`${file}: lớn hơn 50 MB. Hãy lưu thành “CSV UTF-8”.`);
    return workbookTable(await readFile(file));
  }
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw invalid(`${file}: là Excel đời cũ (.xls) hoặc có mật khẩu. Hãy lưu thành .xlsx hoặc “CSV UTF-8”.`);
  return csvTable(file, head);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw invalid(`${file}: không mở được (${error.code}).`);
  });
  // It is read more than once.
  if (!found.isFile()) throw invalid(`${file}: không phải một tệp.`);
  return found.size;
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw invalid(`${file}: không mở được (${error.code}).`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

import type { Entry, ZipFile } from 'yauzl';
import { invalid } from '../../hotline/errors';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const MAIN_PART = `${DOCX}.main+xml`;
const TYPES_PART = '[Content_Types].xml';
const MOST_ENTRIES = 3_000;
/** Unpacked, all together: a long paper with many photos, not a bomb. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Of a part that is read as text. */
const MOST_TEXT = 2 * 1024 * 1024;

/**
 * Looks into a zip file: it must be a Word document (ECMA-376), without macros, without a template that Word would fetch
 * from elsewhere, and unpack to no more than 200 MB, by what it declares and by what comes out.
 * @throws HotlineError `invalid`
 */
export async function checkDocx(bytes: Buffer): Promise<void> {
  const { fromBufferPromise } = await import('yauzl');
  const zip = await fromBufferPromise(bytes).catch(() => undefined);
  if (!zip) throw broken();
  try {
    await checkParts(zip);
  } finally {
    zip.close();
  }
}

async function checkParts(zip: ZipFile): Promise<void> {
  const entries = await entriesOf(zip);
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (!names.has(TYPES_PART) || !names.has('word/document.xml')) throw noDocument();
  if (entries.some(({ fileName }) => /vbaProject|vbaData/i.test(fileName))) throw macros();
  for (const entry of entries) checkText(entry.fileName, await unpack(zip, entry));
}

/** Nothing is unpacked before all that is declared was seen. */
async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw tooMuch();
  const entries: Entry[] = [];
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      declared += entry.uncompressedSize;
    }
  } catch {
    throw broken();
  }
  if (declared > MOST_BYTES) throw tooMuch();
  return entries;
}

/** The whole part goes by, so that it is whole and as long as it declares; only what is read as text is kept. */
async function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  const read = /\.rels$/i.test(entry.fileName) || entry.fileName === TYPES_PART;
  if (read && entry.uncompressedSize > MOST_TEXT) throw tooMuch();
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) if (read) pieces.push(piece as Buffer);
  } catch {
    throw broken();
  }
  return Buffer.concat(pieces).toString('utf8');
}

function checkText(name: string, text: string): void {
  if (name === TYPES_PART) {
    if (/macroEnabled|vbaProject/i.test(text)) throw macros();
    if (!text.includes(`"${MAIN_PART}"`)) throw noDocument();
  }
  for (const [relation] of text.matchAll(/<Relationship\s[^<>]{1,4000}>/g))
    if (relation.includes('/attachedTemplate"') && FROM_ELSEWHERE.test(relation)) throw macros();
}

/** A template on a server: a document without macros of its own then fetches them. */
const FROM_ELSEWHERE = /Target\s*=\s*["'](?:https?:|ftp:|\\\\|file:(?:\\|\/\/)[^/])/i;

const broken = () => invalid('Tệp Word bị hỏng hoặc có mật khẩu nên chưa mở được. Bạn gửi lại giúp nhé.');
const noDocument = () =>
  invalid('Tệp nén chưa nhận được, chỉ nhận tệp Word (DOCX). Bạn gửi giúp từng ảnh hoặc tệp PDF nhé.');
const macros = () =>
  invalid('Tệp Word này có macro nên không nhận được. Bạn lưu lại thành PDF rồi gửi giúp nhé.');
const tooMuch = () =>
  invalid('Tệp Word này quá lớn khi mở ra, chưa nhận được. Bạn lưu lại thành PDF rồi gửi giúp nhé.');

import { crc32, deflateRawSync } from 'node:zlib';
import { u16le, u32le } from './little';

export interface Packed {
  name: string;
  bytes: Buffer;
  /** Unpacked length that the zip declares instead of the true one. */
  declared?: number;
}

/** A zip file (PKWARE APPNOTE), each part deflated. */
export function zip(parts: readonly Packed[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, declared = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const called = Buffer.from(name);
    const sizes = [u32le(crc32(bytes)), u32le(packed.length), u32le(declared), u16le(called.length)];
    const head = [u16le(20), u16le(0x800), u16le(8), u32le(0), ...sizes, u16le(0)];
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), ...head, called, packed]);
    const more = [Buffer.alloc(10), u32le(at), called];
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), u16le(20), ...head, ...more]));
    local.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const counts = [u16le(0), u16le(0), u16le(parts.length), u16le(parts.length)];
  const end = [Buffer.from('PK\x05\x06', 'latin1'), ...counts, u32le(directory.length), u32le(at), u16le(0)];
  return Buffer.concat([...local, directory, ...end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document with one line, and what else is put into it; a part of the same name takes the place of its own. */
export function docx(more: readonly Packed[] = [], mainType = WORD): Buffer {
  const own = [
    part(
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    ),
    part('word/document.xml', '<w:document><w:body><w:p>Đơn phản ánh</w:p></w:body></w:document>'),
  ];
  return zip([...own.filter(({ name }) => !more.some((one) => one.name === name)), ...more]);
}

export const part = (name: string, text: string): Packed => ({ name, bytes: Buffer.from(text) });

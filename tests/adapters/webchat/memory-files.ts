import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { invalid } from '../../../hotline/errors';
import type { FileCopy, FileStore, StoredFile } from '../../../hotline/stores';

/** A file store in memory that takes PNG pictures and PDF, by their first bytes. */
export class MemoryFiles implements FileStore {
  readonly kept = new Map<string, StoredFile & { bytes: Buffer }>();

  /** Which copies were asked for. */
  readonly opened: FileCopy[] = [];
  /** Refuses a file by its name. */
  refuse: (name: string) => Error | undefined = () => undefined;

  async save({ name, bytes, conversation }: { name: string; bytes: Buffer; conversation: string }) {
    const refused = this.refuse(name);
    if (refused) throw refused;
    const type = bytes.subarray(1, 4).toString() === 'PNG' ? 'image/png' : pdf(bytes);
    const stored = {
      id: randomUUID(),
      name,
      type,
      size: bytes.length,
      display: type === 'image/png',
      conversation,
    };
    this.kept.set(stored.id, { ...stored, bytes });
    return stored;
  }

  async find(id: string): Promise<StoredFile | undefined> {
    return this.kept.get(id);
  }

  async open(id: string, copy: FileCopy) {
    const file = this.kept.get(id);
    this.opened.push(copy);
    return file && { name: file.name, type: file.type, size: file.size, stream: Readable.from([file.bytes]) };
  }

  async discard(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.kept.delete(id);
  }
}

function pdf(bytes: Buffer): string {
  if (bytes.subarray(0, 4).toString() !== '%PDF') throw invalid('Loại tệp này chưa nhận được.');
  return 'application/pdf';
}

/** One red dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

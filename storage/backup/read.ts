import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BSON } from 'mongodb';
import { reason } from '../refused';
import {
  type CollectionStart,
  type Copied,
  FORMAT,
  type Header,
  type Trailer,
  VERSION,
  unusable,
} from './format';
import { type Frame, NoFrames, contentOf, unpacked } from './frames';
import { isLeftOut } from './left-out';

export interface Contents {
  header: Header;
  trailer: Trailer;
}

/** The frames of a backup, as they lie in the file. */
export async function* framesOf(file: string): AsyncGenerator<Frame> {
  const chunkSize = 256 * 1024;
  const source = createReadStream(file);
  const unzipped = createGunzip({ chunkSize });
  source.once('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  try {
    yield* unpacked(unzipped);
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

/**
 * Reads a backup from end to end without touching any database.
 * @throws HotlineError `backup_unusable` unless every byte is as it was written
 */
export async function readBackup(file: string): Promise<Contents> {
  const check = new Check();
  try {
    for await (const each of framesOf(file)) check.take(each);
    return check.end();
  } catch (error) {
    throw explained(file, error);
  }
}

/** What was read does not fit together. */
class Mismatch extends Error {}

/** Follows the frames and compares what was counted and hashed with what the file says. */
class Check {
  private readonly whole = createHash('sha256');
  private readonly copied: Copied[] = [];
  private header: Header | undefined;
  private trailer: Trailer | undefined;
  private open: { name: string; count: number; hash: ReturnType<typeof createHash> } | undefined;

  take(each: Frame): void {
    if (this.trailer || (each.tag === 'H') === (this.header !== undefined)) throw new Mismatch('sai thứ tự');
    if (each.tag === 'T') this.trailer = contentOf<Trailer>(each);
    else this.whole.update(each.tag).update(each.bytes);
    if (each.tag === 'H') this.header = headerIn(each);
    if (each.tag === 'C') this.begin(contentOf<CollectionStart>(each));
    if (each.tag === 'D') this.count(each);
    if (each.tag === 'E') this.close(contentOf<Copied>(each));
  }

  end(): Contents {
    const { header, trailer } = this;
    if (!header || !trailer) throw new Mismatch('thiếu phần cuối, tệp bị cắt cụt');
    const told = JSON.stringify(trailer.collections);
    if (told !== JSON.stringify(this.copied) || trailer.sha256 !== this.whole.digest('hex'))
      throw new Mismatch('mã kiểm tra không khớp, tệp bị hỏng');
    return { header, trailer };
  }

  private begin({ name }: CollectionStart): void {
    if (this.open || isLeftOut(name)) throw new Mismatch('sai thứ tự');
    this.open = { name, count: 0, hash: createHash('sha256') };
  }

  private count({ bytes }: Frame): void {
    if (!this.open) throw new Mismatch('sai thứ tự');
    this.open.count += 1;
    this.open.hash.update(bytes);
  }

  private close(told: Copied): void {
    if (!this.open) throw new Mismatch('sai thứ tự');
    const { name, count, hash } = this.open;
    const sha256 = hash.digest('hex');
    if (told.name !== name || told.count !== count || told.sha256 !== sha256)
      throw new Mismatch(`phần ${name} không khớp mã kiểm tra, tệp bị hỏng`);
    this.copied.push({ name, count, sha256 });
    this.open = undefined;
  }
}

function headerIn(each: Frame): Header {
  const header = contentOf<Header>(each);
  if (header.format !== FORMAT) throw new NoFrames('another format');
  if (header.version > VERSION)
    throw new Mismatch(
      `tệp có định dạng ${header.version}, bản này chỉ đọc được đến định dạng ${VERSION}; hãy cài bản Hotline Xanh mới hơn`,
    );
  return header;
}

function explained(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Mismatch) return unusable(file, error.message);
  if (error instanceof NoFrames || code === 'Z_DATA_ERROR')
    return unusable(file, 'không phải bản sao lưu của Hotline Xanh, hoặc tệp bị hỏng');
  if (code === 'Z_BUF_ERROR') return unusable(file, 'tệp bị cắt cụt');
  if (error instanceof BSON.BSONError || error instanceof RangeError) return unusable(file, 'tệp bị hỏng');
  if (code?.startsWith('E')) return unusable(file, `không đọc được (${reason(error)})`);
  return error;
}

import type { Connection } from 'mongoose';
import type { FileCopy, FileNeed, FileStore, OpenFile, StoredFile } from '../hotline/stores';
import { Bucket, type Entry } from './files/bucket';
import { examine, type FileLimits } from './files/examined';
import { fileName } from './files/name';
import { OneByOne } from './files/one-by-one';
import { open } from './files/open';
import type { Copies } from './files/picture';
import { checkRoom, QUOTAS, type Quotas } from './files/quota';
import { sweep } from './files/sweep';

export interface FileOptions {
  /** Bytes of the largest file, whatever it is; default 20 MB. */
  fileBytes?: number | undefined;
  /** The same for some kinds. */
  kinds?: Partial<FileLimits> | undefined;
  /** What one conversation may hold; generous by default. */
  quotas?: Quotas | undefined;
}

type Given = Parameters<FileStore['save']>[0];

export interface GridFsFiles extends FileStore {
  /** Indexes; before the first use. */
  prepare(): Promise<void>;
  /**
   * Removes uploads older than the date that no message names, and pieces of uploads that broke off.
   * @param isUsed whether a file belongs to a message; asked once more at the next sweep when it does not
   * @returns how many were removed
   */
  sweepOrphans(
    olderThan: Date,
    isUsed: (file: { id: string; conversation: string }) => Promise<boolean>,
  ): Promise<number>;
}

/** Files in GridFS: the original as it came, for staff, and copies to show, all durable before `save` ends. */
export function gridFsFiles(connection: Connection, options: FileOptions = {}): GridFsFiles {
  const { db } = connection;
  if (!db) throw new Error('The database must be connected before its files are used.');
  const most = options.fileBytes ?? 20 * 1024 * 1024;
  const limits = { picture: most, paper: most, video: most, sound: most, ...options.kinds };
  return new Files(new Bucket(db), limits, options.quotas ?? QUOTAS);
}

class Files implements GridFsFiles {
  private readonly byConversation = new OneByOne();

  constructor(
    private readonly bucket: Bucket,
    private readonly limits: FileLimits,
    private readonly quotas: Quotas,
  ) {}

  prepare(): Promise<void> {
    return this.bucket.prepare();
  }

  /** One after the other within a conversation, so that uploads at the same moment see each other. */
  save(file: Given): Promise<StoredFile> {
    return this.byConversation.run(file.conversation, () => this.keep(file));
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const entry = await this.bucket.original(id);
    return entry && storedFile(entry);
  }

  async open(id: string, copy: FileCopy | 'moving', need?: FileNeed): Promise<OpenFile | undefined> {
    const original = await this.bucket.original(id);
    return original && open(this.bucket, original, copy, need);
  }

  async discard(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const entry = await this.bucket.original(id);
      if (entry?.metadata.loose) await this.bucket.remove(entry);
    }
  }

  sweepOrphans(
    olderThan: Date,
    isUsed: (file: { id: string; conversation: string }) => Promise<boolean>,
  ): Promise<number> {
    return sweep(this.bucket, olderThan, isUsed);
  }

  private async keep(file: Given): Promise<StoredFile> {
    const { bytes, conversation, by = 'citizen' } = file;
    const more = { bytes: bytes.length, conversation, by } as const;
    await checkRoom(this.bucket.entries, more, this.quotas[by], new Date());
    const { type, name, copies, patches, taken } = await examine(file, this.limits);
    // The copies first: an original that can be found is complete.
    const shown = copies && (await this.keepCopies(name, copies, conversation));
    const about = { ...shown, ...(patches && { patches }), ...(taken && { taken }) };
    const id = await this.bucket.write(name, bytes, {
      ...{ copy: 'original', type, conversation, by, loose: true },
      ...about,
    });
    return {
      ...{ id: id.toHexString(), name, type, size: bytes.length, conversation },
      display: isShowable(about),
      ...(taken && { taken }),
    };
  }

  private async keepCopies(of: string, { display, thumb }: Copies, conversation: string) {
    const about = { type: 'image/jpeg', conversation };
    const name = fileName(of.replace(/\.[^.]*$/, ''), about.type);
    return {
      display: await this.bucket.write(name, display, { copy: 'display', ...about }),
      thumb: await this.bucket.write(name, thumb, { copy: 'thumb', ...about }),
    };
  }
}

function storedFile({ _id, filename, length, metadata }: Entry): StoredFile {
  const { type, conversation, taken } = metadata;
  return {
    ...{ id: _id.toHexString(), name: filename, type, size: length, conversation },
    display: isShowable(metadata),
    ...(taken && { taken }),
  };
}

const isShowable = ({ display, patches }: Partial<Entry['metadata']>): boolean =>
  display !== undefined || patches !== undefined;

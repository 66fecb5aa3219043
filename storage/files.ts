import { mongo, type Connection } from 'mongoose';
import { tooLarge } from '../hotline/errors';
import type { FileStore, StoredFile } from '../hotline/stores';
import { fileName } from './files/name';
import { displayCopy, typeOf } from './files/picture';

const { GridFSBucket, ObjectId } = mongo;
const DURABLE = { w: 'majority', journal: true } as const;
const BUCKET = 'files';

/** What GridFS keeps beside the bytes. */
interface About {
  copy: 'original' | 'display';
  type: string;
  conversation: string;
  /** Id of the copy to show, of an original that is a picture. */
  display?: mongo.ObjectId;
  /** Nobody has yet been seen to use it; the sweep looks at these. */
  loose?: true;
}
type Entry = Omit<mongo.GridFSFile, 'metadata'> & { metadata: About };

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

/** Files in GridFS: the original as it came, for staff, and of pictures a copy to show, both durable before `save` ends. */
export function gridFsFiles(connection: Connection, limits: { fileBytes?: number } = {}): GridFsFiles {
  const { db } = connection;
  if (!db) throw new Error('The database must be connected before its files are used.');
  return new Files(db, limits.fileBytes ?? 10 * 1024 * 1024);
}

class Files implements GridFsFiles {
  private readonly bucket: mongo.GridFSBucket;
  private readonly entries: mongo.Collection<Entry>;
  private readonly pieces: mongo.Collection<{ files_id: mongo.ObjectId; n: number }>;

  constructor(
    db: mongo.Db,
    private readonly fileBytes: number,
  ) {
    this.bucket = new GridFSBucket(db, { bucketName: BUCKET, writeConcern: DURABLE });
    this.entries = db.collection(`${BUCKET}.files`);
    this.pieces = db.collection(`${BUCKET}.chunks`);
  }

  async prepare(): Promise<void> {
    await this.pieces.createIndex({ files_id: 1, n: 1 }, { unique: true });
    await this.entries.createIndex(
      { uploadDate: 1 },
      { name: 'loose', partialFilterExpression: { 'metadata.loose': true } },
    );
  }

  async save(file: { name: string; bytes: Buffer; conversation: string }): Promise<StoredFile> {
    const { bytes, conversation } = file;
    if (bytes.length > this.fileBytes) {
      throw tooLarge(`Tệp lớn quá ${Math.floor(this.fileBytes / 1024 / 1024)} MB, chưa gửi được.`);
    }
    const type = await typeOf(bytes);
    const name = fileName(file.name, type);
    const shown = type.startsWith('image/') ? await displayCopy(bytes) : undefined;
    // The copy first: an original that can be found is complete.
    const display = shown && {
      display: await this.write(name, shown, { copy: 'display', type: 'image/jpeg', conversation }),
    };
    const id = await this.write(name, bytes, {
      copy: 'original',
      type,
      conversation,
      ...display,
      loose: true,
    });
    return {
      id: id.toHexString(),
      name,
      type,
      size: bytes.length,
      display: shown !== undefined,
      conversation,
    };
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const entry = await this.original(id);
    if (!entry) return undefined;
    const { type, conversation, display } = entry.metadata;
    return {
      id,
      name: entry.filename,
      type,
      size: entry.length,
      display: display !== undefined,
      conversation,
    };
  }

  async open(id: string, copy: 'display' | 'original') {
    const original = await this.original(id);
    const entry = copy === 'original' ? original : await this.displayOf(original);
    if (!entry) return undefined;
    const stream = this.bucket.openDownloadStream(entry._id);
    return { type: entry.metadata.type, size: entry.length, stream };
  }

  async sweepOrphans(
    olderThan: Date,
    isUsed: (file: { id: string; conversation: string }) => Promise<boolean>,
  ): Promise<number> {
    let removed = 0;
    const loose = this.entries.find({ 'metadata.loose': true, uploadDate: { $lt: olderThan } });
    for await (const entry of loose) {
      const used = await isUsed({ id: entry._id.toHexString(), conversation: entry.metadata.conversation });
      if (used) await this.entries.updateOne({ _id: entry._id }, { $unset: { 'metadata.loose': 1 } });
      else removed += await this.remove(entry);
    }
    return removed + (await this.sweepCopies(olderThan)) + (await this.sweepPieces(olderThan));
  }

  private write(name: string, bytes: Buffer, metadata: About): Promise<mongo.ObjectId> {
    return new Promise((resolve, reject) => {
      const upload = this.bucket.openUploadStream(name, { metadata });
      upload.once('error', reject).once('finish', () => resolve(upload.id));
      upload.end(bytes);
    });
  }

  private async original(id: string): Promise<Entry | undefined> {
    if (!/^[0-9a-f]{24}$/.test(id)) return undefined;
    const entry = await this.entries.findOne({ _id: new ObjectId(id), 'metadata.copy': 'original' });
    return entry ?? undefined;
  }

  private async displayOf(original: Entry | undefined): Promise<Entry | undefined> {
    const id = original?.metadata.display;
    return id && ((await this.entries.findOne({ _id: id })) ?? undefined);
  }

  /** The original first: what is left over when it breaks off here is swept as a copy without one. */
  private async remove(entry: Entry): Promise<number> {
    await this.bucket.delete(entry._id).catch(alreadyGone);
    if (entry.metadata.display) await this.bucket.delete(entry.metadata.display).catch(alreadyGone);
    return 1;
  }

  /** Copies to show whose original never came. */
  private async sweepCopies(olderThan: Date): Promise<number> {
    const alone = this.entries.aggregate<{ _id: mongo.ObjectId }>([
      { $match: { _id: { $lt: firstIdOf(olderThan) }, 'metadata.copy': 'display' } },
      { $lookup: { from: `${BUCKET}.files`, localField: '_id', foreignField: 'metadata.display', as: 'of' } },
      { $match: { of: [] } },
      { $project: { _id: 1 } },
    ]);
    let removed = 0;
    for await (const { _id } of alone) {
      await this.bucket.delete(_id).catch(alreadyGone);
      removed += 1;
    }
    return removed;
  }

  /** Pieces of a file that was never finished; found in the index alone, without touching their bytes. */
  private async sweepPieces(olderThan: Date): Promise<number> {
    const broken = this.pieces.aggregate<{ files_id: mongo.ObjectId }>([
      { $match: { files_id: { $lt: firstIdOf(olderThan) }, n: 0 } },
      { $project: { _id: 0, files_id: 1 } },
      { $lookup: { from: `${BUCKET}.files`, localField: 'files_id', foreignField: '_id', as: 'of' } },
      { $match: { of: [] } },
    ]);
    let removed = 0;
    for await (const { files_id } of broken) {
      await this.pieces.deleteMany({ files_id });
      removed += 1;
    }
    return removed;
  }
}

function firstIdOf(date: Date): mongo.ObjectId {
  return ObjectId.createFromTime(Math.floor(date.getTime() / 1000));
}

/** Another process swept it at the same time. */
function alreadyGone(error: unknown): void {
  if (!(error instanceof mongo.MongoRuntimeError)) throw error;
}

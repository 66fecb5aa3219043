import { mongo } from 'mongoose';
import type { FileCopy, Taken } from '../../hotline/stores';
import type { Patch } from './patched';

const { GridFSBucket, ObjectId } = mongo;
const DURABLE = { w: 'majority', journal: true } as const;
export const BUCKET = 'files';

/** What GridFS keeps beside the bytes. */
export interface About {
  copy: FileCopy;
  type: string;
  conversation: string;
  /** Whose allowance an original takes from. */
  by?: 'citizen' | 'staff';
  /** Ids of the copies to show, of an original that is a picture. */
  display?: mongo.ObjectId;
  thumb?: mongo.ObjectId;
  /** What is laid over an original that is a recording when it is shown. */
  patches?: Patch[];
  taken?: Taken;
  /** Nobody has yet been seen to use it; the sweep looks at these. */
  loose?: true;
}
export type Entry = Omit<mongo.GridFSFile, 'metadata'> & { metadata: About };

/** GridFS with its two collections, as files need them. */
export class Bucket {
  readonly entries: mongo.Collection<Entry>;
  readonly pieces: mongo.Collection<{ files_id: mongo.ObjectId; n: number }>;
  private readonly bucket: mongo.GridFSBucket;

  constructor(db: mongo.Db) {
    this.bucket = new GridFSBucket(db, { bucketName: BUCKET, writeConcern: DURABLE });
    this.entries = db.collection(`${BUCKET}.files`);
    this.pieces = db.collection(`${BUCKET}.chunks`);
  }

  async prepare(): Promise<void> {
    await this.pieces.createIndex({ files_id: 1, n: 1 }, { unique: true });
    await this.entries.createIndexes([
      { key: { uploadDate: 1 }, name: 'loose', partialFilterExpression: { 'metadata.loose': true } },
      {
        key: { 'metadata.conversation': 1, 'metadata.copy': 1, 'metadata.by': 1, uploadDate: 1, length: 1 },
        name: 'held',
      },
      ...(['display', 'thumb'] as const).map((copy) => ({
        key: { [`metadata.${copy}`]: 1 as const },
        name: copy,
        partialFilterExpression: { [`metadata.${copy}`]: { $exists: true } },
      })),
    ]);
  }

  /** Durable when it resolves. */
  write(name: string, bytes: Buffer, metadata: About): Promise<mongo.ObjectId> {
    return new Promise((resolve, reject) => {
      const upload = this.bucket.openUploadStream(name, { metadata });
      upload.once('error', reject).once('finish', () => resolve(upload.id));
      upload.end(bytes);
    });
  }

  async original(id: string): Promise<Entry | undefined> {
    if (!/^[0-9a-f]{24}$/.test(id)) return undefined;
    const entry = await this.entries.findOne({ _id: new ObjectId(id), 'metadata.copy': 'original' });
    return entry ?? undefined;
  }

  async entry(id: mongo.ObjectId): Promise<Entry | undefined> {
    return (await this.entries.findOne({ _id: id })) ?? undefined;
  }

  read(entry: Entry): NodeJS.ReadableStream {
    return this.bucket.openDownloadStream(entry._id);
  }

  /** The original first: what is left over when it breaks off here is swept as a copy without one. */
  async remove({ _id, metadata: { display, thumb } }: Entry): Promise<void> {
    for (const id of [_id, display, thumb]) if (id) await this.delete(id);
  }

  async delete(id: mongo.ObjectId): Promise<void> {
    try {
      await this.bucket.delete(id);
    } catch (error) {
      // Another process removed it at the same time.
      if (!(error instanceof mongo.MongoRuntimeError)) throw error;
    }
  }
}

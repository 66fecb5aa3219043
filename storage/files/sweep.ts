import { mongo } from 'mongoose';
import { BUCKET, type Bucket } from './bucket';

type IsUsed = (file: { id: string; conversation: string }) => Promise<boolean>;

/** Removes what was left: originals nobody uses, copies without an original, pieces without a file. */
export async function sweep(bucket: Bucket, olderThan: Date, isUsed: IsUsed): Promise<number> {
  return (
    (await sweepLoose(bucket, olderThan, isUsed)) +
    (await sweepCopies(bucket, olderThan, 'display')) +
    (await sweepCopies(bucket, olderThan, 'thumb')) +
    (await sweepPieces(bucket, olderThan))
  );
}

async function sweepLoose(bucket: Bucket, olderThan: Date, isUsed: IsUsed): Promise<number> {
  let removed = 0;
  const loose = bucket.entries.find({ 'metadata.loose': true, uploadDate: { $lt: olderThan } });
  for await (const entry of loose) {
    const used = await isUsed({ id: entry._id.toHexString(), conversation: entry.metadata.conversation });
    if (used) await bucket.entries.updateOne({ _id: entry._id }, { $unset: { 'metadata.loose': 1 } });
    else {
      await bucket.remove(entry);
      removed += 1;
    }
  }
  return removed;
}

/** Copies to show whose original never came. */
async function sweepCopies(bucket: Bucket, olderThan: Date, copy: 'display' | 'thumb'): Promise<number> {
  const alone = bucket.entries.aggregate<{ _id: mongo.ObjectId }>([
    { $match: { _id: { $lt: firstIdOf(olderThan) }, 'metadata.copy': copy } },
    {
      $lookup: { from: `${BUCKET}.files`, localField: '_id', foreignField: `metadata.${copy}`, as: 'of' },
    },
    { $match: { of: [] } },
    { $project: { _id: 1 } },
  ]);
  let removed = 0;
  for await (const { _id } of alone) {
    await bucket.delete(_id);
    removed += 1;
  }
  return removed;
}

/** Pieces of a file that was never finished; found in the index alone, without touching their bytes. */
async function sweepPieces(bucket: Bucket, olderThan: Date): Promise<number> {
  const broken = bucket.pieces.aggregate<{ files_id: mongo.ObjectId }>([
    { $match: { files_id: { $lt: firstIdOf(olderThan) }, n: 0 } },
    { $project: { _id: 0, files_id: 1 } },
    { $lookup: { from: `${BUCKET}.files`, localField: 'files_id', foreignField: '_id', as: 'of' } },
    { $match: { of: [] } },
  ]);
  let removed = 0;
  for await (const { files_id } of broken) {
    await bucket.pieces.deleteMany({ files_id });
    removed += 1;
  }
  return removed;
}

function firstIdOf(date: Date): mongo.ObjectId {
  return mongo.ObjectId.createFromTime(Math.floor(date.getTime() / 1000));
}

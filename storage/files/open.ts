import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileCopy, FileNeed, OpenFile } from '../../hotline/stores';
import type { Bucket, Entry } from './bucket';
import { patched, type Patch } from './patched';
import { coarser, movingOf } from './picture';

/** A copy of an original, as `FileStore.open` gives it. */
export async function open(
  bucket: Bucket,
  original: Entry,
  copy: FileCopy | 'moving',
  { maxBytes }: FileNeed = { maxBytes: Infinity },
): Promise<OpenFile | undefined> {
  if (copy === 'moving') return moving(bucket, original, maxBytes);
  const { display, thumb, patches } = original.metadata;
  const shown = copy === 'thumb' ? (thumb ?? display) : display;
  const picture = copy !== 'original' && shown && (await bucket.entry(shown));
  if (picture) return fitting(bucket, picture, maxBytes);
  if (original.length > maxBytes) return undefined;
  if (copy === 'original') return opened(original, bucket.read(original));
  return patches && opened(original, laidOver(bucket.read(original), patches));
}

/** Nothing made here is kept: few pictures need it, and a channel asks once for each. */
async function fitting(bucket: Bucket, picture: Entry, maxBytes: number): Promise<OpenFile | undefined> {
  if (picture.length <= maxBytes) return opened(picture, bucket.read(picture));
  return made(picture, await coarser(await buffer(bucket.read(picture)), maxBytes));
}

async function moving(bucket: Bucket, original: Entry, maxBytes: number): Promise<OpenFile | undefined> {
  if (original.metadata.type !== 'image/gif') return undefined;
  const gif = await movingOf(await buffer(bucket.read(original)));
  return gif && gif.length <= maxBytes ? made(original, gif) : undefined;
}

const opened = ({ filename, metadata, length }: Entry, stream: NodeJS.ReadableStream): OpenFile => ({
  name: filename,
  type: metadata.type,
  size: length,
  stream,
});

const made = (of: Entry, bytes: Buffer | undefined): OpenFile | undefined =>
  bytes && { ...opened(of, Readable.from([bytes])), size: bytes.length };

/** Breaks off as a whole, whichever end breaks off. */
const laidOver = (stream: NodeJS.ReadableStream, patches: readonly Patch[]): NodeJS.ReadableStream =>
  pipeline(stream, patched(patches), () => undefined);

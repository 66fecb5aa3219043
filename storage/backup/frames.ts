import { BSON } from 'mongodb';
import type { Tag } from './format';

/** The largest document MongoDB takes, and a little more. */
const LARGEST = 16 * 1024 * 1024 + 16 * 1024;
/** Small frames travel together. */
const PACK = 256 * 1024;

export interface Frame {
  tag: Tag;
  bytes: Uint8Array;
}

/** The stream does not hold frames. */
export class NoFrames extends Error {
  override name = 'NoFrames';
}

export const frame = (tag: Tag, document: object): Frame => ({ tag, bytes: BSON.serialize(document) });

export function contentOf<T>({ bytes }: Frame): T {
  return BSON.deserialize(bytes) as T;
}

/** The same document with every number, binary and expression in its own type, so that it is written as it was. */
export function documentOf({ bytes }: Frame): BSON.Document {
  return BSON.deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true });
}

/** Frames as the bytes of a file. */
export async function* packed(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const { tag, bytes } of frames) {
    waiting.push(Buffer.from(tag), bytes);
    size += 1 + bytes.length;
    if (size < PACK) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  yield Buffer.concat(waiting);
}

/** @throws NoFrames where the bytes are none */
export async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let size = sizeOf(rest); size !== undefined && rest.length > size; size = sizeOf(rest)) {
      yield { tag: String.fromCharCode(rest[0] ?? 0) as Tag, bytes: rest.subarray(1, 1 + size) };
      rest = rest.subarray(1 + size);
    }
  }
  if (rest.length > 0) throw new NoFrames('it breaks off in the middle of a frame');
}

/** Of the document that follows the letter; undefined when too little is there to tell. */
function sizeOf(rest: Buffer): number | undefined {
  if (rest.length < 5) return undefined;
  const size = rest.readInt32LE(1);
  if (size < 5 || size > LARGEST || !'HCDET'.includes(String.fromCharCode(rest[0] ?? 0)))
    throw new NoFrames('it holds something else than frames');
  return size;
}

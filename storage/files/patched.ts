import { Transform, type TransformCallback } from 'node:stream';

/** Bytes that are read as others: zeros, or `put`, which is as long as they are. From `from` up to before `to`. */
export interface Patch {
  from: number;
  to: number;
  put?: string;
}

/** Lets a file go by with its patches laid over it. */
export function patched(patches: readonly Patch[]): Transform {
  let at = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      const piece = Buffer.from(chunk);
      for (const patch of patches) lay(patch, piece, at);
      at += piece.length;
      done(null, piece);
    },
  });
}

function lay({ from, to, put }: Patch, piece: Buffer, at: number): void {
  const first = Math.max(from, at);
  const after = Math.min(to, at + piece.length);
  if (first >= after) return;
  if (put === undefined) piece.fill(0, first - at, after - at);
  else piece.write(put.slice(first - from, after - from), first - at, 'latin1');
}

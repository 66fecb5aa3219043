import { tooLarge } from '../hotline/errors';

/**
 * A file as it comes from another server.
 * @throws HotlineError `too_large` above `most` bytes: the rest is not read
 */
export async function fileBytes(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) throw tooLarge('Tệp quá lớn.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

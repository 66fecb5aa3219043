import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { turnstile } from '../../hotline/turnstile';

/** libheif keeps all pixels at once, twice: 24 million, a photo of today’s iPhones, were seen to take 550 MB. */
const MOST_PIXELS = 30_000_000;
const PATIENCE_MS = 120_000;

const inTurn = turnstile(1);

/**
 * A photo of an iPhone (HEVC in HEIF) as a JPEG, upright, without anything beside the picture. Made in a process of its
 * own, which gives its memory back when it ends and harms nobody when a hostile file kills it.
 * @param claimed pixels by the header of the file
 * @param side longest side that is needed
 * @throws Error "too many pixels", or whatever is wrong with the picture
 */
export async function jpegOfHeic(bytes: Buffer, claimed: number, side: number): Promise<Buffer> {
  if (claimed > MOST_PIXELS) throw new Error('too many pixels');
  return inTurn(() => decodeApart(bytes, side));
}

/** Given the places of the two packages, since code without a file has none to look from. */
const DECODE = `
  const [decoder, sharp, most, side] = process.argv.slice(1);
  (async () => {
    const pieces = [];
    for await (const piece of process.stdin) pieces.push(piece);
    const [image] = await require(decoder).all({ buffer: Buffer.concat(pieces) });
    const { width, height } = image;
    if (width * height > Number(most)) process.exit(2);
    const { data } = await image.decode();
    const raw = { width, height, channels: 4 };
    const small = require(sharp)(data, { raw }).resize(+side, +side, { fit: 'inside', withoutEnlargement: true });
    process.stdout.write(await small.flatten({ background: '#fff' }).jpeg({ quality: 90 }).toBuffer());
  })().catch(() => process.exit(1));
`;

async function decodeApart(bytes: Buffer, side: number): Promise<Buffer> {
  const packages = [require.resolve('heic-decode'), require.resolve('sharp')];
  const child = spawn(process.execPath, ['-e', DECODE, ...packages, String(MOST_PIXELS), String(side)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  // Conversations go first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  // It may end before it has read all.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [picture, [code]] = await Promise.all([buffer(child.stdout), ended]);
  if (code === 0) return picture;
  throw new Error(code === 2 ? 'too many pixels' : 'HEIC could not be read');
}

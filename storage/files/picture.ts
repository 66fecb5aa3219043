import { invalid } from '../../hotline/errors';
import { turnstile } from '../../hotline/turnstile';
import { carefulSharp } from './careful-sharp';
import { jpegOfHeic } from './heic';

const LONGEST_SIDE = 1600;
const THUMB_SIDE = 320;
/** A picture of a few kilobytes can unfold into gigabytes. */
const MOST_PIXELS = 50_000_000;
/** Pictures worked on at once; each takes its pixels' worth of memory. */
const AT_ONCE = 2;
/** No honest picture takes this long, not even on a busy machine. */
const MOST_SECONDS = 60;

const inTurn = turnstile(AT_ONCE);

/** JPEGs to show: upright, without place, camera or anything else beside the picture. */
export interface Copies {
  /** At most 1600 pixels a side. */
  display: Buffer;
  /** At most 320 pixels a side. */
  thumb: Buffer;
}

/** @throws HotlineError `invalid` when the picture is broken or has too many pixels */
export async function copiesOf(bytes: Buffer): Promise<Copies> {
  return inTurn(async () => {
    try {
      const display = await small(await stillOf(bytes), LONGEST_SIDE, 80);
      return { display, thumb: await small(display, THUMB_SIDE, 70) };
    } catch (error) {
      throw isTooMuch(error)
        ? invalid('Ảnh có quá nhiều điểm ảnh, chưa nhận được. Bạn gửi giúp ảnh nhỏ hơn nhé.')
        : invalid('Ảnh bị hỏng nên chưa mở được. Bạn gửi lại giúp nhé.');
    }
  });
}

/** A picture that sharp can read: iPhones' is in a code (HEVC) that it cannot. */
async function stillOf(bytes: Buffer): Promise<Buffer> {
  const sharp = await carefulSharp();
  const { compression, width, height } = await sharp(bytes).metadata();
  return compression === 'hevc' ? jpegOfHeic(bytes, width * height, LONGEST_SIDE) : bytes;
}

async function small(bytes: Buffer, side: number, quality: number): Promise<Buffer> {
  const sharp = await carefulSharp();
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer();
}

/** Longest side and quality, from hardly to plainly coarser. */
const COARSER = [
  [LONGEST_SIDE, 65],
  [LONGEST_SIDE, 50],
  [LONGEST_SIDE, 35],
  [LONGEST_SIDE, 20],
  [LONGEST_SIDE / 2, 35],
  [THUMB_SIDE, 50],
] as const;

/** A picture to show again, no coarser than must be; undefined when even the coarsest takes more. */
export async function coarser(jpeg: Buffer, maxBytes: number): Promise<Buffer | undefined> {
  return inTurn(async () => {
    for (const [side, quality] of COARSER) {
      const tried = await small(jpeg, side, quality);
      if (tried.length <= maxBytes) return tried;
    }
    return undefined;
  });
}

/** Pixels of all pictures of a GIF together, and how long they may take: somebody's message waits for it. */
const MOST_MOVING_PIXELS = 25_000_000;
const MOST_MOVING_SECONDS = 15;

/** A GIF that moves, with nothing beside its pictures; undefined when it stands still, is broken or too much. */
export async function movingOf(gif: Buffer): Promise<Buffer | undefined> {
  return inTurn(async () => {
    const sharp = await carefulSharp();
    const read = sharp(gif, { animated: true, limitInputPixels: MOST_MOVING_PIXELS, failOn: 'error' });
    try {
      const { pages = 1 } = await read.metadata();
      return pages > 1 ? await read.gif().timeout({ seconds: MOST_MOVING_SECONDS }).toBuffer() : undefined;
    } catch {
      return undefined;
    }
  });
}

function isTooMuch(error: unknown): boolean {
  return error instanceof Error && /pixel limit|too many pixels|timeout/i.test(error.message);
}

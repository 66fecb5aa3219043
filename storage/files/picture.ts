import { invalid } from '../../hotline/errors';
import { oneOf } from './turnstile';

const TAKEN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'];
const LONGEST_SIDE = 1600;
/** A picture of a few kilobytes can unfold into gigabytes. */
const MOST_PIXELS = 50_000_000;
/** Pictures worked on at once; each takes its pixels' worth of memory. */
const AT_ONCE = 2;

const inTurn = oneOf(AT_ONCE);

/**
 * What a file is, by its content, whatever its name or sender says.
 * @throws HotlineError `invalid` when it is of no type that we take
 */
export async function typeOf(bytes: Buffer): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type/core');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found || !TAKEN.includes(found.mime)) {
    throw invalid('Loại tệp này chưa nhận được. Bạn gửi giúp ảnh JPG, PNG, WebP, GIF hoặc tệp PDF nhé.');
  }
  return found.mime;
}

/**
 * A JPEG to show: upright, at most 1600 pixels a side, without place, camera or anything else beside the picture.
 * @throws HotlineError `invalid` when the picture is broken or has too many pixels
 */
export async function displayCopy(bytes: Buffer): Promise<Buffer> {
  return inTurn(async () => {
    // Loaded when the first picture comes: it takes memory that most of the day nobody needs.
    const { default: sharp } = await import('sharp');
    try {
      return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .rotate()
        .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80 })
        .toBuffer();
    } catch (error) {
      throw invalid(
        isTooMany(error)
          ? 'Ảnh có quá nhiều điểm ảnh, chưa nhận được. Bạn gửi giúp ảnh nhỏ hơn nhé.'
          : 'Ảnh bị hỏng nên chưa mở được. Bạn gửi lại giúp nhé.',
      );
    }
  });
}

function isTooMany(error: unknown): boolean {
  return error instanceof Error && error.message.includes('pixel limit');
}

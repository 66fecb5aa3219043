import { type Files } from './files';
import { type PhotoSize } from './shapes';

/** Longest edges of the copies that Telegram makes. */
const EDGES = [90, 320, 800, 1280];

/** A photo as Telegram keeps it: JPEG copies, smallest first, none larger than the original, without its EXIF. */
export async function developPhoto(files: Files, bytes: Buffer): Promise<PhotoSize[]> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes).metadata();
  const longest = Math.max(width, height);
  const edges = EDGES.filter((edge, n) => edge <= longest || longest > (EDGES[n - 1] ?? 0));
  return Promise.all(
    edges.map(async (edge) => {
      const copy = sharp(bytes)
        .rotate()
        .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
      const { data, info } = await copy.jpeg({ quality: 87 }).toBuffer({ resolveWithObject: true });
      return {
        ...files.add({ folder: 'photos', bytes: data, name: 'photo.jpg' }),
        width: info.width,
        height: info.height,
      };
    }),
  );
}

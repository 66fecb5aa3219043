import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { u32 } from './boxes';
import { u16le } from './little';

/** Where and when `photo` was taken, by what it tells. */
export const TAKEN = { at: '2026-11-20T08:15:00+07:00', lat: 21.125, lon: 105.966667 };
/** What no copy may hold. */
export const CANARY = 'CANARY-CAMERA';

const EXIF = {
  IFD0: { Make: CANARY, Artist: CANARY },
  IFD2: { DateTimeOriginal: '2026:11:20 08:15:00', OffsetTimeOriginal: '+07:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '21/1 7/1 30/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '105/1 58/1 0/1',
  },
};

type Exif = Partial<Record<'IFD0' | 'IFD2' | 'IFD3', Record<string, string>>>;

/** A photo as a phone makes it: with place, time and camera. */
export function photo(format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg', exif: Exif = EXIF): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#357a38' } })
    .withExif(exif)
    .toFormat(format, { quality: 60 })
    .toBuffer();
}

/** The same notes as HEIC holds them: a TIFF. */
export async function exifOfPhoto(): Promise<Buffer> {
  const { exif } = await sharp(await photo()).metadata();
  if (!exif) throw new Error('a photo without notes');
  return exif.subarray(6);
}

/** A PNG whose header claims this size, with next to nothing behind it. */
export function claimingPng(width: number, height: number): Buffer {
  const size = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])]);
  const chunks = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([u32(content.length), body, u32(crc32(body))]);
}

/** A GIF of one pixel that moves in this many pictures, and tells something beside them. */
export function movingGif(frames: number): Buffer {
  const screen = Buffer.concat([
    Buffer.from('GIF89a'),
    u16le(1),
    u16le(1),
    Buffer.from([0x80, 0, 0, 255, 0, 0, 0, 255, 0]),
  ]);
  // In one colour and the other, or all would be one picture.
  const frame = (n: number) =>
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, n % 2 ? 0x4c : 0x44, 1, 0]);
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe, CANARY.length]),
    Buffer.from(CANARY),
    Buffer.from([0]),
  ]);
  const pictures = Array.from({ length: frames }, (_, n) => frame(n));
  return Buffer.concat([screen, comment, ...pictures, Buffer.from([0x3b])]);
}

/** A photo of nothing but noise: no picture of its size takes more bytes. */
export function noise(side: number): Promise<Buffer> {
  const create = { width: side, height: side, channels: 3, background: '#000' } as const;
  return sharp({ create: { ...create, noise: { type: 'gaussian', mean: 120, sigma: 90 } } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A JPEG that is refined so many times over: each round of a few bytes goes through all its pixels. */
export async function refinedJpeg(side: number, rounds: number): Promise<Buffer> {
  const plain = await sharp({ create: { width: side, height: side, channels: 3, background: '#357a38' } })
    .jpeg({ progressive: true })
    .toBuffer();
  const scan = plain.subarray(plain.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
  const again = Array.from({ length: rounds }, () => scan);
  return Buffer.concat([plain.subarray(0, -2), ...again, plain.subarray(-2)]);
}

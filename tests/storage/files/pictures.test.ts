import sharp from 'sharp';
import { examine } from '../../../storage/files/examined';
import { heic } from '../../files/heic';
import { CANARY, claimingPng, exifOfPhoto, movingGif, photo, refinedJpeg, TAKEN } from '../../files/pictures';

const MB = 1024 * 1024;
const limits = { picture: 20 * MB, paper: 20 * MB, video: 20 * MB, sound: 20 * MB };
const look = (bytes: Buffer, name = 'x') => examine({ name, bytes }, limits);

/** Both copies: what they are, and that they tell nothing. */
async function copiesOf(bytes: Buffer) {
  const { copies } = await look(bytes);
  if (!copies) throw new Error('no copies');
  const shown = [copies.display, copies.thumb];
  for (const copy of shown) {
    expect(copy.includes(CANARY)).toBe(false);
    expect(await sharp(copy).metadata()).not.toHaveProperty('exif');
  }
  return Promise.all(shown.map((copy) => sharp(copy).metadata()));
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  'of a %s with place and camera, staff learn when and where; the copies tell nothing',
  async (format) => {
    const bytes = await photo(format);
    expect(await look(bytes)).toMatchObject({ type: `image/${format}`, taken: TAKEN });
    const [display, thumb] = await copiesOf(bytes);
    expect(display).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
    expect(thumb).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  },
);

describe('a photo of an iPhone', () => {
  const RED = [76, 85, 255] as const;
  const WHITE = [235, 128, 128] as const;

  test('is shown as JPEG, of the right size and colours, and tells staff when and where', async () => {
    const bytes = heic({
      columns: 3,
      rows: 2,
      exif: await exifOfPhoto(),
      colour: (column) => (column === 2 ? RED : WHITE),
    });
    const { type, name, taken, copies } = await look(bytes, 'IMG_0001.HEIC');
    expect({ type, name, taken }).toEqual({ type: 'image/heic', name: 'IMG_0001.heic', taken: TAKEN });
    const [display] = await copiesOf(bytes);
    expect(display).toMatchObject({ format: 'jpeg', width: 96, height: 64 });
    const pixel = (left: number) =>
      sharp(copies?.display).extract({ left, top: 32, width: 1, height: 1 }).raw().toBuffer();
    const [white = 0, alsoWhite = 0] = await pixel(16);
    expect(Math.min(white, alsoWhite)).toBeGreaterThan(215);
    const [red = 0, green = 255] = await pixel(80);
    expect(red - green).toBeGreaterThan(150);
  });

  test.each([
    ['claims 50 000 × 50 000 pixels', heic({ claimed: { width: 50_000, height: 50_000 } }), 'điểm ảnh'],
    ['claims more than it has', heic({ claimed: { width: 5_000, height: 5_000 } }), 'hỏng'],
    ['broke off on its way', heic({ columns: 4, rows: 4 }).subarray(0, 15_000), 'hỏng'],
  ])('that %s is refused', async (_what, bytes, why) => {
    await expect(look(bytes)).rejects.toMatchObject({ id: 'invalid', message: expect.stringContaining(why) });
  });
});

describe('bombs', () => {
  test.each([
    ['50 000 × 50 000 pixels in 69 bytes', 50_000, 'điểm ảnh'],
    ['7 500 × 7 500 pixels in 69 bytes', 7_500, 'điểm ảnh'],
    ['fewer pixels than it claims', 6_000, 'hỏng'],
  ])('%s are refused', async (_what, side, why) => {
    const bomb = claimingPng(side, side);
    expect(bomb.length).toBeLessThan(100);
    await expect(look(bomb)).rejects.toMatchObject({ message: expect.stringContaining(why) });
  });

  test('of a moving picture only the first of 100 000 is looked at', async () => {
    expect(await copiesOf(movingGif(100_000))).toMatchObject([{ width: 1 }, { width: 1 }]);
  });

  test('a JPEG that is refined 2 000 times over is refused, an ordinary one that loads bit by bit is taken', async () => {
    await expect(look(await refinedJpeg(1_500, 2_000))).rejects.toMatchObject({ id: 'invalid' });
    expect(await look(await refinedJpeg(1_500, 0))).toMatchObject({ type: 'image/jpeg' });
  });
});

describe('what a photo tells', () => {
  const gps = (lat: string, lon: string) => ({
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: lat, GPSLongitudeRef: 'E', GPSLongitude: lon },
  });
  const at = (time: string, zone?: string) => ({
    IFD2: { DateTimeOriginal: time, ...(zone && { OffsetTimeOriginal: zone }) },
  });
  test.each([
    ['the time without a zone', at('2026:11:20 08:15:00'), { at: '2026-11-20T08:15:00' }],
    ['the time with a zone that is none', at('2026:11:20 08:15:00', '+99:99'), { at: '2026-11-20T08:15:00' }],
    ['a day that is none', at('2026:02:31 08:15:00'), undefined],
    ['a clock never set', at('0000:00:00 00:00:00'), undefined],
    ['a time to come', at('2926:11:20 08:15:00'), undefined],
    ['a time before such cameras', at('1970:01:01 00:00:00'), undefined],
    ['words for a time', at('<script>alert(1)</script>'), undefined],
    ['the place alone', gps('10/1 30/1 0/1', '106/1 0/1 0/1'), { lat: 10.5, lon: 106 }],
    ['a place outside of the world', gps('200/1 0/1 0/1', '106/1 0/1 0/1'), undefined],
    ['a place by zero', gps('10/0 0/0 0/0', '106/1 0/1 0/1'), undefined],
    ['no place yet', gps('0/1 0/1 0/1', '0/1 0/1 0/1'), undefined],
    ['nothing', {}, undefined],
  ])('%s', async (_what, exif, taken) => {
    expect((await look(await photo('jpeg', exif))).taken).toEqual(taken);
  });
});

describe('two things at once', () => {
  const page = Buffer.from('<html><script>alert(1)</script></html>');

  test('a photo that is also a page or an archive is a photo, and its copies are nothing else', async () => {
    const bytes = Buffer.concat([await photo(), page, Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
    const { type, name, copies } = await look(bytes, 'anh.html');
    expect([type, name]).toEqual(['image/jpeg', 'anh.html.jpg']);
    expect(copies?.display.includes('script')).toBe(false);
  });

  test('a photo with a page in its comment', async () => {
    const plain = await photo('jpeg', {});
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
    const { copies } = await look(Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2)]));
    expect(copies?.display.includes('script')).toBe(false);
  });
});

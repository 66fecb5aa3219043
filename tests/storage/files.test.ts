import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { mongo, type Connection } from 'mongoose';
import sharp from 'sharp';
import { gridFsFiles, type GridFsFiles } from '../../storage/files';
import type { FileCopy } from '../../hotline/stores';
import { fileName } from '../../storage/files/name';
import { openDatabase, type TestDatabase } from '../database';
import { CANARY, movingGif, noise, photo, TAKEN } from '../files/pictures';
import { recording, SEEN } from '../files/recording';

jest.setTimeout(120_000);

let database: TestDatabase;
let connection: Connection;
let files: GridFsFiles;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
  files = gridFsFiles(connection, { fileBytes: 1024 * 1024 });
  await files.prepare();
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const name of ['files.files', 'files.chunks']) await connection.collection(name).deleteMany();
});

const conversation = 'conv-hoa';
const keep = (bytes: Buffer, name = 'ảnh.jpg') => files.save({ name, bytes, conversation });
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#357a38' } });
const count = (name: string) => connection.collection(name).countDocuments();

async function bytesOf(id: string, copy: FileCopy | 'moving'): Promise<Buffer> {
  const opened = await files.open(id, copy);
  if (!opened) throw new Error(`no ${copy}`);
  const bytes = await buffer(opened.stream);
  expect(bytes).toHaveLength(opened.size);
  return bytes;
}

test('of a photo the original stays as it came; the copy to show is upright, smaller, and tells nothing', async () => {
  const place = {
    IFD0: { Make: 'CANARY-CAMERA' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1' },
  };
  const photo = await picture(2400, 1200).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const stored = await keep(photo, 'kênh đen.jpg');
  expect(stored).toMatchObject({
    name: 'kênh đen.jpg',
    type: 'image/jpeg',
    size: photo.length,
    display: true,
  });
  expect(await files.find(stored.id)).toEqual(stored);
  expect(await bytesOf(stored.id, 'original')).toEqual(photo);
  const shown = await bytesOf(stored.id, 'display');
  expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 1600 });
  expect((await sharp(shown).metadata()).exif).toBeUndefined();
  expect(shown.includes('CANARY')).toBe(false);
});

test('of a photo there is a small picture; of one from before there were small ones, the copy to show', async () => {
  const stored = await keep(await picture(2400, 1200).png().toBuffer());
  const thumb = await files.open(stored.id, 'thumb');
  expect(thumb).toMatchObject({ name: 'ảnh.jpg', type: 'image/jpeg' });
  expect(await sharp(await bytesOf(stored.id, 'thumb')).metadata()).toMatchObject({
    width: 320,
    height: 160,
  });
  await connection.collection('files.files').updateMany({}, { $unset: { 'metadata.thumb': 1 } });
  expect(await bytesOf(stored.id, 'thumb')).toEqual(await bytesOf(stored.id, 'display'));
});

describe('for a channel that shows only so much', () => {
  test('a picture gets coarser, then smaller, and is not shown when that is not enough', async () => {
    const { id } = await keep(await noise(700));
    const whole = await files.open(id, 'display');
    const sides = async (maxBytes: number) => {
      const opened = await files.open(id, 'display', { maxBytes });
      const bytes = opened && (await buffer(opened.stream));
      expect(bytes?.length).toBe(opened?.size);
      expect(bytes?.length ?? 0).toBeLessThanOrEqual(maxBytes);
      return bytes && (await sharp(bytes).metadata()).width;
    };
    const size = whole?.size ?? 0;
    expect(await sides(size)).toBe(700);
    expect(await sides(Math.floor(size / 2))).toBe(700);
    expect(await sides(Math.floor(size / 6))).toBe(320);
    expect(await sides(1_000)).toBeUndefined();
  });

  test('of a recording or an original nothing can be left out', async () => {
    const film = await keep(recording(), 'phim.mp4');
    expect(await files.open(film.id, 'display', { maxBytes: film.size })).toMatchObject({ size: film.size });
    for (const copy of ['display', 'original'] as const)
      expect(await files.open(film.id, copy, { maxBytes: film.size - 1 })).toBeUndefined();
  });
});

test('a GIF that moves is had moving, telling nothing beside its pictures; none else is', async () => {
  const bytes = movingGif(4);
  expect(bytes.includes(CANARY)).toBe(true);
  const { id } = await keep(bytes, 'động.gif');
  const moving = await files.open(id, 'moving');
  expect(moving).toMatchObject({ name: 'động.gif', type: 'image/gif' });
  const shown = await bytesOf(id, 'moving');
  expect(await sharp(shown, { animated: true }).metadata()).toMatchObject({ format: 'gif', pages: 4 });
  expect(shown.includes(CANARY)).toBe(false);
  expect(await files.open(id, 'moving', { maxBytes: shown.length - 1 })).toBeUndefined();
  for (const still of [movingGif(1), await photo()])
    expect(await files.open((await keep(still)).id, 'moving')).toBeUndefined();
});

test('what a photo tells of place and time is kept beside it', async () => {
  const stored = await keep(await photo());
  expect(stored.taken).toEqual(TAKEN);
  expect(await files.find(stored.id)).toEqual(stored);
});

test('of a recording staff have it as it came, others without the place', async () => {
  const video = recording({ place: '+21.0285+105.8542/' });
  const stored = await keep(video, 'khói.mov');
  expect(stored).toMatchObject({ type: 'video/mp4', name: 'khói.mov.mp4', display: true });
  expect(await bytesOf(stored.id, 'original')).toEqual(video);
  const shown = await bytesOf(stored.id, 'display');
  expect(shown.includes('105.8542')).toBe(false);
  expect(shown.includes(SEEN)).toBe(true);
  expect(await bytesOf(stored.id, 'thumb')).toEqual(shown);
});

test('files just saved can be taken back, those in use cannot', async () => {
  const png = await picture(4, 4).png().toBuffer();
  const [lost, used] = [await keep(png), await keep(png)];
  await files.sweepOrphans(new Date(Date.now() + 60_000), async ({ id }) => id !== lost.id);
  const again = await keep(png);
  await files.discard([again.id, used.id, 'nothing']);
  expect(await files.find(again.id)).toBeUndefined();
  expect(await bytesOf(used.id, 'original')).toEqual(png);
  expect([await count('files.files'), await count('files.chunks')]).toEqual([3, 3]);
});

test.each(['png', 'webp', 'gif'] as const)('%s is taken and shown as JPEG', async (format) => {
  const stored = await keep(await picture(40, 30).toFormat(format).toBuffer(), 'x');
  expect(stored).toMatchObject({ type: `image/${format}`, name: `x.${format}`, display: true });
  expect((await files.open(stored.id, 'display'))?.type).toBe('image/jpeg');
});

test('a PDF is kept as it is, with nothing to show', async () => {
  const stored = await keep(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'đơn.pdf');
  expect(stored).toMatchObject({ type: 'application/pdf', display: false });
  expect(await files.open(stored.id, 'display')).toBeUndefined();
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
test.each([
  ['a drawing with a script', Buffer.from(SVG)],
  ['a drawing with a declaration', Buffer.from(`<?xml version="1.0"?>${SVG}`)],
  ['a page named as a photo', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1')],
  ['an archive', Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1')],
  ['nothing', Buffer.alloc(0)],
  ['noise', randomBytes(2000)],
  ['a photo that is only a beginning', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
])('%s is refused and nothing is kept', async (_what, bytes) => {
  await expect(keep(bytes)).rejects.toMatchObject({ id: 'invalid', status: 400 });
  expect(await count('files.chunks')).toBe(0);
});

test('a photo that broke off on its way is refused', async () => {
  const whole = await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  await expect(keep(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ id: 'invalid' });
});

test('a small file that would unfold into gigabytes is refused', async () => {
  const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(keep(bomb)).rejects.toMatchObject({
    id: 'invalid',
    message: expect.stringContaining('điểm ảnh'),
  });
  expect(await count('files.files')).toBe(0);
});

test('a file above the limit is too large', async () => {
  await expect(keep(Buffer.alloc(1024 * 1024 + 1))).rejects.toMatchObject({ id: 'too_large', status: 413 });
});

test('ids that are no ids, and copies taken for originals, find nothing', async () => {
  const stored = await keep(await picture(4, 4).png().toBuffer());
  const copy = await connection.collection('files.files').findOne({ 'metadata.copy': 'display' });
  for (const id of ['', 'x', '../etc', '0'.repeat(24), String(copy?._id)]) {
    expect(await files.find(id)).toBeUndefined();
    expect(await files.open(id, 'original')).toBeUndefined();
  }
  expect(await files.find(stored.id)).toBeDefined();
});

describe('the sweep', () => {
  const later = () => new Date(Date.now() + 60_000);

  test('removes what no message names, with its copy, and leaves the rest', async () => {
    const bytes = await picture(4, 4).png().toBuffer();
    const [used, lost] = [await keep(bytes), await keep(bytes)];
    const isUsed = async ({ id }: { id: string }) => id === used.id;
    expect(await files.sweepOrphans(new Date(Date.now() - 60_000), isUsed)).toBe(0);
    expect(await files.sweepOrphans(later(), isUsed)).toBe(1);
    expect(await files.find(lost.id)).toBeUndefined();
    expect(await bytesOf(used.id, 'original')).toEqual(bytes);
    expect([await count('files.files'), await count('files.chunks')]).toEqual([3, 3]);
  });

  test('asks about a used file once', async () => {
    await keep(await picture(4, 4).png().toBuffer());
    const asked: string[] = [];
    const isUsed = async ({ id }: { id: string }) => asked.push(id) > 0;
    await files.sweepOrphans(later(), isUsed);
    await files.sweepOrphans(later(), isUsed);
    expect(asked).toHaveLength(1);
  });

  test('removes pieces and copies of uploads that broke off', async () => {
    const files_id = new mongo.ObjectId();
    await connection.collection('files.chunks').insertOne({ files_id, n: 0, data: Buffer.from('half') });
    await keep(await picture(4, 4).png().toBuffer());
    await connection.collection('files.files').deleteOne({ 'metadata.copy': 'original' });
    await files.sweepOrphans(later(), async () => true);
    expect([await count('files.files'), await count('files.chunks')]).toEqual([0, 0]);
  });
});

test.each([
  ['Ảnh kênh đen.JPG', 'image/jpeg', 'Ảnh kênh đen.jpg'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['C:\\Users\\Hoa\\a.png', 'image/png', 'a.png'],
  ['a\u202egpj.exe', 'image/jpeg', 'agpj.exe.jpg'],
  ['don\u0300.pdf', 'application/pdf', 'don\u0300.pdf'.normalize('NFC')],
  ['a\r\nSet-Cookie: x.png', 'image/png', 'aSet-Cookie_ x.png'],
  ['..', 'image/png', 'anh.png'],
  ['', 'application/pdf', 'tep.pdf'],
  ['.htaccess', 'application/pdf', 'htaccess.pdf'],
  [`${'ă'.repeat(300)}.jpeg`, 'image/jpeg', `${'ă'.repeat(115)}.jpeg`],
])('the name %j of a file that is %s becomes %j', (given, type, expected) => {
  expect(fileName(given, type)).toBe(expected);
});

import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { examine } from '../../../storage/files/examined';
import { boxesIn } from '../../../storage/files/boxes';
import { patched } from '../../../storage/files/patched';
import { box } from '../../files/boxes';
import { recording, SEEN } from '../../files/recording';

const MB = 1024 * 1024;
const limits = { picture: MB, paper: MB, video: MB, sound: MB };
const look = (bytes: Buffer, name = 'VID_1') => examine({ name, bytes }, limits);
const PLACE = '+21.0285+105.8542/';

test.each([
  ['isom', 'video/mp4', 'VID_1.mp4'],
  ['mp42', 'video/mp4', 'VID_1.mp4'],
  ['qt  ', 'video/quicktime', 'VID_1.mov'],
  ['3gp5', 'video/3gpp', 'VID_1.3gp'],
  ['M4A ', 'audio/mp4', 'VID_1.m4a'],
])('a recording of brand %j is %s', async (brand, type, name) => {
  expect(await look(recording({ brand }))).toMatchObject({ type, name, patches: [] });
});

const matroska = (kind: string) =>
  Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | (kind.length + 3), 0x42, 0x82, 0x80 | kind.length]),
    Buffer.from(kind),
  ]);
const ogg = (codec: string) =>
  Buffer.concat([
    Buffer.from('OggS\0\x02', 'latin1'),
    Buffer.alloc(20),
    Buffer.from([1, 19]),
    Buffer.from(codec),
    Buffer.alloc(11),
  ]);

test.each([
  ['a video of a browser', matroska('webm'), 'video/webm', 'VID_1.webm'],
  ['a voice of Telegram', ogg('OpusHead'), 'audio/ogg', 'VID_1.ogg'],
  [
    'MP3 with a title',
    Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0])]),
    'audio/mpeg',
    'VID_1.mp3',
  ],
  ['AAC', Buffer.from([0xff, 0xf1, 0x50, 0x80, 0, 0x1f, 0xfc]), 'audio/aac', 'VID_1.aac'],
  ['AMR', Buffer.from('#!AMR\n\x3c', 'latin1'), 'audio/amr', 'VID_1.amr'],
])('%s is taken', async (_what, bytes, type, name) => {
  expect(await look(bytes)).toEqual({ type, name });
});

test.each([
  ['cut off before the end', recording().subarray(0, -40)],
  ['with nothing to play', Buffer.concat([recording().subarray(0, 24), box('moov')])],
  ['that is only a beginning', recording().subarray(0, 24)],
  [
    'with more notes than any camera writes',
    Buffer.concat([recording(), ...Array.from({ length: 300 }, () => box('uuid', Buffer.alloc(16)))]),
  ],
])('a recording %s is refused', async (_what, bytes) => {
  await expect(look(bytes)).rejects.toMatchObject({ id: 'invalid', message: expect.stringContaining('đứt') });
});

test.each([
  ['Matroska', matroska('matroska')],
  ['AVI', Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1')],
  ['Flash', Buffer.from('FLV\x01', 'latin1')],
])('%s is not taken', async (_what, bytes) => {
  await expect(look(bytes)).rejects.toMatchObject({ id: 'invalid' });
});

describe('what is shown of a recording', () => {
  const whole = recording({ place: PLACE, trailer: Buffer.from(`\x7f\xff\xff\xffSEFT${PLACE}`, 'latin1') });

  /** As it is read, in pieces of any size. */
  async function shown(size: number): Promise<Buffer> {
    const { patches = [] } = await look(whole);
    const pieces: Buffer[] = [];
    for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
    return buffer(Readable.from(pieces).pipe(patched(patches)));
  }

  test.each([1, 7, 64, 100_000])(
    'holds no place and is as long as it was, read in pieces of %i bytes',
    async (size) => {
      expect(whole.includes(PLACE)).toBe(true);
      const copy = await shown(size);
      expect(copy).toHaveLength(whole.length);
      expect(copy.includes('105.8542')).toBe(false);
    },
  );

  test('has what is seen and heard where it was, and boxes that players pass over for the rest', async () => {
    const copy = await shown(1000);
    expect(copy.indexOf(SEEN)).toBe(whole.indexOf(SEEN));
    const { boxes } = boxesIn(copy, 0, copy.length);
    expect(boxes.slice(0, 4).map(({ type }) => type)).toEqual(['ftyp', 'free', 'mdat', 'moov']);
    const movie = boxes[3];
    const inside = boxesIn(copy, movie?.content ?? 0, movie?.end ?? 0);
    expect(inside).toMatchObject({
      whole: true,
      boxes: [{ type: 'mvhd' }, { type: 'trak' }, { type: 'free' }, { type: 'free' }],
    });
  });
});

test('each kind has a limit of its own', async () => {
  const small = { ...limits, video: 1000 };
  await expect(examine({ name: 'x', bytes: recording() }, small)).rejects.toMatchObject({
    id: 'too_large',
    message: expect.stringContaining('Video'),
  });
  expect(await examine({ name: 'x', bytes: recording({ brand: 'M4A ' }) }, small)).toMatchObject({
    type: 'audio/mp4',
  });
});

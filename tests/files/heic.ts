import { box, fullBox, u16, u32 } from './boxes';
import { hevc, SQUARE } from './hevc';

export interface HeicOptions {
  columns?: number;
  rows?: number;
  colour?: (column: number, row: number) => readonly [number, number, number];
  /** As TIFF, beginning with `II` or `MM`. */
  exif?: Buffer;
  /** A size that the header claims instead of the true one. */
  claimed?: { width: number; height: number };
}

/** A photo as phones make them: HEVC in HEIF (ISO/IEC 23008-12), 32 × 32 pixels a square. */
export function heic(options: HeicOptions = {}): Buffer {
  const { columns = 2, rows = 1, colour = () => [120, 90, 200] as const, exif } = options;
  const { parameterSets, slices } = hevc(columns, rows, colour);
  const { width, height } = options.claimed ?? { width: columns * SQUARE, height: rows * SQUARE };
  const picture = Buffer.concat(slices.flatMap((slice) => [u32(slice.length), slice]));
  const items = [
    { type: 'hvc1', bytes: picture },
    ...(exif
      ? [{ type: 'Exif', bytes: Buffer.concat([u32(6), Buffer.from('Exif\0\0', 'latin1'), exif]) }]
      : []),
  ];
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const properties = box('ipco', hvcC(parameterSets), fullBox('ispe', 0, u32(width), u32(height)));
  const meta = (start: number) =>
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, u16(1)),
      iloc(items, start),
      fullBox('iinf', 0, u16(items.length), ...items.map(({ type }, at) => infe(at + 1, type))),
      ...(exif ? [fullBox('iref', 0, box('cdsc', u16(2), u16(1), u16(1)))] : []),
      box('iprp', properties, fullBox('ipma', 0, u32(1), u16(1), Buffer.from([2, 0x81, 2]))),
    );
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box('mdat', ...items.map(({ bytes }) => bytes))]);
}

const infe = (id: number, type: string) =>
  fullBox('infe', 2 << 24, u16(id), u16(0), Buffer.from(type), Buffer.from([0]));

function iloc(items: { bytes: Buffer }[], start: number): Buffer {
  let offset = start;
  const places = items.map(({ bytes }, at) => {
    const place = [u16(at + 1), u16(0), u16(1), u32(offset), u32(bytes.length)];
    offset += bytes.length;
    return Buffer.concat(place);
  });
  return fullBox('iloc', 0, Buffer.from([0x44, 0]), u16(items.length), ...places);
}

function hvcC(sets: { type: number; bytes: Buffer }[]): Buffer {
  const general = Buffer.from([
    1, 3, 0x70, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 120, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f,
  ]);
  const arrays = sets.map(({ type, bytes }) =>
    Buffer.concat([Buffer.from([0x80 | type]), u16(1), u16(bytes.length), bytes]),
  );
  return box('hvcC', general, Buffer.from([arrays.length]), ...arrays);
}

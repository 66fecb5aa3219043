/**
 * A still picture in HEVC, made by hand: no encoder of it is free to be shipped here. Squares of 32 pixels, each a slice of
 * its own with plain samples (ITU-T H.265, 7.3.8.7 pcm_sample), so that next to nothing must be coded arithmetically.
 */

/** Bits, most significant first. */
class Bits {
  private readonly bits: number[] = [];

  u(value: number, width: number): this {
    for (let bit = width - 1; bit >= 0; bit -= 1) this.bits.push(Math.floor(value / 2 ** bit) % 2);
    return this;
  }

  /** Exp-Golomb, unsigned. */
  ue(...values: number[]): this {
    for (const value of values) {
      const width = Math.floor(Math.log2(value + 1));
      this.u(0, width).u(value + 1, width + 1);
    }
    return this;
  }

  /** Zeros up to the next byte. */
  align(): this {
    return this.u(0, (8 - (this.bits.length % 8)) % 8);
  }

  bytes(): Buffer {
    const bytes = Buffer.alloc(this.bits.length / 8);
    this.bits.forEach((bit, at) => {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
    });
    return bytes;
  }
}

export const SQUARE = 32;

export interface Hevc {
  parameterSets: { type: number; bytes: Buffer }[];
  slices: Buffer[];
}

/** @param colour luma and both chromas of the square in this column and row */
export function hevc(
  columns: number,
  rows: number,
  colour: (column: number, row: number) => readonly [number, number, number],
): Hevc {
  const squares = columns * rows;
  const slices = Array.from({ length: squares }, (_, at) =>
    nal(19, slice(at, squares, colour(at % columns, Math.floor(at / columns)))),
  );
  const parameterSets = [
    { type: 32, bytes: nal(32, videoParameters()) },
    { type: 33, bytes: nal(33, sequenceParameters(columns * SQUARE, rows * SQUARE)) },
    { type: 34, bytes: nal(34, pictureParameters()) },
  ];
  return { parameterSets, slices };
}

/** With the bytes that keep a start code from showing up inside. */
function nal(type: number, payload: Buffer): Buffer {
  const out = [type << 1, 1];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(out);
}

/** Main Still Picture, progressive. */
const profile = (bits: Bits) => bits.u(3, 8).u(0x70000000, 32).u(0b1001, 4).u(0, 44).u(120, 8);
const end = (bits: Bits) => bits.u(1, 1).align().bytes();

function videoParameters(): Buffer {
  const bits = profile(new Bits().u(0, 4).u(3, 2).u(0, 6).u(0, 3).u(1, 1).u(0xffff, 16));
  return end(bits.u(1, 1).ue(0, 0, 0).u(0, 6).ue(0).u(0, 2));
}

function sequenceParameters(width: number, height: number): Buffer {
  const bits = profile(new Bits().u(0, 4).u(0, 3).u(1, 1)).ue(0, 1, width, height).u(0, 1);
  // 8 bits a sample; one coding block a square; transforms from 4 to 32, unused.
  bits.ue(0, 0, 0).u(1, 1).ue(0, 0, 0).ue(2, 0, 0, 3, 0, 0).u(0, 3);
  // Plain samples of 8 bits in blocks of 32, no filter over them.
  bits.u(1, 1).u(7, 4).u(7, 4).ue(2, 0).u(1, 1);
  return end(bits.ue(0).u(0, 5));
}

function pictureParameters(): Buffer {
  const bits = new Bits().ue(0, 0).u(0, 7).ue(0, 0, 0).u(0, 3).ue(0, 0).u(0, 7);
  // No deblocking.
  return end(bits.u(0b101, 3).u(0, 2).ue(0).u(0, 2));
}

function slice(at: number, squares: number, [luma, blue, red]: readonly [number, number, number]): Buffer {
  const bits = new Bits()
    .u(at === 0 ? 1 : 0, 1)
    .u(0, 1)
    .ue(0);
  if (at > 0) bits.u(at, Math.ceil(Math.log2(squares)));
  bits.ue(2, 0).u(1, 1).align();
  // The block is whole (one likely bin), and plain samples follow (the terminating bin).
  terminate(bits, 510 - 240);
  bits.align();
  for (const [sample, count] of [
    [luma, SQUARE ** 2],
    [blue, SQUARE ** 2 / 4],
    [red, SQUARE ** 2 / 4],
  ] as const)
    for (let n = 0; n < count; n += 1) bits.u(sample, 8);
  terminate(bits, 510);
  return bits.align().bytes();
}

/** The arithmetic coder's last bin from a low of 0 and this range, and its flush (H.265, 9.3.4). */
function terminate(bits: Bits, range: number): void {
  let low = range - 2;
  let outstanding = 0;
  let first = true;
  const put = (bit: number) => {
    if (!first) bits.u(bit, 1);
    first = false;
    for (; outstanding > 0; outstanding -= 1) bits.u(1 - bit, 1);
  };
  for (let shift = 0; shift < 7; shift += 1) {
    if (low >= 512) {
      put(1);
      low -= 512;
    } else if (low < 256) put(0);
    else {
      outstanding += 1;
      low -= 256;
    }
    low *= 2;
  }
  put((low >> 9) & 1);
  bits.u(((low >> 7) & 3) | 1, 2);
}

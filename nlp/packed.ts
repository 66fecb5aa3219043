/** Arrays of numbers as they are kept in a file. */
export type Numbers = Uint32Array | Float32Array | Int8Array;
type NumbersOf = new (buffer: ArrayBufferLike, at: number, length: number) => Numbers;

export interface Packed {
  /** What can be told in JSON. */
  told: unknown;
  /** Those of four bytes a number first, then those of one. */
  arrays: readonly Numbers[];
}

const HEADER = 4;
const KINDS = { Uint32Array, Float32Array, Int8Array };

/** One row of bytes: the length of a text in JSON, the text, then the arrays, each at a multiple of four. */
export function pack({ told, arrays }: Packed): Uint8Array {
  const kinds = arrays.map((array) => [array.constructor.name, array.length]);
  const text = new TextEncoder().encode(JSON.stringify({ told, kinds }));
  const bytes = new Uint8Array(
    startOf(text.length) + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0),
  );
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, HEADER);
  let at = startOf(text.length);
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/**
 * The same again; the arrays lie in the bytes themselves where these are at a multiple of four, else in a copy.
 * @throws RangeError, SyntaxError when the bytes were not packed here, or were cut short
 */
export function unpack(bytes: Uint8Array): Packed {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(HEADER, HEADER + length));
  const { told, kinds } = JSON.parse(text) as { told: unknown; kinds: [keyof typeof KINDS, number][] };
  const start = startOf(length);
  const isAligned = (bytes.byteOffset + start) % 4 === 0;
  const { buffer, byteOffset, byteLength } = isAligned ? bytes.subarray(start) : bytes.slice(start);
  let at = 0;
  const arrays = kinds.map(([kind, size]): Numbers => {
    const begins = at;
    at += size * KINDS[kind].BYTES_PER_ELEMENT;
    if (at > byteLength) throw new RangeError('cut short');
    return new (KINDS[kind] as NumbersOf)(buffer, byteOffset + begins, size);
  });
  return { told, arrays };
}

const startOf = (length: number): number => HEADER + Math.ceil(length / 4) * 4;

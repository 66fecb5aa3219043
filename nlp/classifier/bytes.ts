import { FeatureTable } from './feature-table';
import { type Head, LinearModel } from './linear-model';

/** Changes whenever a model of before would be read wrongly, or learnt otherwise. */
const FORMAT = 'hotline-xanh-model-1';

interface Header {
  format: string;
  heads: readonly Head[];
  /** How many numbers each array has, in their order. */
  lengths: number[];
}

/** A model as one row of bytes: a header in JSON, then its arrays, each at a multiple of four. */
export function toBytes({ parts }: LinearModel): Uint8Array {
  const { heads, table, rarity, weights, scales, biases } = parts;
  const arrays = [table.hashes, table.rows, rarity, scales, biases, weights];
  const header: Header = { format: FORMAT, heads, lengths: arrays.map(({ length }) => length) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 4 + Math.ceil(text.length / 4) * 4;
  const bytes = new Uint8Array(start + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** The model in these bytes; undefined when they are of another version, or cut short. */
export function fromBytes(bytes: Uint8Array): LinearModel | undefined {
  const header = headerOf(bytes);
  if (header?.format !== FORMAT) return undefined;
  // A copy of its own: typed arrays want their place in memory at a multiple of four.
  const { buffer } = Uint8Array.from(bytes);
  let at = 4 + Math.ceil(headerLength(bytes) / 4) * 4;
  const [hashes = 0, rows = 0, rarity = 0, scales = 0, biases = 0, weights = 0] = header.lengths;
  if (buffer.byteLength !== at + 4 * (hashes + rows + rarity + scales + biases) + weights) return undefined;
  const next = <T>(
    make: new (buffer: ArrayBuffer, at: number, length: number) => T,
    length: number,
    size = 4,
  ): T => {
    const array = new make(buffer, at, length);
    at += length * size;
    return array;
  };
  return new LinearModel({
    heads: header.heads,
    table: new FeatureTable(next(Uint32Array, hashes), next(Uint32Array, rows)),
    rarity: next(Float32Array, rarity),
    scales: next(Float32Array, scales),
    biases: next(Float32Array, biases),
    weights: next(Int8Array, weights, 1),
  });
}

const headerLength = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);

function headerOf(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 8) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength(bytes)))) as Header;
  } catch {
    return undefined;
  }
}

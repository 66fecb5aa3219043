import { pack, unpack } from '../packed';
import type { ConceptsIn } from './concepts';
import { FeatureTable } from './feature-table';
import { type Head, LinearModel, type ModelParts } from './linear-model';

/** A model as bytes, to be kept in a file. */
export function toBytes({ parts }: LinearModel): Uint8Array {
  const { heads, table, rarity, weights, scales, biases } = parts;
  return pack({ told: heads, arrays: [table.hashes, table.rows, rarity, scales, biases, weights] });
}

/**
 * The model in these bytes; the concepts must be those that it was learnt with.
 * @throws RangeError, SyntaxError when they are none, or cut short
 */
export function fromBytes(bytes: Uint8Array, conceptsIn: ConceptsIn): LinearModel {
  const { told, arrays } = unpack(bytes);
  const [hashes, rows, rarity, scales, biases, weights] = arrays as [
    Uint32Array,
    Uint32Array,
    ModelParts['rarity'],
    ModelParts['scales'],
    ModelParts['biases'],
    ModelParts['weights'],
  ];
  const table = new FeatureTable(hashes, rows);
  return new LinearModel({ heads: told as Head[], table, rarity, scales, biases, weights }, conceptsIn);
}

import { pack, unpack } from '../packed';
import type { ProcedureModel } from './model';

/** What was learnt about procedures as bytes, to be kept in a file. */
export function toBytes({ rarity, weights, biases, ...told }: ProcedureModel): Uint8Array {
  return pack({ told, arrays: [rarity, weights, biases] });
}

/**
 * The same again.
 * @throws RangeError, SyntaxError when the bytes are no such model, or cut short
 */
export function fromBytes(bytes: Uint8Array): ProcedureModel {
  const { told, arrays } = unpack(bytes);
  const [rarity, weights, biases] = arrays as [
    ProcedureModel['rarity'],
    ProcedureModel['weights'],
    ProcedureModel['biases'],
  ];
  return { ...(told as Pick<ProcedureModel, 'labels' | 'procedures' | 'features'>), rarity, weights, biases };
}

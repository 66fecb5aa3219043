import type { Connection } from 'mongoose';
import type { EffectStore } from '../hotline/effects';
import { type StoredTurn, TURNS, fromRecord, idOf } from './turn-record';

/** Effects wait in the turns that asked for them. */
export function turnEffects(connection: Connection): EffectStore {
  const turns = connection.collection<StoredTurn>(TURNS);
  return {
    async claim(now, leaseMs, turn) {
      const claimed = await turns.findOneAndUpdate(
        { ...(turn && { _id: idOf(turn) }), effectsAt: { $lte: now } },
        { $set: { effectsAt: new Date(now.getTime() + leaseMs) } },
        { sort: { effectsAt: 1 }, writeConcern: { w: 'majority', j: true } },
      );
      return claimed ? fromRecord(claimed) : undefined;
    },
    async finish(turn) {
      await turns.updateOne({ _id: idOf(turn) }, { $unset: { effectsAt: '' } });
    },
    async postpone(turn, until) {
      await turns.updateOne(
        { _id: idOf(turn), effectsAt: { $exists: true } },
        { $set: { effectsAt: until } },
      );
    },
  };
}

import type { Connection } from 'mongoose';
import { type Dossier, type DossierStore, type KnownDossier, lettersOf } from '../hotline/dossiers';

interface DossierRecord extends KnownDossier {
  /** The code in capitals and without gaps: two codes that differ in more than that are two dossiers. */
  _id: string;
  /** By which it is found, however it is typed. */
  letters: string;
}

/** More than anybody asks for in one message. */
const FOUND = 20;

/** Dossiers of one-stop offices, as their lists had them. */
export function dossierStore(connection: Connection): DossierStore {
  const dossiers = connection.collection<DossierRecord>('dossiers');
  return {
    async find(codes) {
      const letters = codes.map(lettersOf).filter((each) => each !== '');
      if (letters.length === 0) return [];
      const records = await dossiers
        .find({ letters: { $in: letters } })
        .limit(FOUND)
        .toArray();
      return records.map(({ _id, letters: _letters, ...dossier }) => dossier);
    },
    async put(list, listedAt) {
      if (list.length === 0) return { added: 0 };
      const writes = list.map((dossier) => write(dossier, listedAt));
      const { upsertedCount } = await dossiers.bulkWrite(writes, {
        writeConcern: { w: 'majority', j: true },
      });
      return { added: upsertedCount };
    },
  };
}

function write(dossier: Dossier, listedAt: Date) {
  const _id = dossier.code.normalize('NFC').replace(/\s/g, '').toUpperCase();
  const replacement = { ...dossier, letters: lettersOf(dossier.code), listedAt };
  return { replaceOne: { filter: { _id }, replacement, upsert: true } };
}

/** The index by which a code is found. */
export const ensureDossierIndexes = (connection: Connection): Promise<string> =>
  connection.collection('dossiers').createIndex({ letters: 1 });

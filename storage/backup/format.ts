import { HotlineError } from '../../hotline/errors';
import type { StepRecord } from '../migrations/records';

/**
 * A backup is a gzip stream of frames: one letter, then one BSON document.
 *
 * ```
 * H header     what it is, when it was made, the shape of the data
 * C collection its name and its indexes      ┐
 * D document   one, as it lies in MongoDB    │ for each collection,
 * …            in the order of their _id     │ by name, pieces of files last
 * E end        how many there were, SHA-256  ┘
 * T trailer    the same of all, and SHA-256 of every byte before it
 * ```
 */
export const FORMAT = 'hotline-xanh-backup';
export const VERSION = 1;

export type Tag = 'H' | 'C' | 'D' | 'E' | 'T';

export interface Header {
  format: typeof FORMAT;
  version: number;
  at: Date;
  /** The newest step of storage/migrations that was finished. */
  schema: number;
  migrations: StepRecord[];
  /** Tells the identity key from another one, and nothing about it; null when there was none yet. */
  keyCheck: string | null;
}

export interface CollectionStart {
  name: string;
  /** As the database lists them, without the one on `_id`. */
  indexes: object[];
}

/** What was copied of one collection; `sha256` is of its documents, one after the other. */
export interface Copied {
  name: string;
  count: number;
  sha256: string;
}

export interface Trailer {
  collections: Copied[];
  sha256: string;
}

/** The file cannot be used, and nothing was changed. */
export const unusable = (file: string, why: string): HotlineError =>
  new HotlineError('backup_unusable', 400, `${file}: ${why}; chưa có gì bị thay đổi.`);

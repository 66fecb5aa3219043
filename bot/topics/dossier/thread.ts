import type { TurnScope } from '../../turn-scope';
import { Thread } from '../thread';

/** What of talk about dossiers is remembered from turn to turn. */
export interface DossierTalk {
  /** A code is asked for. */
  waits: boolean;
  /** The dossier that was told of last. */
  code?: string;
  /** All that were told of at once, in their order. */
  codes?: string[];
  /** Codes that nobody knows, one after the other. */
  wrong: number;
  /** So often in a row it was said where a code is found. */
  lost?: number;
}

const HOUR_MS = 60 * 60 * 1000;
const LASTS_TURNS = 6;
/** While a report is made, only what comes next is meant for it. */
const LASTS_AMID = 2;
/** So many wrong codes, and a person should help; it keeps guessing slow, too. */
const TRIES = 4;

const thread = new Thread<DossierTalk>('dossier');

/** What is remembered for an hour: what was told, and how many codes were wrong. */
export const dossierTalk = (scope: TurnScope): DossierTalk =>
  thread.lately(scope, HOUR_MS) ?? { waits: false, wrong: 0 };

/** Whether a code was asked for so lately that what is said now may be one. */
export const waitsForCode = (scope: TurnScope, amid: boolean): boolean =>
  thread.lately(scope, HOUR_MS, amid ? LASTS_AMID : LASTS_TURNS)?.waits ?? false;

/** The dossier that was told of a moment ago. */
export function justTold(scope: TurnScope): string | undefined {
  const talk = thread.lately(scope, HOUR_MS, LASTS_AMID);
  return talk?.waits ? undefined : talk?.code;
}

export const keepDossierTalk = (scope: TurnScope, talk: DossierTalk): void => thread.keep(scope, talk);

export const hasTriedEnough = ({ wrong }: DossierTalk): boolean => wrong >= TRIES;

/** "Cái thứ hai" of those that were told of at once. */
export function otherTold(scope: TurnScope, key: string): string | undefined {
  const at = NTH.findIndex((nth) => nth.test(key));
  return at < 0 ? undefined : dossierTalk(scope).codes?.[at];
}
const NTH = [
  /\b(?:cai|ho so|so) (?:dau|dau tien|thu nhat|1)\b/,
  /\b(?:cai|ho so|so) (?:thu (?:hai|nhi|2)|sau|kia|con lai|2)\b/,
  /\b(?:cai|ho so|so) (?:thu (?:ba|3)|cuoi|3)\b/,
];

/** Something was asked for in the last answer. */
export const dossierAsks = (scope: TurnScope): boolean => thread.lately(scope, HOUR_MS, 1)?.waits ?? false;

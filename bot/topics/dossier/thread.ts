import type { TurnScope } from '../../turn-scope';

/** What of talk about dossiers is remembered from turn to turn. */
export interface DossierThread {
  /** A code is asked for. */
  waits: boolean;
  /** The dossier that was told of last. */
  code?: string;
  /** Codes that nobody knows, one after the other. */
  wrong: number;
}

interface Kept extends DossierThread {
  at: number;
  seq: number;
}

const KEY = 'dossier';
const HOUR_MS = 60 * 60 * 1000;
const LASTS_TURNS = 6;
/** While a report is made, only what comes next is meant for it. */
const LASTS_AMID = 2;
/** So many wrong codes, and a person should help; it keeps guessing slow, too. */
const TRIES = 4;

/** What is remembered for an hour: what was told, and how many codes were wrong. */
export function dossierThread({ memory, question }: TurnScope): DossierThread {
  const kept = memory[KEY] as Kept | undefined;
  const isOver = !kept || question.at.getTime() - kept.at > HOUR_MS;
  return isOver ? { waits: false, wrong: 0 } : kept;
}

/** Whether a code was asked for so lately that what is said now may be one. */
export function waitsForCode(scope: TurnScope, amid: boolean): boolean {
  const kept = scope.memory[KEY] as Kept | undefined;
  const turns = scope.question.seq - (kept?.seq ?? 0);
  return dossierThread(scope).waits && turns <= (amid ? LASTS_AMID : LASTS_TURNS);
}

export function keepDossierThread({ memory, question }: TurnScope, thread: DossierThread): void {
  const kept: Kept = { ...thread, at: question.at.getTime(), seq: question.seq };
  memory[KEY] = kept;
}

/** The dossier that was told of a moment ago. */
export function justTold({ memory, question }: TurnScope): string | undefined {
  const kept = memory[KEY] as Kept | undefined;
  const isRecent = kept && question.at.getTime() - kept.at < HOUR_MS && question.seq - kept.seq <= LASTS_AMID;
  return isRecent && !kept.waits ? kept.code : undefined;
}

export const hasTriedEnough = ({ wrong }: DossierThread): boolean => wrong >= TRIES;

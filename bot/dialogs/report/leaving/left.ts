import type { TurnScope } from '../../../turn-scope';
import { goesOn, wantsSent } from './going-on';
import { type Draft, EMPTY, holdsSomething } from '../draft';

const HOUR_MS = 60 * 60 * 1000;
/** Who is silent for so long has left; what they come back with is no answer by itself. */
export const LEFT_AFTER_MS = 6 * HOUR_MS;
/** A draft is kept for so long after the last word. */
const KEPT_FOR_MS = 7 * 24 * HOUR_MS;
const LEFT = 'leftReport';

interface Left {
  draft: Draft;
  at: number;
  /** It is not offered; only who says that they want to go on gets it. */
  unoffered?: true;
  /** They said in so many words that it was to be stopped. */
  asked?: true;
}

/** Keeps a draft that is not finished, to be offered when the citizen comes back. `at`: when they last spoke. */
export function leave({ memory }: TurnScope, draft: Draft, at: number): void {
  if (!holdsSomething(draft)) return;
  const left: Left = { draft, at };
  memory[LEFT] = left;
}

/** The draft that was left, while it is kept. */
export function leftDraft({ memory, question, heard }: TurnScope): Draft | undefined {
  const left = memory[LEFT] as Left | undefined;
  if (!left || (left.unoffered && !goesOn(heard) && !wantsSent(heard))) return undefined;
  if (isOver(left.at, { question })) {
    forgetLeft({ memory });
    return undefined;
  }
  return { ...EMPTY, ...left.draft };
}

/** The draft that was stopped a moment ago, though it may have been meant otherwise. */
export function stoppedDraft({
  memory,
  question,
}: Pick<TurnScope, 'memory' | 'question'>): Draft | undefined {
  const left = memory[LEFT] as Left | undefined;
  if (!left?.unoffered || left.asked) return undefined;
  const since = question.at.getTime() - (left.at + KEPT_FOR_MS - HOUR_MS);
  return since <= A_MOMENT_MS ? { ...EMPTY, ...left.draft } : undefined;
}
const A_MOMENT_MS = HOUR_MS / 6;

/** It was left so long ago that it is not kept any more. */
export const isOver = (at: number, { question }: Pick<TurnScope, 'question'>): boolean =>
  question.at.getTime() - at > KEPT_FOR_MS;

/** Who seems to have stopped may have meant something else: for an hour they can go on. */
export function leaveShortly({ memory, question }: TurnScope, draft: Draft, isAsked: boolean): void {
  const at = question.at.getTime() - KEPT_FOR_MS + HOUR_MS;
  const left: Left = { draft, at, unoffered: true, ...(isAsked && { asked: true }) };
  memory[LEFT] = left;
}

export function forgetLeft({ memory }: Pick<TurnScope, 'memory'>): void {
  Reflect.deleteProperty(memory, LEFT);
}

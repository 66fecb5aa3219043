import type { Turn } from './turn';
import { type TurnTaking, turnTaking } from './turn-taking';

/** A turn that is late by this much was left by its process. */
const LATE_MS = 1_000;
const SWEPT = 50;

export interface OpenTurns extends TurnTaking {
  onError: (error: unknown) => void;
}

/** Turn-taking that answers by itself what was held, when it falls due. */
export function openTurns(parts: OpenTurns) {
  const { log, onError, now = () => new Date() } = parts;
  const turns = turnTaking(parts);
  const timers = new Map<string, NodeJS.Timeout>();

  const unlisten = log.onTurn((turn, own) => {
    // Staff spoke in between: what is held still falls due.
    if (turn.state.held && !turn.dueAt) return;
    clearTimeout(timers.get(turn.conversation));
    timers.delete(turn.conversation);
    if (own && turn.dueAt)
      timers.set(
        turn.conversation,
        setTimeout(() => fallDue(turn), until(turn.dueAt)),
      );
  });

  const until = (dueAt: Date): number => Math.max(0, dueAt.getTime() - now().getTime());

  function fallDue(turn: Turn): void {
    timers.delete(turn.conversation);
    answer(turn).catch(onError);
  }

  async function answer(turn: Turn): Promise<void> {
    await turns.answerHeld(turn);
    await log.settle(turn);
  }

  /** Turns of processes that died before they answered. */
  async function sweep(): Promise<void> {
    const late = await log.overdue(new Date(now().getTime() - LATE_MS), SWEPT);
    for (const turn of late) await answer(turn);
  }

  async function stop(): Promise<void> {
    for (const timer of timers.values()) clearTimeout(timer);
    unlisten();
    await turns.idle();
  }

  return { ...turns, sweep, stop };
}

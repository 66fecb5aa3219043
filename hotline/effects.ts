import type { ConversationId, Effect, Turn } from './conversation/turn';
import type { Step, Turns } from './conversation/turn-taking';
import { withHeartbeat } from './heartbeat';
import { sideWork } from './sweeper';
import { turnstile } from './turnstile';

/** Prolonged while the work goes on; what a process that died left is free when it ends. */
const LEASE_MS = 9_000;
/** Files are in memory while they are fetched. */
const MOST_AT_ONCE = 4;
const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Turns whose effects are still to be run. */
export interface EffectStore {
  /** The given turn, or any that is due, for this process alone until the lease ends. */
  claim(now: Date, leaseMs: number, turn?: Pick<Turn, 'conversation' | 'seq'>): Promise<Turn | undefined>;
  /** Nothing is left to run for this turn. */
  finish(turn: Turn): Promise<void>;
  /** It is to be run again then: it failed, or is still being run. Nothing happens when it is finished. */
  postpone(turn: Turn, until: Date): Promise<void>;
}

/**
 * Acts on the outside and returns what came of it. May be run again when its process dies: it must bear that.
 * What it throws is tried again, less and less often; when to give up is the handler's to know.
 */
export type EffectHandler = (input: unknown, conversation: ConversationId, turn: Turn) => Promise<unknown>;

export interface EffectParts {
  store: EffectStore;
  handlers: Readonly<Record<string, EffectHandler>>;
  turns: Pick<Turns, 'take'>;
  /** The step that takes a result. */
  answer: Step;
  onError: (error: unknown) => void;
  now?: () => Date;
}

/**
 * Runs what turns asked for, after they are durable: downloads, slow look-ups, mail. Claimed by one process at a
 * time; each result comes back as a turn of its own, once, however often the effect had to be run.
 */
export function effectRunner({
  store,
  handlers,
  turns,
  answer,
  onError,
  now = () => new Date(),
}: EffectParts) {
  const { begin, idle } = sideWork(onError);
  const enter = turnstile(MOST_AT_ONCE);

  const run = (turn?: Turn): Promise<boolean> => enter(() => runClaimed(turn));

  async function runClaimed(turn?: Turn): Promise<boolean> {
    const claimed = await store.claim(now(), LEASE_MS, turn);
    if (!claimed) return false;
    const inMs = (ms: number): Date => new Date(now().getTime() + ms);
    const keep = () => store.postpone(claimed, inMs(LEASE_MS));
    try {
      await withHeartbeat(keep, LEASE_MS / 3, () => runAll(claimed));
    } catch (error) {
      await store.postpone(claimed, inMs(pauseAfter(claimed)));
      throw error;
    }
    await store.finish(claimed);
    return true;
  }

  /** Half as long as it has been tried already: soon at first, then less and less often. */
  function pauseAfter({ at }: Turn): number {
    const age = now().getTime() - at.getTime();
    return Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, age / 2));
  }

  async function runAll(turn: Turn): Promise<void> {
    for (const [index, effect] of (turn.effects ?? []).entries()) await runOne(turn, effect, index);
  }

  async function runOne(turn: Turn, effect: Effect, index: number): Promise<void> {
    const { conversation, seq } = turn;
    const handler = handlers[effect.type];
    if (!handler) throw new Error(`nobody runs effects of type ${effect.type}`);
    const result = await handler(effect.input, conversation, turn);
    const cause = { type: 'effect', effect: effect.type, result } as const;
    await turns.take({ conversation, eventId: `effect/${seq}/${index}`, cause }, answer);
  }

  /** What dead processes left, and what failed and is due again. */
  async function sweep(): Promise<void> {
    while (await run());
  }

  function onTurn(turn: Turn, own: boolean): void {
    if (own && turn.effectsAt) begin(run(turn));
  }

  return { run, sweep, onTurn, idle };
}

import type { ConversationId, Effect, Turn } from './conversation/turn';
import type { Turns } from './conversation/turn-taking';
import type { Answerer } from './conversation/conversations';
import { sideWork } from './sweeper';

const LEASE_MS = 60_000;

/** Turns whose effects are still to be run. */
export interface EffectStore {
  /** The given turn, or any that is due, for this process alone until the lease ends. */
  claim(now: Date, leaseMs: number, turn?: Pick<Turn, 'conversation' | 'seq'>): Promise<Turn | undefined>;
  /** Nothing is left to run for this turn. */
  finish(turn: Turn): Promise<void>;
}

/** Acts on the outside and returns what came of it. May be run again when its process dies: it must bear that. */
export type EffectHandler = (input: unknown, conversation: ConversationId) => Promise<unknown>;

export interface EffectParts {
  store: EffectStore;
  handlers: Readonly<Record<string, EffectHandler>>;
  turns: Pick<Turns, 'take'>;
  answer: Answerer;
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

  async function run(turn?: Turn): Promise<boolean> {
    const claimed = await store.claim(now(), LEASE_MS, turn);
    if (!claimed) return false;
    for (const [index, effect] of (claimed.effects ?? []).entries()) await runOne(claimed, effect, index);
    await store.finish(claimed);
    return true;
  }

  async function runOne({ conversation, seq }: Turn, effect: Effect, index: number): Promise<void> {
    const handler = handlers[effect.type];
    if (!handler) throw new Error(`nobody runs effects of type ${effect.type}`);
    const result = await handler(effect.input, conversation);
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

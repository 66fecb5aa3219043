import type { Activity } from '../activity';
import { HotlineError } from '../errors';
import type { TurnLog } from '../stores';
import type { Answer, Conversations, Inbound, Question, Receipt } from './conversations';
import { type StepParts, steps } from './steps';
import type { Cause, ConversationId, Standing, Turn } from './turn';
import { NEW_CONVERSATION, standingAfter } from './turn';
import { alongside, assemble } from './written-turn';

/** How often a turn that lost its place is run again before the caller is told to come back later. */
const MAX_RUNS = 20;
/** Conversations of which is kept in memory where they stand; a stale copy can never be written. */
const REMEMBERED = 2_000;

export interface TurnTaking extends StepParts {
  log: TurnLog;
  /** Channels that must be delivered to; the others pull. */
  pushes: (channel: string) => boolean;
  /** When the citizen last spoke, or came. Absent: only the newest turn tells. */
  lastHeard?: (conversation: ConversationId) => Promise<Date | undefined>;
  /** The messages that it takes to say one there. Absent: one. */
  parts?: (channel: string, message: Activity) => Activity[];
  now?: () => Date;
}

/** A step of a conversation: from its newest state to what the next turn adds. */
export type Step = (question: Question) => Promise<Answer>;

/** What the next turn of a conversation is made for. */
export interface Occasion {
  conversation: ConversationId;
  channel?: string;
  eventId?: string;
  address?: string;
  addressMark?: string;
  activity?: Activity;
  cause?: Cause;
  /** Take the turn only if the newest is like that. */
  onlyIf?: (newest: Standing | undefined) => boolean;
}

/**
 * Takes turns: reads the newest state, runs a step, writes the turn; when another turn won the place, once more.
 * Turns of one conversation run one after the other in this process; the unique place in the log settles the rest.
 */
export function turnTaking(parts: TurnTaking) {
  const { log, answer, now = () => new Date() } = parts;
  const step = steps(parts);
  const running = new Map<ConversationId, Promise<unknown>>();
  const newest = new Map<ConversationId, Standing>();

  const receive = (inbound: Inbound): Promise<Receipt> =>
    take(inbound, (question) =>
      question.activity ? step.said(question, question.activity) : answer(question),
    );

  /** In its turn, so that nobody comes back between the look at when they were heard last and the note. */
  async function noteReach(...noted: ReachNoted): Promise<void> {
    await inOrder(noted[0], () => noteReachNow(...noted));
  }

  async function noteReachNow(...[conversation, reachable, at, eventId]: ReachNoted): Promise<void> {
    const heard = reachable ? undefined : await parts.lastHeard?.(conversation);
    if (heard && heard > at) return;
    const cause = { type: 'reach', reachable } as const;
    const onlyIf = (newest?: Standing): boolean => isNews(newest, reachable, at);
    const occasion = { conversation, cause, onlyIf, ...(eventId !== undefined && { eventId }) };
    await takeNow(occasion, ({ state }) => {
      const { unreachable: _before, ...rest } = state;
      return Promise.resolve({ out: [], state: reachable ? rest : { ...rest, unreachable: at } });
    });
  }

  /** What was held falls due: answered as if it had been said in one message. */
  function answerHeld(turn: Turn): Promise<Receipt | undefined> {
    const occasion = {
      conversation: turn.conversation,
      eventId: `due/${turn.seq}`,
      cause: { type: 'due' } as const,
      onlyIf: (newest?: Standing) => waitsStill(turn, newest),
    };
    return takeIf(occasion, step.due);
  }

  async function take(occasion: Occasion, work: Step): Promise<Receipt> {
    const receipt = await takeIf(occasion, work);
    if (!receipt) throw new Error('a turn without a condition was not taken');
    return receipt;
  }

  function takeIf(occasion: Occasion, work: Step): Promise<Receipt | undefined> {
    return inOrder(occasion.conversation, () => takeNow(occasion, work));
  }

  async function takeNow(occasion: Occasion, work: Step): Promise<Receipt | undefined> {
    for (let run = 0; run < MAX_RUNS; run++) {
      const before = newest.get(occasion.conversation) ?? (await standing(log, occasion.conversation));
      if (occasion.onlyIf?.(before) === false) return undefined;
      const { turn, along } = await runStep(occasion, before, work);
      const written = await log.append(turn, along).catch((error: unknown) => {
        newest.delete(occasion.conversation);
        if (isChangedMeanwhile(error)) return { outcome: 'lost' } as const;
        throw error;
      });
      if (written.outcome === 'written') {
        remember(turn);
        return { turn, duplicate: false };
      }
      newest.delete(occasion.conversation);
      if (written.outcome === 'duplicate') return { turn: written.turn, duplicate: true };
    }
    throw new Error('the conversation is too busy: its turn was lost again and again');
  }

  async function runStep(occasion: Occasion, before: Standing | undefined, work: Step) {
    const question = ask(occasion, before, now());
    const answered = await work(question);
    return {
      turn: assemble(occasion, before, question, answered, parts),
      along: alongside(occasion, before, question, answered),
    };
  }

  /** Runs one after the other what concerns one conversation. */
  function inOrder<T>(conversation: ConversationId, work: () => Promise<T>): Promise<T> {
    const earlier = running.get(conversation);
    const mine = earlier ? earlier.then(work, work) : work();
    running.set(conversation, mine);
    const clear = () => {
      if (running.get(conversation) === mine) running.delete(conversation);
    };
    mine.then(clear, clear);
    return mine;
  }

  function remember(turn: Turn): void {
    newest.delete(turn.conversation);
    newest.set(turn.conversation, standingAfter(turn));
    if (newest.size > REMEMBERED) {
      const oldest = newest.keys().next().value;
      if (oldest !== undefined) newest.delete(oldest);
    }
  }

  /** Resolves when no turn is under way. */
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running.values());
  };

  return { receive, noteReach, take, takeIf, answerHeld, answerEffect: step.result, idle };
}

async function standing(log: TurnLog, conversation: ConversationId): Promise<Standing | undefined> {
  const turn = await log.newest(conversation);
  return turn && standingAfter(turn);
}

type ReachNoted = Parameters<Conversations['noteReach']>;

/** Only where somebody has spoken, and has not spoken again since that moment. */
function isNews(newest: Standing | undefined, reachable: boolean, at: Date): boolean {
  if (!newest) return false;
  const { unreachable } = newest.state;
  if (reachable) return unreachable !== undefined && unreachable <= at;
  return unreachable === undefined && !(newest.heard && newest.at > at);
}

/** Staff may have spoken since: what is held goes on from turn to turn, until a later one waits by itself. */
function waitsStill(turn: Turn, newest: Standing | undefined): boolean {
  return newest?.state.held !== undefined && (newest.seq === turn.seq || newest.dueAt === undefined);
}

export type Turns = ReturnType<typeof turnTaking>;

function ask(occasion: Occasion, before: Standing | undefined, at: Date): Question {
  return {
    conversation: occasion.conversation,
    channel: before?.channel ?? occasion.channel ?? 'unknown',
    seq: (before?.seq ?? 0) + 1,
    at,
    state: before?.state ?? NEW_CONVERSATION,
    ...(occasion.activity && { activity: occasion.activity }),
    ...(occasion.cause && { cause: occasion.cause }),
  };
}

/** A ticket was changed between reading and writing: the step reads again. */
const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof HotlineError && error.id === 'changed_meanwhile';

import type { Activity } from '../activity';
import { HotlineError } from '../errors';
import type { Along, TurnLog } from '../stores';
import type { Answer, Answerer, Inbound, Question, Receipt } from './conversations';
import { hold, isOverPace, merge, paced, untilNextMinute } from './held';
import type { Cause, ConversationId, ConversationState, Turn } from './turn';
import { NEW_CONVERSATION, lastMessage } from './turn';

/** How often a turn that lost its place is run again before the caller is told to come back later. */
const MAX_RUNS = 20;
/** Conversations whose newest turn is kept in memory; a stale copy can never be written. */
const REMEMBERED = 2_000;

export interface TurnTaking {
  log: TurnLog;
  answer: Answerer;
  /** Channels that must be delivered to; the others pull. */
  pushes: (channel: string) => boolean;
  messagesPerMinute: number;
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
  onlyIf?: (newest: Turn | undefined) => boolean;
}

/**
 * Takes turns: reads the newest state, runs a step, writes the turn; when another turn won the place, once more.
 * Turns of one conversation run one after the other in this process; the unique place in the log settles the rest.
 */
export function turnTaking({ log, answer, pushes, messagesPerMinute, now = () => new Date() }: TurnTaking) {
  const running = new Map<ConversationId, Promise<unknown>>();
  const newest = new Map<ConversationId, Turn>();

  const receive = (inbound: Inbound): Promise<Receipt> =>
    take(inbound, (question) => (question.activity ? citizenStep(question) : answer(question)));

  /**
   * The citizen spoke; the bot sees it together with what was held. Too fast, and the message is held instead,
   * except for private words: only the bot knows them, and they must not lie in the log until it is asked.
   */
  async function citizenStep(question: Question): Promise<Answer> {
    const state = paced(question.state, question.at);
    const answered = await holdOrAnswer({ ...question, state });
    if (!question.activity || !isOverPace(state, messagesPerMinute)) return answered;
    if (answered.maskedText !== undefined) return answered;
    return {
      out: [],
      state: hold(state, question.activity, question.at),
      waitMs: untilNextMinute(question.at),
    };
  }

  async function holdOrAnswer(question: Question): Promise<Answer> {
    const { held, ...state } = question.state;
    const activity = merge(held, question.activity);
    const answered = await answer({ ...question, state, ...(activity && { activity }) });
    if (answered.waitMs === undefined || !question.activity) return answered;
    return { ...answered, out: [], state: hold(question.state, question.activity, question.at) };
  }

  /** What was held falls due: answered as if it had been said in one message. */
  function answerHeld(turn: Turn): Promise<Receipt | undefined> {
    const occasion = {
      conversation: turn.conversation,
      eventId: `due/${turn.seq}`,
      cause: { type: 'due' } as const,
      onlyIf: (newest?: Turn) => waitsStill(turn, newest),
    };
    return takeIf(occasion, holdOrAnswer);
  }

  async function take(occasion: Occasion, step: Step): Promise<Receipt> {
    const receipt = await takeIf(occasion, step);
    if (!receipt) throw new Error('a turn without a condition was not taken');
    return receipt;
  }

  function takeIf(occasion: Occasion, step: Step): Promise<Receipt | undefined> {
    return inOrder(occasion.conversation, () => takeNow(occasion, step));
  }

  async function takeNow(occasion: Occasion, step: Step): Promise<Receipt | undefined> {
    for (let run = 0; run < MAX_RUNS; run++) {
      const before = newest.get(occasion.conversation) ?? (await log.newest(occasion.conversation));
      if (occasion.onlyIf?.(before) === false) return undefined;
      const { turn, along } = await runStep(occasion, before, step);
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

  async function runStep(occasion: Occasion, before: Turn | undefined, step: Step) {
    const question = ask(occasion, before, now());
    const answered = await step(question);
    return {
      turn: assemble(occasion, before, question, answered, pushes),
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
    newest.set(turn.conversation, turn);
    if (newest.size > REMEMBERED) {
      const oldest = newest.keys().next().value;
      if (oldest !== undefined) newest.delete(oldest);
    }
  }

  /** Resolves when no turn is under way. */
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running.values());
  };

  return { receive, take, takeIf, answerHeld, idle };
}

/** Staff may have spoken since: what is held goes on from turn to turn, until a later one waits by itself. */
function waitsStill(turn: Turn, newest: Turn | undefined): boolean {
  return newest?.state.held !== undefined && (newest.seq === turn.seq || newest.dueAt === undefined);
}

export type Turns = ReturnType<typeof turnTaking>;

function ask(occasion: Occasion, before: Turn | undefined, at: Date): Question {
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

function assemble(
  occasion: Occasion,
  before: Turn | undefined,
  question: Question,
  answered: Answer,
  pushes: TurnTaking['pushes'],
): Turn {
  const { conversation, channel, seq, at } = question;
  const mustDeliver = answered.out.length > 0 && pushes(channel);
  const out = mustDeliver
    ? answered.out.map((message) => ({ ...message, delivery: { state: 'pending' as const, tries: 0 } }))
    : answered.out;
  return {
    conversation,
    seq,
    firstMessage: before ? lastMessage(before) + 1 : 1,
    at,
    channel,
    ...(occasion.eventId !== undefined && { eventId: occasion.eventId }),
    ...(occasion.activity && { in: masked(occasion.activity, answered.maskedText) }),
    ...(answered.maskedText !== undefined && { private: true }),
    ...(occasion.cause && { cause: occasion.cause }),
    out,
    state: addressed(occasion, answered.state),
    ...(answered.effects?.length && { effects: answered.effects, effectsAt: at }),
    ...(answered.waitMs !== undefined && { dueAt: new Date(at.getTime() + answered.waitMs) }),
    ...(mustDeliver && { deliverAfter: at }),
  };
}

function addressed({ addressMark }: Occasion, state: ConversationState): ConversationState {
  return addressMark === undefined ? state : { ...state, addressMark };
}

function masked(activity: Activity, text: string | undefined): Activity {
  return text === undefined ? activity : { ...activity, text };
}

/** What must be written with the turn, or nothing: most turns are a single document. */
function alongside(
  occasion: Occasion,
  before: Turn | undefined,
  question: Question,
  answered: Answer,
): Along | undefined {
  const told = [newAddress(occasion, before), privateWords(question, answered)].filter(
    (one) => one !== undefined,
  );
  const listed = changedHands(before?.state, answered.state);
  if (!answered.along && told.length === 0 && !listed) return undefined;
  return {
    ...answered.along,
    ...(told.length > 0 && { identities: [...(answered.along?.identities ?? []), ...told] }),
    ...(listed && { listed }),
  };
}

/** Kept with the first turn, and again when it changed. */
function newAddress({ conversation, channel, address, addressMark }: Occasion, before: Turn | undefined) {
  if (address === undefined || (before && before.state.addressMark === addressMark)) return undefined;
  return { of: conversation, identity: { ...(channel !== undefined && { channel }), address } };
}

function privateWords(question: Question, answered: Answer) {
  if (answered.maskedText === undefined || question.activity?.text === undefined) return undefined;
  return { of: question.conversation, identity: { words: { [question.seq]: question.activity.text } } };
}

function changedHands(before: ConversationState | undefined, after: ConversationState): boolean {
  const was = before?.holder ?? NEW_CONVERSATION.holder;
  const is = after.holder;
  if (Boolean(before?.confidential) !== Boolean(after.confidential)) return true;
  return was.kind !== is.kind || (was.kind === 'staff' && is.kind === 'staff' && was.id !== is.id);
}

/** A ticket was changed between reading and writing: the step reads again. */
const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof HotlineError && error.id === 'changed_meanwhile';

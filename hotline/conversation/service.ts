import type { Activity } from '../activity';
import type { IdentityStore, TurnLog } from '../stores';
import type { Conversations, Question, StaffRef } from './conversations';
import type { ConversationId, ConversationState, Holder, OutMessage, Turn } from './turn';
import { SECRET_MARK } from './turn';
import type { Turns } from './turn-taking';

const READ_LIMIT = 200;

/** What is said to the citizen when the conversation changes hands. */
export interface HandoverWords {
  tookOver(staff: StaffRef, state: ConversationState): Activity;
  /** Said by the bot, which is back; `question.state` is as it was while the person held the conversation. */
  handedBack(question: Question): Activity;
  /** What the bot remembers from then on; absent: the same as before. */
  remembers?(question: Question): ConversationState['bot'];
}

export interface ConversationParts {
  turns: Turns;
  log: TurnLog;
  identities: IdentityStore;
  secretOf: (code: string) => string;
  words: HandoverWords;
}

/** The one door by which everybody speaks; see `Conversations`. */
export function conversations({ turns, log, identities, secretOf, words }: ConversationParts): Conversations {
  const say: Conversations['say'] = (conversation, staff, message, key) =>
    turns.take(
      { conversation, eventId: `staff/${key}`, cause: { type: 'staff', ...staff } },
      heldBy(staff, () => [{ activity: message, by: staff }]),
    );

  const takeOver: Conversations['takeOver'] = async (conversation, staff) => {
    const occasion = { conversation, cause: { type: 'staff' as const, ...staff } };
    const tell = ({ state }: Question) =>
      isHeldBy(state, staff) ? [] : [{ activity: words.tookOver(staff, state) }];
    return (await turns.take(occasion, heldBy(staff, tell))).turn;
  };

  const handBack: Conversations['handBack'] = async (conversation, staff) => {
    const occasion = { conversation, cause: { type: 'staff' as const, ...staff } };
    const receipt = await turns.take(occasion, (question) => {
      const { state } = question;
      if (state.holder.kind === 'bot') return Promise.resolve({ out: [], state });
      const bot = words.remembers?.(question) ?? state.bot;
      const out = [{ activity: words.handedBack(question) }];
      return Promise.resolve({ out, state: { ...state, bot, holder: { kind: 'bot' as const } } });
    });
    return receipt.turn;
  };

  const forCitizen = (citizens: Turn[]): Promise<Turn[]> => {
    if (citizens.every(isPlain)) return Promise.resolve(citizens);
    return Promise.all(citizens.map(reveal));
  };

  async function reveal(turn: Turn): Promise<Turn> {
    const out = turn.out.map((message) =>
      message.secretOf ? withSecret(message, secretOf(message.secretOf)) : message,
    );
    if (!turn.private || !turn.in) return { ...turn, out };
    const words = (await identities.of(turn.conversation))?.words?.[turn.seq];
    return { ...turn, out, in: words === undefined ? turn.in : { ...turn.in, text: words } };
  }

  const read = (conversation: ConversationId, afterMessage: number, limit = READ_LIMIT) =>
    log.read(conversation, afterMessage, limit);

  return {
    receive: turns.receive,
    noteReach: turns.noteReach,
    languageOf: async (conversation) => (await log.newest(conversation))?.state.language ?? 'vi',
    say,
    takeOver,
    handBack,
    read,
    forCitizen,
    onTurn: (listener) => log.onTurn(listener),
  };
}

function isPlain(turn: Turn): boolean {
  return !turn.private && turn.out.every((message) => message.secretOf === undefined);
}

/** A step after which the person holds the conversation. */
function heldBy(staff: StaffRef, out: (question: Question) => OutMessage[]) {
  return (question: Question) => {
    const holder: Holder = { kind: 'staff', id: staff.id, name: staff.name, since: question.at };
    return Promise.resolve({ out: out(question), state: { ...question.state, holder } });
  };
}

function isHeldBy(state: ConversationState, staff: StaffRef): boolean {
  return state.holder.kind === 'staff' && state.holder.id === staff.id;
}

function withSecret(message: OutMessage, secret: string): OutMessage {
  const { activity } = message;
  const ticket = activity.channelData?.ticket;
  return {
    ...message,
    activity: {
      ...activity,
      ...(activity.text !== undefined && { text: activity.text.replace(SECRET_MARK, secret) }),
      ...(ticket && { channelData: { ...activity.channelData, ticket: { ...ticket, secret } } }),
    },
  };
}

import type { AnyBulkWriteOperation, ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Activity } from '../hotline/activity';
import type { ConversationId, Turn } from '../hotline/conversation/turn';
import { lastMessage } from '../hotline/conversation/turn';
import type { ConversationStore, ConversationSummary } from '../hotline/stores';
import { isDuplicateKey } from './duplicate-key';
import { type StoredTurn, TURNS, rangeOf } from './turn-record';

const CONVERSATIONS = 'conversations';
/** What was said last may show this much later in the lists; who holds a conversation shows at once. */
const FLUSH_MS = 2_000;
const PREVIEW = 120;

/** What the lists show comes from these parts of a turn; the bot's memory is most of the rest. */
const SHOWN = {
  channel: 1,
  firstMessage: 1,
  at: 1,
  'in.text': 1,
  'in.attachments.name': 1,
  'out.activity.text': 1,
  'out.activity.attachments.name': 1,
  'state.holder': 1,
  'state.tickets': 1,
  'state.confidential': 1,
  'state.unreachable': 1,
} as const;
type ShownTurn = Pick<Turn, 'channel' | 'firstMessage' | 'at' | 'in' | 'out'> & {
  state: Pick<Turn['state'], 'holder' | 'tickets' | 'confidential' | 'unreachable'>;
};

type Stored = Omit<ConversationSummary, 'id'> & { _id: string; seq: number };

export interface ConversationLists extends ConversationStore {
  /** Shows turns in the lists, as part of their transaction. */
  show(turns: readonly Turn[], session: ClientSession): Promise<void>;
  /** The same, soon and together with others: for turns that change nothing but the last line. */
  showSoon(turn: Turn): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
  ensureIndexes(): Promise<void>;
}

/** The lists of staff: who waits, who talks with whom, what was said last. Everything in them comes from the log. */
export function conversationLists(
  connection: Connection,
  onError: (error: unknown) => void,
): ConversationLists {
  const conversations = connection.collection<Stored>(CONVERSATIONS);
  const turns = connection.collection<StoredTurn>(TURNS);
  let soon = new Map<ConversationId, Turn>();
  /** In their own transaction. */
  const shown = new WeakSet<Turn>();
  let timer: NodeJS.Timeout | undefined;

  async function show(turns: readonly Turn[], session: ClientSession): Promise<void> {
    await conversations.bulkWrite(
      turns.map((turn) => ({
        replaceOne: { filter: { _id: turn.conversation }, replacement: summaryOf(turn), upsert: true },
      })),
      { session },
    );
    for (const turn of turns) shown.add(turn);
  }

  function showSoon(turn: Turn): void {
    if (shown.has(turn)) return;
    soon.set(turn.conversation, turn);
    timer ??= setTimeout(() => void flush().catch(onError), FLUSH_MS);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (soon.size === 0) return;
    const turns = [...soon.values()];
    soon = new Map();
    await conversations.bulkWrite(turns.map(upsert), { ordered: false }).catch(ignoreNewer);
  }

  async function list(filter: Parameters<ConversationStore['list']>[0]) {
    const query = {
      ...(filter.holder && { holder: filter.holder }),
      ...(filter.misconduct !== 'all' && {
        lane: filter.misconduct === 'only' ? 'misconduct' : { $ne: 'misconduct' },
      }),
    } as object;
    const newestFirst = filter.holder === 'waiting' ? ({ since: 1 } as const) : ({ lastAt: -1 } as const);
    const skip = (filter.page - 1) * filter.pageSize;
    const [stored, total] = await Promise.all([
      conversations.find(query).sort(newestFirst).skip(skip).limit(filter.pageSize).toArray(),
      conversations.countDocuments(query),
    ]);
    return { items: stored.map(fromStored), total };
  }

  /** From the log itself: who may read a conversation must not hang on a list that lags behind. */
  async function find(id: ConversationId): Promise<ConversationSummary | undefined> {
    const newest = await turns.findOne<ShownTurn>(
      { _id: rangeOf(id) },
      { sort: { _id: -1 }, projection: SHOWN },
    );
    return newest ? { id, ...shownOf(newest) } : undefined;
  }

  /** Within the index of those who wait, and never further than is told. */
  const waitingBefore: ConversationStore['waitingBefore'] = (since, misconduct, most) => {
    const lane = misconduct ? 'misconduct' : { $ne: 'misconduct' };
    const query = { holder: 'waiting', since: { $lt: since }, lane } as object;
    return conversations.countDocuments(query, { limit: most });
  };

  async function ensureIndexes(): Promise<void> {
    await conversations.createIndexes([
      { key: { holder: 1, since: 1 } },
      { key: { lane: 1, lastAt: -1 } },
      { key: { lastAt: -1 } },
    ]);
  }

  return { show, showSoon, flush, stop: flush, list, find, waitingBefore, ensureIndexes };
}

/** Replaces an older summary only; where a newer one is there already, the upsert meets its key and is ignored. */
function upsert(turn: Turn): AnyBulkWriteOperation<Stored> {
  const older = { _id: turn.conversation as string, seq: { $lt: turn.seq } };
  return { replaceOne: { filter: older, replacement: summaryOf(turn), upsert: true } };
}

function ignoreNewer(error: unknown): void {
  const { writeErrors } = error as { writeErrors?: { code: number }[] | { code: number } };
  const errors = [writeErrors ?? []].flat();
  if (errors.length === 0 || !errors.every(isDuplicateKey)) throw error;
}

const summaryOf = (turn: Turn): Omit<Stored, '_id'> => ({ seq: turn.seq, ...shownOf(turn) });

function shownOf(turn: ShownTurn): Omit<ConversationSummary, 'id'> {
  const { holder, tickets, confidential, unreachable } = turn.state;
  return {
    channel: turn.channel,
    holder: holder.kind,
    ...(holder.kind === 'staff' && { holderName: holder.name }),
    ...(confidential && { lane: 'misconduct' as const }),
    since: holder.kind === 'bot' ? turn.at : holder.since,
    ...(unreachable && { unreachable }),
    lastAt: turn.at,
    lastText: previewOf(turn),
    messages: lastMessage(turn),
    tickets,
  };
}

/** The last thing the citizen or the staff said, shortened; private words stay masked as the log has them. */
function previewOf(turn: Pick<Turn, 'in' | 'out'>): string {
  const said: Activity | undefined = turn.in ?? turn.out[turn.out.length - 1]?.activity;
  const text = said?.text ?? (said?.attachments?.length ? '[tệp đính kèm]' : '');
  return text.length > PREVIEW ? `${text.slice(0, PREVIEW - 1)}…` : text;
}

function fromStored({ _id, seq: _seq, ...summary }: Stored): ConversationSummary {
  return { id: _id as ConversationId, ...summary };
}

import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { notFound } from '../../hotline/errors';
import { conversationsOf, maySeeConversation } from '../../hotline/permissions';
import type { StaffAccount } from '../../hotline/staff';
import type { ConversationSummary } from '../../hotline/stores';
import type { Ticket } from '../../hotline/ticket/ticket';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';

type Stores = Pick<StaffApiOptions, 'conversations' | 'conversationStore' | 'tickets'>;

/** A conversation and all its turns, for somebody who may read it. @throws HotlineError `not_found` */
export async function seenConversation(
  stores: Stores,
  user: StaffAccount,
  id = '',
): Promise<{ summary: ConversationSummary; turns: Turn[] }> {
  const summary = await stores.conversationStore.find(id as ConversationId);
  if (!summary) throw notFound('cuộc trò chuyện này');
  const [tickets, turns] = await Promise.all([
    stores.tickets.findMany(summary.tickets),
    allTurns(stores, summary.id),
  ]);
  // The log knows before the lists do; the state of older turns is dropped in time.
  const confidential = turns.some((turn) => (turn.state as Turn['state'] | undefined)?.confidential);
  const lane = confidential ? 'misconduct' : summary.lane;
  const words = turns.map((turn) => turn.in?.text ?? '');
  if (!maySeeConversation(user, { lane, tickets, words })) throw notFound('cuộc trò chuyện này');
  return { summary, turns };
}

/** The same without its turns, for what is asked every few seconds. @throws HotlineError `not_found` */
export async function seenSummary(stores: Stores, user: StaffAccount, id = ''): Promise<ConversationSummary> {
  const summary = await stores.conversationStore.find(id as ConversationId);
  if (!summary) throw notFound('cuộc trò chuyện này');
  const tickets = await stores.tickets.findMany(summary.tickets);
  const { lane, lastText } = summary;
  if (!maySeeConversation(user, { lane, tickets, words: [lastText] })) throw notFound('cuộc trò chuyện này');
  return summary;
}

/** The number that was left in a conversation, outside of any report. */
export async function callBackOf(
  { identities }: Pick<StaffApiOptions, 'identities'>,
  { id }: ConversationSummary,
): Promise<string | null> {
  return (await identities.of(id))?.callBack ?? null;
}

const BATCH = 200;

async function allTurns({ conversations }: Stores, id: ConversationId): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let after = 0, more = true; more;) {
    const batch = await conversations.read(id, after, BATCH);
    turns.push(...batch.filter((turn) => turn.seq > (turns.at(-1)?.seq ?? 0)));
    more = batch.length === BATCH;
    const last = batch.at(-1);
    if (last) after = last.firstMessage + (last.in ? 1 : 0) + last.out.length - 1;
  }
  return turns;
}

/** One page of the conversations this person may read. */
export async function seenConversations(
  stores: Stores,
  user: StaffAccount,
  wanted: { holder: ConversationSummary['holder'] | 'all'; page: number },
): Promise<{ items: ConversationSummary[]; total: number }> {
  const misconduct = conversationsOf(user);
  if (!misconduct) return { items: [], total: 0 };
  const holder = wanted.holder === 'all' ? undefined : wanted.holder;
  const found = await stores.conversationStore.list({
    holder,
    misconduct,
    page: wanted.page,
    pageSize: PAGE_SIZE,
  });
  const codes = found.items.flatMap((summary) => summary.tickets);
  const filed = new Map((await stores.tickets.findMany(codes)).map((ticket) => [ticket.code, ticket]));
  const items = found.items.filter((summary) => maySeeListed(user, summary, filed));
  return { items, total: found.total - (found.items.length - items.length) };
}

function maySeeListed(
  user: StaffAccount,
  { lane, tickets, lastText }: ConversationSummary,
  filed: ReadonlyMap<string, Ticket>,
): boolean {
  const own = tickets.flatMap((code) => filed.get(code) ?? []);
  return maySeeConversation(user, { lane, tickets: own, words: [lastText] });
}

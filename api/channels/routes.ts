import type { Router } from 'express';
import type { ConversationId } from '../../hotline/conversation/turn';
import { type DeadLetter, deadLettersOf, type LetterFilter } from '../../hotline/dead-letters';
import { HotlineError, invalid } from '../../hotline/errors';
import type { StaffAccount } from '../../hotline/staff';
import { seenConversation } from '../conversations/load';
import { mount } from '../http/route';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import { presentCarrier, presentChannel, presentLetter } from './present';
import * as routes from './schema';

/** How the channels are, and what could not be delivered. */
export function channelRoutes(router: Router, options: StaffApiOptions): void {
  const { channels, deadLetters, audit } = options;

  mount(router, routes.listChannels, async () => {
    const [items, alerts] = await Promise.all([channels.report(), channels.alerts()]);
    return { items: items.map(presentChannel), alerts: alerts.map(presentCarrier) };
  });

  mount(router, routes.listDeadLetters, async ({ user, query: { channel, page } }) => {
    const { items, total } = await deadLetters.list({
      ...lettersOf(user),
      channel,
      page,
      pageSize: PAGE_SIZE,
    });
    const seen = await seenLetters(user, items);
    const left = total - (items.length - seen.length);
    return {
      items: seen.map((letter) => presentLetter(user, letter)),
      page,
      pageSize: PAGE_SIZE,
      total: left,
    };
  });

  mount(router, routes.replayDeadLetters, async ({ user, body, key }) => {
    const chosen = 'letters' in body ? named(body.letters) : await all(user, body.channel);
    const letters = await mine(user, chosen);
    await note(user, 'letters' in body ? 'named' : (body.channel ?? 'all'), letters.size);
    const outcome = { replayed: 0, busy: 0 };
    for (const [conversation, which] of letters) {
      const count = await deadLetters.replay(conversation, which, key);
      if (count === undefined) outcome.busy++;
      else outcome.replayed += count;
    }
    return outcome;
  });

  const note = ({ id, name }: StaffAccount, object: string, conversations: number): Promise<void> =>
    audit.record({ by: { id, name }, action: 'letters.replay', object, note: String(conversations) });

  type Chosen = Map<ConversationId, 'all' | string[]>;

  async function all(user: StaffAccount, channel: string | undefined): Promise<Chosen> {
    const found = await deadLetters.replayable({ ...lettersOf(user), channel });
    return new Map(found.map((conversation) => [conversation, 'all' as const]));
  }

  /** Those that this person may send again; the others count as not there. */
  async function mine(user: StaffAccount, chosen: Chosen): Promise<Chosen> {
    const confidential = await deadLetters.misconduct([...chosen.keys()]);
    const wanted = lettersOf(user).misconduct === 'only';
    const found: Chosen = new Map();
    for (const [conversation, which] of chosen)
      if (confidential.has(conversation) === wanted && (await maySee(user, conversation)))
        found.set(conversation, which);
    return found;
  }

  async function seenLetters(user: StaffAccount, letters: DeadLetter[]): Promise<DeadLetter[]> {
    const seen = new Map<ConversationId, boolean>();
    for (const { conversation } of letters)
      if (!seen.has(conversation)) seen.set(conversation, await maySee(user, conversation));
    return letters.filter(({ conversation }) => seen.get(conversation));
  }

  /** What a report of misconduct says decides which inspectors it is for. The others see by the kind of conversation alone. */
  async function maySee(user: StaffAccount, conversation: ConversationId): Promise<boolean> {
    if (user.role !== 'inspector') return true;
    try {
      await seenConversation(options, user, conversation);
      return true;
    } catch (error) {
      if (error instanceof HotlineError && error.id === 'not_found') return false;
      throw error;
    }
  }
}

function lettersOf(user: StaffAccount): Pick<LetterFilter, 'misconduct'> {
  const misconduct = deadLettersOf(user);
  if (!misconduct) throw new Error(`${user.role} was let in and may see no letters`);
  return { misconduct };
}

/** By conversation, as their ids say: conversation, number of the turn, place in it. */
function named(ids: readonly string[]): Map<ConversationId, string[]> {
  const found = new Map<ConversationId, string[]>();
  for (const id of ids) {
    const [, conversation] = /^(.+)\/\d{9}\/\d{1,3}$/.exec(id) ?? [];
    if (!conversation) throw invalid('Có mã tin không đúng. Hãy tải lại trang rồi thử lại.');
    found.set(conversation as ConversationId, [...(found.get(conversation as ConversationId) ?? []), id]);
  }
  return found;
}

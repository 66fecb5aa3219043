import type { ConversationId } from '../../hotline/conversation/turn';
import { notFound } from '../../hotline/errors';
import { maySeeConversation, maySeeReporter, maySeeTicket } from '../../hotline/permissions';
import type { StaffAccount } from '../../hotline/staff';
import type { StoredFile } from '../../hotline/stores';
import type { StaffApiOptions } from '../options';

type Stores = Pick<StaffApiOptions, 'files' | 'conversationStore' | 'tickets'>;

/**
 * A file of a conversation or a ticket that this person may see.
 * @param original wanted as it was sent in: a photo then tells place and camera, so only those may who may
 *   know the reporter
 * @throws HotlineError `not_found`
 */
export async function seenFile(
  stores: Stores,
  user: StaffAccount,
  id: string,
  original: boolean,
): Promise<StoredFile> {
  const file = /^[\w-]{1,100}$/.test(id) ? await stores.files.find(id) : undefined;
  if (!file || !(await maySee(stores, user, file, original))) throw notFound('tệp này');
  return file;
}

async function maySee(
  stores: Stores,
  user: StaffAccount,
  file: StoredFile,
  original: boolean,
): Promise<boolean> {
  const summary = await stores.conversationStore.find(file.conversation as ConversationId);
  const filed = await stores.tickets.findMany(summary?.tickets ?? []);
  if (summary && maySeeConversation(user, { lane: summary.lane, tickets: filed })) return true;
  const may = original && file.display ? maySeeReporter : maySeeTicket;
  return filed.some((ticket) => may(user, ticket) && ticket.attachments.some(({ id }) => id === file.id));
}

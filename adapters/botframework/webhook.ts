import type { Request, Response } from 'express';
import type { Conversations, Inbound } from '../../hotline/conversation/conversations';
import type { Seal } from '../seal';
import { addressOf, writeAddress } from './address';
import type { Authentication } from './authentication';
import type { Groups } from './groups';
import { readObject, refusalOf, reply } from './http';
import { addressMarkOf, CHANNEL, conversationIdOf, eventIdOf } from './id';
import type { Log } from './options';
import { unauthorized } from './refusal';
import { type Origin, readMessage, readOrigin, readUpdate, type Said } from './shape';
import { toActivity } from './to-activity';
import type { Waiting } from './waiting';

const BODY_LIMIT = 256 * 1024;
const OK = 200;
/** The service's word for "the bot has no answer to this kind of question". */
const NOT_IMPLEMENTED = 501;

interface Parts {
  authentication: Authentication;
  conversations: Conversations;
  groups: Groups;
  waiting: Waiting;
  seal: Seal;
  secret: Buffer;
  log: Log;
}

/** What the connector tells us. Answered only when it is durable; the answer to the citizen goes by the outbox. */
export class Webhook {
  constructor(private readonly parts: Parts) {}

  post = async (req: Request, res: Response): Promise<void> => {
    try {
      reply(res, await this.take(req));
    } catch (error) {
      const { status, code, message, cause } = refusalOf(error);
      if (status >= 500) this.parts.log.error({ err: cause }, 'a Bot Framework call was not taken');
      reply(res, status, { error: { code, message } });
    }
  };

  private async take(req: Request): Promise<number> {
    const { authorization } = req.headers;
    if (authorization === undefined) throw unauthorized();
    const body = await readObject(req, BODY_LIMIT);
    const origin = readOrigin(body);
    await this.parts.authentication.check(authorization, origin);
    switch (origin.type) {
      case 'message':
        return this.message(body, origin);
      case 'conversationUpdate':
      case 'installationUpdate':
        return this.update(body, origin);
      case 'invoke':
        return NOT_IMPLEMENTED;
      default:
        // Typing, reactions, edited and deleted messages, receipts: nothing is kept of them.
        return OK;
    }
  }

  private async message(body: unknown, origin: Origin): Promise<number> {
    const message = readMessage(body, origin);
    if (isGroup(message)) return this.parts.groups.refuse(addressOf(message));
    const activity = toActivity(message, this.parts.seal);
    if (!activity) return OK;
    await this.receive(message, { eventId: eventIdOf(message), activity });
    return OK;
  }

  /** The bot speaks first, once, when somebody opens the conversation; `start` comes again and again. */
  private async update(body: unknown, origin: Origin): Promise<number> {
    const update = readUpdate(body, origin);
    const opened = update.action?.startsWith('add') || (update.membersAdded?.length ?? 0) > 0;
    if (opened && !isGroup(update))
      await this.receive(update, { eventId: 'start', cause: { type: 'start' } });
    return OK;
  }

  private async receive(said: Said, event: Pick<Inbound, 'eventId' | 'activity' | 'cause'>): Promise<void> {
    const { conversations, secret, waiting } = this.parts;
    const to = addressOf(said);
    const address = writeAddress(to);
    const taking = conversations.receive({
      conversation: conversationIdOf(said, secret),
      channel: CHANNEL,
      address,
      addressMark: addressMarkOf(address, secret),
      ...event,
    });
    await waiting.until(taking, to);
  }
}

/** Channels say nothing of it where there is nothing but conversations between two. */
function isGroup({ conversation: { isGroup: group, conversationType: type } }: Said): boolean {
  return group === true || (type !== undefined && type !== null && type !== 'personal');
}

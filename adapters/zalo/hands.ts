import type { Conversations, Inbound } from '../../hotline/conversation/conversations';
import { Once } from '../once';
import type { Seal } from '../seal';
import { type Address, addressOf, CHANNEL, conversationIdOf } from './id';
import type { ZaloOptions } from './options';
import { type Origin, readFollowing, readInfo, readSaid, readShared } from './shape';
import { type Kind, KINDS, sharedContact, toActivity } from './to-activity';

interface Parts {
  conversations: Pick<Conversations, 'receive' | 'noteReach'>;
  seal: Seal;
  options: Pick<ZaloOptions, 'key' | 'words'>;
}

/** An event, and what of it is the same for all. */
interface Event {
  origin: Origin;
  given: unknown;
}

/**
 * What is done with each kind of event. All resolve when what came is durable, and only then may it be acknowledged;
 * false: it cannot be read.
 */
export class Hands {
  private readonly lately = new Once<string>();

  constructor(private readonly parts: Parts) {}

  async take(event: Event): Promise<boolean> {
    const { event_name: name } = event.origin;
    const kind = kindOf(name);
    if (kind) return this.said(event, kind);
    if (name === 'follow') return this.followed(event);
    if (name === 'unfollow') return this.left(event);
    if (name === 'user_submit_info') return this.shared(event);
    return NO_TURN.test(name);
  }

  private async said({ origin, given }: Event, kind: Kind): Promise<boolean> {
    const event = readSaid(given);
    const { options, seal } = this.parts;
    const activity = event && toActivity(kind, event.message, { words: options.words, seal });
    if (!activity) return false;
    const { sender, message } = event;
    const isAnonymous = origin.event_name.startsWith('anonymous_');
    if (isAnonymous && message.conversation_id === undefined) return false;
    const address = addressOf(sender.id, isAnonymous ? message.conversation_id : undefined);
    await this.receive(address, { eventId: `${origin.event_name}/${message.msg_id}`, activity });
    return true;
  }

  /** The bot greets who follows, once; who comes back may be written to again. */
  private async followed({ origin, given }: Event): Promise<boolean> {
    const event = readFollowing(given);
    if (!event) return false;
    const { id } = event.follower;
    await this.noteReach(id, true, origin);
    await this.receive(id, { eventId: eventIdOf(origin), cause: { type: 'start' } });
    return true;
  }

  private async left({ origin, given }: Event): Promise<boolean> {
    const event = readFollowing(given);
    if (!event) return false;
    await this.noteReach(event.follower.id, false, origin);
    return true;
  }

  private async shared({ origin, given }: Event): Promise<boolean> {
    const event = readShared(given);
    const info = event && readInfo(event.info);
    const activity = info && sharedContact(info, this.parts.options.words);
    if (!activity) return false;
    await this.receive(event.sender.id, { eventId: eventIdOf(origin), activity });
    return true;
  }

  private async receive(
    address: Address,
    what: Pick<Inbound, 'eventId' | 'activity' | 'cause'>,
  ): Promise<void> {
    const conversation = conversationIdOf(address, this.parts.options.key);
    await this.lately.take(`${conversation}/${what.eventId}`, async () => {
      await this.parts.conversations.receive({ conversation, channel: CHANNEL, address, ...what });
    });
  }

  private async noteReach(address: Address, reachable: boolean, origin: Origin): Promise<void> {
    const conversation = conversationIdOf(address, this.parts.options.key);
    const eventId = `${eventIdOf(origin)}/reach`;
    await this.parts.conversations.noteReach(conversation, reachable, new Date(origin.timestamp), eventId);
  }
}

function kindOf(name: string): Kind | undefined {
  const [, sent] = /^(?:user|anonymous)_send_([a-z_]{1,40})$/.exec(name) ?? [];
  return KINDS.find((kind) => kind === sent);
}

/** Of events that carry no message: what happened, and when. The conversation tells to whom. */
const eventIdOf = ({ event_name, timestamp }: Origin): string => `${event_name}/${timestamp}`;

/**
 * Echoes of what the OA sent, by us or by staff in Zalo's own app, receipts, presses that open something, reactions,
 * calls, and groups: nobody speaks to the hotline by them.
 */
const NO_TURN =
  /^(?:oa_|user_(?:received|seen|reacted|click|call|asking)_|user_send_group_|(?:create|update|add|remove)_group|group_)/;

import type { Request, Response } from 'express';
import type { Attachment } from '../../hotline/activity';
import type { Conversations } from '../../hotline/conversation/conversations';
import { lastMessage } from '../../hotline/conversation/turn';
import type { Attachments } from './attachments';
import type { Authorizer } from './authorize';
import type { FromActivity } from './from-activity';
import { ownOrigin, readJson, reply } from './http';
import { activityId, eventIdOf, passingId } from './id';
import type { WebChatOptions } from './options';
import type { UserIdSeal } from './seal';
import { CHANNEL, type Streams } from './streams';
import { refuseEmpty, toActivity, type Posted } from './to-activity';
import type { Session } from './tokens';
import { watermark } from './watermark';

export const ACTIVITY_LIMIT = 256 * 1024;
const PAGE = 100;

interface Parts {
  options: WebChatOptions;
  conversations: Conversations;
  authorizer: Authorizer;
  attachments: Attachments;
  from: FromActivity;
  seal: UserIdSeal;
  streams: Streams;
}

/** What citizens say, and what they read. */
export class ActivityRoutes {
  constructor(private readonly parts: Parts) {}

  /** Takes a message; answered when it is durable. The same `clientActivityID` gets the same id. */
  post = async (req: Request, res: Response): Promise<void> => {
    const session = this.parts.authorizer.conversation(req);
    const body = await readJson(req, ACTIVITY_LIMIT);
    const said = toActivity(body);
    if (said) refuseEmpty(said);
    if (body.type === 'typing') this.parts.options.typing?.note(session.conversation, 'citizen');
    const files =
      said && said.files.length > 0 ? await this.parts.attachments.named(said.files, session) : [];
    const id = said ? (await this.take(session, said, files)).id : passingId(session.id);
    reply(res, 200, { id });
  };

  /** @returns the id of the citizen's message, and the ids of the files that it names: of its first coming */
  async take(session: Session, said: Posted, files: Attachment[]) {
    const { activity, clientActivityId } = said;
    if (files.length > 0) activity.attachments = files;
    this.noteUser(session, said);
    const taking = this.parts.conversations.receive({
      conversation: session.conversation,
      channel: CHANNEL,
      eventId: eventIdOf(clientActivityId),
      activity,
    });
    const { turn } = await this.parts.streams.whileTyping(session.conversation, taking);
    const named = (turn.in?.attachments ?? []).map(({ fileId }) => fileId);
    return { id: activityId(session.id, turn.firstMessage), named };
  }

  /**
   * What came after the watermark, at most a page of it. Clients that poll give up for good on any error,
   * so when the database is away there is simply nothing new.
   */
  read = async (req: Request, res: Response): Promise<void> => {
    const session = this.parts.authorizer.conversation(req);
    const after = watermark(req.query.watermark);
    const turns = await this.turns(session, after);
    const base = this.parts.options.publicUrl ?? ownOrigin(req);
    const { id, user } = session;
    const view = user === undefined ? { id, base } : { id, user, base };
    const activities = turns.flatMap((turn) => this.parts.from.turn(turn, after, view));
    const last = turns.reduce((mark, turn) => Math.max(mark, lastMessage(turn)), after);
    reply(res, 200, { activities, watermark: String(last) });
  };

  private noteUser(session: Session, { activity, claimedUser }: Posted): void {
    if (session.user !== undefined || claimedUser === undefined || claimedUser.startsWith('dl_')) return;
    activity.channelData = Object.assign({}, activity.channelData, {
      from: this.parts.seal.close(claimedUser),
    });
  }

  private async turns(session: Session, after: number) {
    const { conversations, options } = this.parts;
    try {
      return await conversations.forCitizen(await conversations.read(session.conversation, after, PAGE));
    } catch (error) {
      options.log.warn({ err: error }, 'web chat could not be read');
      return [];
    }
  }
}

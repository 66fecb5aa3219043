import type { Activity, Attachment, ChannelData } from '../../hotline/activity';
import type { OutMessage, Turn } from '../../hotline/conversation/turn';
import { activityId, passingId, type DirectLineId } from './id';
import type { FileLinks } from './links';
import type { UserIdSeal } from './seal';

/** Who reads, and how the links they get begin. */
export interface View {
  id: DirectLineId;
  user?: string;
  base: string;
}

const BOT = { id: 'hotline', name: 'Đường dây nóng', role: 'bot' };
/** What clients may have back of their own `channelData`. */
const ECHOED = ['clientActivityID', 'postBack', 'messageBack', 'attachmentSizes'] as const;

/** Turns the log's messages into the activities that Direct Line clients show. */
export class FromActivity {
  constructor(
    private readonly links: FileLinks,
    private readonly seal: UserIdSeal,
  ) {}

  /** The messages of this turn numbered above `after`. */
  turn(turn: Turn, after: number, view: View): object[] {
    const activities: object[] = [];
    let number = turn.firstMessage;
    const citizensId = turn.in && activityId(view.id, number);
    if (turn.in) {
      if (number > after) activities.push(this.citizens(turn.in, number, turn, view));
      number += 1;
    }
    for (const message of turn.out) {
      if (number > after) activities.push(this.ours(message, number, turn, view, citizensId));
      number += 1;
    }
    return activities;
  }

  /** "Is typing": belongs to no turn and has no number. */
  typing(view: View): object {
    const timestamp = new Date().toISOString();
    const conversation = { id: view.id };
    return {
      type: 'typing',
      id: passingId(view.id),
      timestamp,
      channelId: 'directline',
      conversation,
      from: BOT,
    };
  }

  private citizens(said: Activity, number: number, turn: Turn, view: View): object {
    const sealed = said.channelData?.from;
    const user = view.user ?? (typeof sealed === 'string' ? this.seal.open(sealed) : undefined) ?? 'user';
    return Object.assign(this.message(said, number, turn, view), {
      from: { id: user, role: 'user' },
      recipient: { id: BOT.id, name: BOT.name },
      channelData: echoed(said.channelData),
    });
  }

  private ours(
    { activity, by }: OutMessage,
    number: number,
    turn: Turn,
    view: View,
    citizensId?: string,
  ): object {
    return Object.assign(this.message(activity, number, turn, view), {
      from: by ? { id: 'staff', name: by.name || 'Cán bộ', role: 'bot' } : BOT,
      recipient: { id: view.user ?? 'user' },
      ...(citizensId === undefined ? {} : { replyToId: citizensId }),
    });
  }

  private message(activity: Activity, number: number, turn: Turn, view: View): object {
    return {
      id: activityId(view.id, number),
      timestamp: turn.at.toISOString(),
      channelId: 'directline',
      conversation: { id: view.id },
      ...activity,
      ...(activity.attachments && {
        attachments: activity.attachments.map((one) => this.attachment(one, view)),
      }),
    };
  }

  private attachment({ fileId, ...attachment }: Attachment, view: View): object {
    if (fileId === undefined) return attachment;
    const contentUrl = this.links.to(fileId, attachment.name ?? 'tep', view.base);
    const picture = attachment.contentType.startsWith('image/');
    return { ...attachment, contentUrl, ...(picture && { thumbnailUrl: `${contentUrl}&size=thumb` }) };
  }
}

function echoed(data: ChannelData | undefined): object {
  const kept = ECHOED.filter((key) => data?.[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, data?.[key]]));
}

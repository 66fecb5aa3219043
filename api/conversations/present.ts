import type { Activity, Attachment } from '../../hotline/activity';
import type { OutMessage, Turn } from '../../hotline/conversation/turn';
import type { ConversationSummary } from '../../hotline/stores';
import { isoVietnam } from '../http/dates';
import { fileUrl } from '../tickets/present';
import type { ConversationBody, MessageBody } from './schema';

export function presentConversation(summary: ConversationSummary): ConversationBody {
  const { id, channel, holder, lastText, messages, tickets } = summary;
  return {
    ...{ id, channel, holder, lastText, messages, tickets },
    holderName: summary.holderName ?? null,
    lane: summary.lane ?? null,
    since: isoVietnam(summary.since),
    unreachableSince: summary.unreachable ? isoVietnam(summary.unreachable) : null,
    lastAt: isoVietnam(summary.lastAt),
  };
}

/** The messages of turns as the log has them: what is masked there stays masked. */
export function presentTranscript(turns: readonly Turn[]): MessageBody[] {
  return turns.flatMap((turn) => {
    const said = turn.in ? [presentSaid(turn, turn.in)] : [];
    const first = turn.firstMessage + said.length;
    return [...said, ...turn.out.map((message, index) => presentAnswer(turn, message, first + index))];
  });
}

const presentSaid = (turn: Turn, activity: Activity): MessageBody => ({
  ...presentActivity(activity),
  number: turn.firstMessage,
  at: isoVietnam(turn.at),
  from: 'citizen',
  name: null,
  masked: turn.private === true,
  delivery: null,
  waitsFor: null,
});

const presentAnswer = (turn: Turn, { activity, by, delivery }: OutMessage, number: number): MessageBody => ({
  ...presentActivity(activity),
  number,
  at: isoVietnam(turn.at),
  from: by ? 'staff' : 'bot',
  name: by?.name ?? null,
  masked: false,
  delivery: delivery?.state ?? null,
  waitsFor: delivery?.state === 'waiting' ? (delivery.reason ?? '') : null,
});

function presentActivity(activity: Activity): Pick<MessageBody, 'text' | 'attachments' | 'location'> {
  const attachments = activity.attachments ?? [];
  const words = [activity.text, ...attachments.map(cardWords), ...attachments.map(missingWords)].filter(
    Boolean,
  );
  return {
    text: words.join('\n'),
    attachments: attachments.flatMap(presentAttachment),
    location: sharedLocation(activity),
  };
}

function presentAttachment({ fileId, name, contentType }: Attachment): MessageBody['attachments'] {
  return fileId ? [{ id: fileId, name: name ?? '', type: contentType, url: fileUrl(fileId) }] : [];
}

/** A file that the message refers to and that is not here, yet or for good. */
function missingWords({ name = '', fileId, remote, refused }: Attachment): string {
  if (fileId !== undefined) return '';
  if (refused !== undefined) return `[${name}: không nhận được]`;
  return remote === undefined ? '' : `[${name}: đang tải về]`;
}

/** What a hero card says; staff read it as text. */
function cardWords({ content }: Attachment): string {
  if (typeof content !== 'object' || content === null) return '';
  const { title, text } = content as { title?: unknown; text?: unknown };
  return [title, text].filter((words) => typeof words === 'string').join('\n');
}

function sharedLocation(activity: Activity): MessageBody['location'] {
  const place = activity.entities?.find((entity) => entity.type === 'GeoCoordinates');
  const latitude = place?.['latitude'];
  const longitude = place?.['longitude'];
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? { lat: latitude, lon: longitude }
    : null;
}

import type { Activity, Attachment, Entity } from '../../hotline/activity';
import type { Seal } from '../seal';
import { cleanText } from '../clean-text';
import { withoutMarkup } from './plain-text';
import type { ForeignEntity, ForeignFile, Message } from './shape';

/** Teams' way to hand over a file: an address that is good for a few minutes and needs no token. */
const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info';
const TYPE = /^[\w.+-]{1,100}\/[\w.+*-]{1,100}$/;
const LONGEST_NAME = 200;

/** A file as the channel refers to it; sealed in `Attachment.remote`. */
export interface Remote {
  url: string;
  name: string;
  /** It lies with the connector itself, which wants to see our token. */
  own: boolean;
}

/** What a citizen said; undefined when it says nothing (a sticker of a kind we do not know, a form not ours). */
export function toActivity(message: Message, seal: Seal): Activity | undefined {
  const text = wordsOf(message);
  const files = message.attachments.flatMap((file) => fileOf(file, message, seal));
  const places = message.entities.flatMap(placeOf).slice(0, 1);
  if (text === '' && files.length === 0 && places.length === 0) return undefined;
  const { locale, localTimestamp, localTimezone } = message;
  return {
    type: 'message',
    ...(text !== '' && { text }),
    ...(files.length > 0 && { attachments: files }),
    ...(places.length > 0 && { entities: places }),
    ...(locale && { locale }),
    ...(localTimestamp && { localTimestamp }),
    ...(localTimezone && { localTimezone }),
  };
}

/** Without calling the bot by its name; a button that shows nothing says what it stands for. */
function wordsOf({ text, value, textFormat, channelId, entities, recipient }: Message): string {
  const typed = text || (typeof value === 'string' ? value : '');
  const calls = entities.flatMap(({ mentioned, text: call }) =>
    call && mentioned?.id === recipient.id ? [call] : [],
  );
  const addressed = calls.reduce((rest, call) => rest.replace(call, ''), typed);
  const marked = channelId === 'msteams' || textFormat === 'xml';
  return cleanText(marked ? withoutMarkup(addressed) : addressed.trim());
}

function fileOf(file: ForeignFile, message: Message, seal: Seal): Attachment[] {
  const url = addressOf(file);
  if (url === undefined) return [];
  const name = cleanText(file.name ?? '').slice(0, LONGEST_NAME) || 'tệp';
  const remote: Remote = { url, name, own: isOwn(url, message.serviceUrl) };
  const known = file.contentType !== TEAMS_FILE && TYPE.test(file.contentType);
  const contentType = known ? file.contentType : 'application/octet-stream';
  return [{ contentType, name, remote: seal.close(JSON.stringify(remote)) }];
}

/** Undefined for cards, and for the HTML that Teams adds to every message. */
function addressOf({ contentType, contentUrl, content }: ForeignFile): string | undefined {
  if (contentType === TEAMS_FILE) return downloadUrl(content);
  if (contentType === 'text/html' || contentType.startsWith('application/vnd.microsoft.')) return undefined;
  return contentUrl && URL.canParse(contentUrl) ? contentUrl : undefined;
}

function downloadUrl(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('downloadUrl' in content)) return undefined;
  const { downloadUrl: url } = content;
  return typeof url === 'string' && URL.canParse(url) ? url : undefined;
}

/** Only where files are: with our token in hand, no other of the connector's addresses is opened for a citizen. */
function isOwn(url: string, serviceUrl: string): boolean {
  const { host, pathname } = new URL(url);
  return host === new URL(serviceUrl).host && pathname.includes('/v3/attachments/');
}

/** A point by itself, or as part of a place. */
function placeOf(entity: ForeignEntity): Entity[] {
  const point = entity.type === 'Place' ? entity.geo : entity;
  if (typeof point !== 'object' || point === null || !('latitude' in point) || !('longitude' in point))
    return [];
  const { latitude, longitude } = point;
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return [];
  return [{ type: 'GeoCoordinates', latitude, longitude }];
}

const isWithin = (degrees: unknown, most: number): degrees is number =>
  typeof degrees === 'number' && Math.abs(degrees) <= most;

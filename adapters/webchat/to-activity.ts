import { z } from 'zod';
import { MAX_TEXT, type Activity, type ChannelData, type Entity } from '../../hotline/activity';
import { cleanText } from '../clean-text';
import { cleanValue } from './clean';
import { badArgument, tooBig } from './errors';

/** What a client posted, checked and reduced to what we know. */
export interface Posted {
  activity: Activity;
  clientActivityId?: string;
  /** The user id the client claims; counts only where the token binds none. */
  claimedUser?: string;
  /** Addresses of files it names, of ours or `data:`, not looked at yet. */
  files: { contentUrl: string; name?: string }[];
}

/** Told to nobody and kept nowhere, but answered, as clients send them unasked. */
const PASSING = [
  'typing',
  'conversationUpdate',
  'endOfConversation',
  'installationUpdate',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'contactRelationUpdate',
];
const MOST_ATTACHMENTS = 10;
const LONGEST_VALUE = 8 * 1024;

/** Nice to have: dropped when it makes no sense. */
const hint = (longest: number, shape = /./) =>
  z.string().max(longest).regex(shape).nullish().catch(undefined);

const channelData = z
  .object({
    clientActivityID: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/)
      .nullish(),
    postBack: z.boolean().nullish().catch(undefined),
    messageBack: z
      .object({ displayText: z.string().max(MAX_TEXT).nullish() })
      .nullish()
      .catch(undefined),
    attachmentSizes: z.array(z.number().nonnegative()).max(MOST_ATTACHMENTS).nullish().catch(undefined),
    /** Version of the privacy notice that the page showed. */
    notice: hint(32, /^[\w.-]+$/),
  })
  .nullish();

const attachment = z.object({
  contentUrl: z.string().max(300_000).nullish(),
  name: z.string().max(1000).nullish().catch(undefined),
});

const posted = z.object({
  type: z.string().max(64),
  text: z.string().nullish(),
  textFormat: z.enum(['plain', 'markdown']).nullish().catch(undefined),
  locale: hint(35, /^[A-Za-z0-9-]+$/),
  localTimestamp: hint(40, /^[\d:.TZ+-]+$/),
  localTimezone: hint(64, /^[\w/+-]+$/),
  name: z.string().min(1).max(100).nullish(),
  value: z.unknown().optional(),
  from: z
    .object({ id: z.string().max(128).nullish() })
    .nullish()
    .catch(undefined),
  attachments: z.array(attachment).max(MOST_ATTACHMENTS).nullish(),
  entities: z
    .array(z.looseObject({ type: z.string().max(100) }))
    .max(20)
    .nullish(),
  channelData,
});
type Shape = z.infer<typeof posted>;

const point = z.object({
  type: z.literal('GeoCoordinates'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  elevation: z.number().nullish().catch(undefined),
  name: z.string().max(300).nullish().catch(undefined),
});

/**
 * What a client posted, or undefined when it is of a kind that passes unrecorded.
 * @throws DirectLineError 400 when it is not an activity or says nothing, 413 when its text is too long
 */
export function toActivity(body: Record<string, unknown>): Posted | undefined {
  const result = posted.safeParse(body);
  if (!result.success)
    throw badArgument(`Activity is not valid: ${result.error.issues[0]?.path.join('.') || 'body'}.`);
  const given = result.data;
  if (PASSING.includes(given.type)) return undefined;
  if (given.type === 'event') return posting(given, event(given));
  if (given.type !== 'message') throw badArgument('Activity type is not taken.');
  return posting(given, message(given));
}

/** @throws DirectLineError 400 when neither words nor anything else came */
export function refuseEmpty({ activity, files }: Posted): void {
  const { text = '', entities = [], value, attachments = [] } = activity;
  const saysNothing = text.trim() === '' && value === undefined;
  if (
    activity.type === 'message' &&
    saysNothing &&
    !entities.length &&
    !attachments.length &&
    !files.length
  ) {
    throw badArgument('Message is empty.');
  }
}

function posting(given: Shape, activity: Activity): Posted {
  const clientActivityId = given.channelData?.clientActivityID;
  const claimedUser = cleanText(given.from?.id ?? '');
  return {
    activity: Object.assign(activity, context(given)),
    ...(clientActivityId ? { clientActivityId } : {}),
    ...(claimedUser ? { claimedUser } : {}),
    files: (given.attachments ?? []).map(file),
  };
}

function event(given: Shape): Activity {
  if (!given.name) throw badArgument('An event needs a name.');
  return { type: 'event', name: cleanText(given.name), ...value(given.value) };
}

function message(given: Shape): Activity {
  const text = given.text ?? given.channelData?.messageBack?.displayText;
  if (text && text.length > MAX_TEXT) throw tooBig(`Text is above ${MAX_TEXT} characters.`);
  const entities = (given.entities ?? []).filter(({ type }) => type === 'GeoCoordinates').map(location);
  return {
    type: 'message',
    ...(text ? { text: cleanText(text) } : {}),
    ...(given.textFormat ? { textFormat: given.textFormat } : {}),
    ...value(given.value),
    ...(entities.length > 0 ? { entities: entities.slice(0, 1) } : {}),
  };
}

function location(entity: unknown): Entity {
  const result = point.safeParse(entity);
  if (!result.success) throw badArgument('GeoCoordinates need latitude and longitude in degrees.');
  const { type, latitude, longitude, elevation, name } = result.data;
  return {
    type,
    latitude,
    longitude,
    ...(typeof elevation === 'number' ? { elevation } : {}),
    ...(name ? { name: cleanText(name) } : {}),
  };
}

function value(given: unknown): { value?: unknown } {
  if (given === undefined || given === null) return {};
  const cleaned = cleanValue(given);
  if (JSON.stringify(cleaned ?? null).length > LONGEST_VALUE) throw tooBig('Value is too large.');
  return cleaned === undefined ? {} : { value: cleaned };
}

function context(given: Shape): Partial<Activity> {
  return {
    channelData: knownData(given.channelData),
    ...(given.locale ? { locale: given.locale } : {}),
    ...(given.localTimestamp ? { localTimestamp: given.localTimestamp } : {}),
    ...(given.localTimezone ? { localTimezone: given.localTimezone } : {}),
  };
}

function knownData(data: Shape['channelData']): ChannelData {
  const displayText = data?.messageBack?.displayText;
  return {
    ...(data?.clientActivityID ? { clientActivityID: data.clientActivityID } : {}),
    ...(data?.postBack ? { postBack: true } : {}),
    ...(data?.messageBack ? { messageBack: displayText ? { displayText: cleanText(displayText) } : {} } : {}),
    ...(data?.attachmentSizes ? { attachmentSizes: data.attachmentSizes } : {}),
    ...(data?.notice ? { notice: data.notice } : {}),
  };
}

function file({ contentUrl, name }: z.infer<typeof attachment>): { contentUrl: string; name?: string } {
  if (!contentUrl) throw badArgument('Send files by upload; cards are not taken.');
  return name ? { contentUrl, name } : { contentUrl };
}

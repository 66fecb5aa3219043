import { mediaNamed, mediaOf, type Media } from '../media';
import { Params } from '../params';
import { developPhoto } from '../photos';
import { badRequest } from '../refusal';
import { captionOf, openChat, send } from '../sending';
import { type FileRef, type Message, type PhotoSize } from '../shapes';
import { type World } from '../world';

const LARGEST_PHOTO = 10 * 1024 * 1024;
const LARGEST_ALBUM = 10;

type Kind = 'photo' | 'document' | 'video' | 'voice';
type Content = Pick<Message, Kind>;

/** sendPhoto and its like: the file in the field of that name, perhaps with a caption. */
export const sendOne =
  (kind: Kind) =>
  async (world: World, params: Params): Promise<unknown> => {
    openChat(world, params);
    const caption = captionOf(params.text('caption'), params.text('parse_mode'));
    const content = await contentOf(world, kind, await mediaOf(world, params, kind));
    return send(world, params, { ...content, ...caption });
  };

/** An album: one message each, tied together; all of them or none. */
export async function sendMediaGroup(world: World, params: Params): Promise<unknown> {
  openChat(world, params);
  const items = params.json('media');
  if (!Array.isArray(items) || items.length === 0) throw badRequest('there are no messages to send');
  if (items.length > LARGEST_ALBUM) throw badRequest('too many messages to send as an album');
  const contents = await Promise.all(items.map((item) => albumItem(world, params, item)));
  const media_group_id = String(13_500_000_000_000_000 + world.chats.nextAlbum());
  return contents.map((content) => send(world, params, { ...content, media_group_id }, undefined));
}

export function sendLocation(world: World, params: Params): unknown {
  const [latitude, longitude] = [params.number('latitude'), params.number('longitude')];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw badRequest('wrong latitude or longitude');
  return send(world, params, { location: { latitude, longitude } });
}

async function albumItem(world: World, params: Params, item: unknown): Promise<Partial<Message>> {
  const fields = new Params((item ?? {}) as Record<string, unknown>);
  const kind = fields.text('type');
  if (kind !== 'photo' && kind !== 'video' && kind !== 'document') {
    throw badRequest(`can't parse InputMedia: type "${kind}" can't be used in an album`);
  }
  const media = await mediaNamed(world, params, fields.text('media'));
  return {
    ...(await contentOf(world, kind, media)),
    ...captionOf(fields.text('caption'), fields.text('parse_mode')),
  };
}

async function contentOf(world: World, kind: Kind, media: Media): Promise<Content> {
  if (kind === 'photo') return { photo: await photoOf(world, media) };
  const [file, named] = 'known' in media ? [media.known, {}] : stored(world, kind, media);
  if (kind === 'document') return { document: { ...file, ...named } };
  if (kind === 'voice') return { voice: { ...file, duration: 0 } };
  return { video: { ...file, ...named, width: 1280, height: 720, duration: 0 } };
}

async function photoOf(world: World, media: Media): Promise<PhotoSize[]> {
  if ('known' in media) return [{ ...media.known, width: 1280, height: 960 }];
  if (media.bytes.length > LARGEST_PHOTO) throw badRequest('too big file for a photo');
  return developPhoto(world.files, media.bytes).catch(() => {
    throw badRequest('IMAGE_PROCESS_FAILED');
  });
}

const FOLDERS = { document: 'documents', video: 'videos', voice: 'voice' } as const;

function stored(
  world: World,
  kind: keyof typeof FOLDERS,
  { name, bytes, mime }: Exclude<Media, { known: FileRef }>,
): [FileRef, { file_name: string; mime_type: string }] {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  const file = world.files.add({ folder: FOLDERS[kind], bytes, name });
  return [file, { file_name: name, mime_type: mime }];
}

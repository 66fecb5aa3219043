import { badParameter, unknownType } from '../refusal';
import { type Button, type Message } from '../shapes';
import { type Echo } from '../showing';
import { type World } from '../world';
import { buttonsOf } from './buttons';
import { fields, onlyElement, optionalText, requiredText } from './fields';
import { gifAt, pictureAt } from './media';

/** A message that may be shown, and how the webhook is told of it. */
export interface Prepared extends Pick<Message, 'text' | 'shown'> {
  buttons?: readonly Button[];
  echo: Echo;
}

type Payload = Record<string, unknown>;

export async function attachmentOf(
  world: World,
  { type, payload }: Payload,
  text: string,
): Promise<Prepared> {
  const given = fields(payload, 'payload');
  if (type === 'file') return file(world, given, text);
  if (type !== 'template') throw unknownType();
  const kinds: Readonly<Record<string, Kind>> = {
    media,
    request_user_info: requestInfo,
    button: buttons,
    list: buttons,
  };
  const kind = kinds[optionalText(given, 'template_type')];
  if (!kind) throw unknownType();
  return kind(world, given, text);
}

type Kind = (world: World, payload: Payload, text: string) => Prepared | Promise<Prepared>;

function file(world: World, payload: Payload, text: string): Prepared {
  const { url, name, bytes } = world.assets.find('file', requiredText(payload, 'token'));
  const attachment = { type: 'file', payload: { url, name, size: String(bytes.length) } };
  return {
    text,
    shown: { kind: 'file', url, name, size: bytes.length },
    echo: { name: 'file', attachments: [attachment] },
  };
}

async function media(world: World, payload: Payload, text: string): Promise<Prepared> {
  const element = onlyElement(payload);
  const kind = element.media_type;
  if (kind !== 'image' && kind !== 'gif') throw badParameter('media_type is invalid');
  const { url, name, bytes } = await (kind === 'gif' ? gifAt : pictureAt)(world, element);
  const attachment = { type: kind, payload: { url, thumbnail: url } };
  return {
    text,
    shown: { kind, url, name, size: bytes.length },
    echo: { name: kind, attachments: [attachment] },
  };
}

function requestInfo(_: World, payload: Payload, text: string): Prepared {
  const element = onlyElement(payload);
  const [title, subtitle] = [requiredText(element, 'title'), requiredText(element, 'subtitle')];
  const imageUrl = requiredText(element, 'image_url');
  if (title.length > 100 || subtitle.length > 500) throw badParameter('title or subtitle is too long');
  return { text, shown: { kind: 'requestInfo', title, subtitle, imageUrl }, echo: { name: 'list' } };
}

/** `button` carries a text of its own, `list` elements with titles; no page of v3 describes either. */
function buttons(world: World, payload: Payload, text: string): Prepared {
  if (!world.settings.buttons) throw unknownType();
  const elements = Array.isArray(payload.elements) ? payload.elements : [];
  const titles = elements.map((element) => optionalText(fields(element, 'elements'), 'title'));
  const words = [text, optionalText(payload, 'text'), ...titles].filter((line) => line !== '').join('\n');
  return { text: words, buttons: buttonsOf(payload.buttons), echo: { name: 'list' } };
}

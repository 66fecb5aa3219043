import type { WireAction, WireAttachment } from '../directline/wire';
import { ownFile, webAddress } from './links';

/** A button: what it shows, and what pressing it does. */
export type Button =
  | { title: string; does: 'say'; text: string }
  | { title: string; does: 'submit'; value: unknown }
  | { title: string; does: 'open'; href: string };

/** A card reduced to what this page shows. */
export interface Card {
  blocks: ({ is: 'title' | 'text'; text: string } | { is: 'image'; src: string; alt: string })[];
  buttons: Button[];
}

type Loose = Record<string, unknown>;
const MOST = 40;

/** The card of an attachment; undefined when it is a file or of a kind that is not shown. */
export function readCard({ contentType, content }: WireAttachment): Card | undefined {
  if (!isObject(content)) return undefined;
  if (contentType === 'application/vnd.microsoft.card.adaptive') return adaptiveCard(content);
  if (/^application\/vnd\.microsoft\.card\.(hero|thumbnail)$/.test(contentType)) return heroCard(content);
  return undefined;
}

/** The quick replies of a message. */
export function readActions(actions: readonly WireAction[] | undefined): Button[] {
  return list(actions).map(cardAction).filter(isThere);
}

function heroCard(content: Loose): Card {
  const images = list(content.images).map((image) => picture(image.url, image.alt));
  const words = [block('title', content.title), block('text', content.subtitle), block('text', content.text)];
  return {
    blocks: [...images, ...words].filter(isThere),
    buttons: readActions(content.buttons as WireAction[]),
  };
}

function cardAction({ type, title, value }: Loose | WireAction): Button | undefined {
  const shown = asText(title) || asText(value);
  if (!shown) return undefined;
  if (type === 'openUrl') {
    const href = webAddress(value);
    return href === undefined ? undefined : { title: shown, does: 'open', href };
  }
  if (type === 'postBack' || type === 'imBack' || type === 'messageBack' || type === undefined) {
    return typeof value === 'object' && value !== null
      ? { title: shown, does: 'submit', value }
      : { title: shown, does: 'say', text: asText(value) || shown };
  }
  return undefined;
}

function adaptiveCard(content: Loose): Card {
  const card: Card = { blocks: [], buttons: [] };
  readElements(content.body, card, 0);
  card.buttons.push(...list(content.actions).map(adaptiveAction).filter(isThere));
  return card;
}

function readElements(elements: unknown, card: Card, depth: number): void {
  if (depth > 5) return;
  for (const element of list(elements)) {
    if (element.type === 'TextBlock') {
      const isTitle = element.weight === 'Bolder' || element.style === 'heading';
      card.blocks.push(...[block(isTitle ? 'title' : 'text', element.text)].filter(isThere));
    } else if (element.type === 'Image') {
      card.blocks.push(...[picture(element.url, element.altText)].filter(isThere));
    } else if (element.type === 'ActionSet') {
      card.buttons.push(...list(element.actions).map(adaptiveAction).filter(isThere));
    } else if (element.type === 'FactSet') {
      const facts = list(element.facts).map(({ title, value }) =>
        block('text', `${asText(title)}: ${asText(value)}`),
      );
      card.blocks.push(...facts.filter(isThere));
    } else {
      readElements(element.items ?? element.columns, card, depth + 1);
    }
  }
}

function adaptiveAction({ type, title, data, url }: Loose): Button | undefined {
  const shown = asText(title);
  if (!shown) return undefined;
  const href = webAddress(url);
  if (type === 'Action.OpenUrl') return href === undefined ? undefined : { title: shown, does: 'open', href };
  if (type !== 'Action.Submit' && type !== 'Action.Execute') return undefined;
  if (typeof data === 'string') return { title: shown, does: 'say', text: data };
  return isObject(data)
    ? { title: shown, does: 'submit', value: data }
    : { title: shown, does: 'say', text: shown };
}

/** Only pictures of our own server: this page asks nobody else. */
function picture(address: unknown, alt: unknown) {
  const src = ownFile(address);
  return src === undefined ? undefined : { is: 'image' as const, src, alt: asText(alt) };
}

function block(is: 'title' | 'text', text: unknown) {
  return asText(text) ? { is, text: asText(text) } : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function list(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isObject).slice(0, MOST) : [];
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

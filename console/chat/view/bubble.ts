import type { WireActivity } from '../directline/wire';
import type { OwnMessage } from '../outbox/message';
import { readCard } from '../reading/cards';
import { coordinates, placeOf } from '../reading/place';
import { clock } from '../reading/time';
import type { Entry } from '../transcript';
import { words } from '../words.vi';
import { cardView, type Press } from './card-view';
import { h } from './dom';
import { fileView, fileWords, orFileWords, pictureView } from './files';
import { ticketCard } from './ticket-card';
import { paragraph } from './words-in';

export type OwnState = 'refused' | 'sending' | 'waiting' | 'trouble' | 'sent';

export interface BubbleActions {
  press: Press;
  retry: (id: string) => void;
  drop: (id: string) => void;
  /** Fills in the picture of a file that is still on this device. */
  preview: (image: HTMLImageElement, key: string) => void;
}

/** What the server told, from whomever. */
export function saidBubble(entry: Entry & { kind: 'said' }, actions: BubbleActions): HTMLElement {
  const { activity, who, name, at } = entry;
  const { text, attachments = [], channelData } = activity;
  const author = who === 'staff' && name ? words.staff(name) : words.who[who];
  const cards = attachments.map((attachment) => {
    const card = readCard(attachment);
    return card ? cardView(card, actions.press) : fileView(attachment);
  });
  const foot = who === 'me' ? h('p', { class: 'state' }, `${clock(at)} · ${words.sent}`) : time(at);
  return frame(
    who,
    author,
    text ? paragraph(text) : undefined,
    place(activity),
    ...cards,
    channelData?.ticket ? ticketCard(channelData.ticket) : undefined,
    foot,
  );
}

/** A message that the server has not confirmed. */
export function ownBubble(message: OwnMessage, state: OwnState, actions: BubbleActions): HTMLElement {
  const files = message.files.map((file) => {
    if (!file.type.startsWith('image/')) return h('p', { class: 'file' }, ...fileWords(file));
    const button = orFileWords(pictureView('', file.name), file);
    const image = button.querySelector('img');
    if (image) actions.preview(image, file.key);
    return button;
  });
  return frame(
    'me',
    words.who.me,
    message.text ? paragraph(message.text) : undefined,
    message.place ? paragraph(`${words.place} (${coordinates(message.place)})`) : undefined,
    ...files,
    stateLine(message, state, actions),
  );
}

function stateLine(message: OwnMessage, state: OwnState, { retry, drop }: BubbleActions): HTMLElement {
  const said = state === 'refused' ? words.refused[message.refused ?? 'other'] : words[state];
  const again = h('button', { type: 'button', onclick: () => retry(message.id) }, words.retry);
  const away = h('button', { type: 'button', onclick: () => drop(message.id) }, words.drop);
  return h(
    'p',
    { class: `state ${state}`, role: state === 'refused' ? 'alert' : undefined },
    `${clock(message.at)} · ${said}`,
    (state === 'refused' || state === 'trouble') && again,
    state === 'refused' && away,
  );
}

function frame(who: string, author: string, ...children: (Node | undefined)[]): HTMLElement {
  const heard = h(
    'span',
    { class: who === 'staff' ? 'author' : 'unseen' },
    who === 'staff' ? author : `${author}: `,
  );
  return h('article', { class: `bubble ${who}` }, heard, ...children);
}

function place(activity: WireActivity): HTMLElement | undefined {
  const found = placeOf(activity);
  return found && paragraph(`${words.place} (${coordinates(found)})`);
}

function time(at: number): HTMLElement {
  return h('time', { class: 'state', datetime: new Date(at).toISOString() }, clock(at));
}

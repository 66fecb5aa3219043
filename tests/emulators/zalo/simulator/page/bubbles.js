import { make } from '../../../simulator/page/dom.js';
import { clock, inKb, link, place, small } from '../../../simulator/page/parts.js';

/**
 * All messages of a phone as elements. What can be done with a message is called back:
 * `does.press(button)`, `does.answer(message)`, `does.share()`.
 */
export function bubbles(seat, does) {
  return seat.messages.map((message) => turn(message, does));
}

function turn(message, does) {
  const mine = message.by === 'person';
  const bubble = make(
    'div',
    { className: 'bubble' },
    message.quoted ? make('div', { className: 'quote' }, summary(message.quoted)) : '',
    message.shown ? shown(message.shown, does) : '',
    message.text && message.shown?.kind !== 'card' && message.shown?.kind !== 'link'
      ? words(message.text)
      : '',
    meta(message, mine, does),
  );
  return make('div', { className: mine ? 'turn mine' : 'turn' }, bubble, buttons(message, does));
}

const words = (text) =>
  make(
    'div',
    { className: 'words' },
    ...text.split(/(https?:\/\/\S+)/).map((part, n) => (n % 2 === 1 ? link(part, part) : part)),
  );

const KINDS = {
  image: picture,
  gif: picture,
  video: ({ url }) => make('video', { src: url, controls: true, preload: 'none' }),
  audio: ({ url }) => make('audio', { src: url, controls: true, preload: 'none' }),
  file: ({ url, name, size }) =>
    make('div', {}, make('a', { href: url, download: name }, `Tệp: ${name} (${inKb(size)})`)),
  sticker: ({ url }) => make('img', { className: 'sticker', src: url, alt: 'Nhãn dán' }),
  location: (where) => place(where, 'Vị trí'),
  link: ({ url, description }) => make('div', {}, link(url, description || url)),
  card: ({ name, phone }) => make('div', {}, `Danh thiếp: ${name}, ${phone}`),
  requestInfo: requestedInfo,
  template: () => make('div', { className: 'meta' }, 'Tin theo mẫu'),
};

const shown = (what, does) => KINDS[what.kind](what, does);

function picture({ url }) {
  return make('div', { className: 'photos' }, make('img', { src: url, alt: 'Ảnh', loading: 'lazy' }));
}

function requestedInfo({ title, subtitle }, does) {
  return make(
    'div',
    { className: 'info' },
    make('b', {}, title),
    make('div', {}, subtitle),
    make('button', { type: 'button', onclick: () => does.share() }, 'Chia sẻ thông tin'),
  );
}

function meta(message, mine, does) {
  return make(
    'div',
    { className: 'meta' },
    mine ? '' : small('Trả lời', () => does.answer(message)),
    make('span', {}, clock(message.at)),
  );
}

function buttons({ buttons: all }, does) {
  if (!all) return '';
  return make('div', { className: 'inline' }, ...all.map((button) => key(button, does)));
}

function key(button, does) {
  if (button.type === 'oa.open.url') return link(button.payload.url, button.title);
  const onclick = () => does.press(button);
  return make(
    'button',
    { type: 'button', onclick, disabled: !button.type.startsWith('oa.query.') },
    button.title,
  );
}

const NAMES = {
  image: 'Ảnh',
  gif: 'Ảnh động',
  video: 'Video',
  audio: 'Tin thoại',
  file: 'Tệp',
  sticker: 'Nhãn dán',
  location: 'Vị trí',
  link: 'Liên kết',
  card: 'Danh thiếp',
  requestInfo: 'Xin thông tin',
  template: 'Tin theo mẫu',
};

/** One line of a message, for lists and quotes. */
export function summary(message) {
  if (!message) return 'Chưa có tin nhắn';
  return message.text || NAMES[message.shown?.kind] || '';
}

import { make } from '../../../simulator/page/dom.js';
import { clock, inKb, link, place, small } from '../../../simulator/page/parts.js';
import { words } from './words.js';

const fileAddress = ({ file_id }) => `/simulator/files/${file_id}`;

/**
 * All messages of a phone as elements. What can be done with a message is called back:
 * `does.say(text)`, `does.press(message, button, element)`, `does.edit(message)`, `does.answer(message)`, `does.move(message)`.
 */
export function bubbles(seat, does) {
  return turns(seat.messages).map((messages) => turn(messages, seat, does));
}

/** An album is one turn, every other message is one of its own. */
function turns(messages) {
  const all = [];
  for (const message of messages) {
    const last = all.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else all.push([message]);
  }
  return all;
}

function turn(messages, seat, does) {
  const [message] = messages;
  const service = serviceWords(message);
  if (service) return make('p', { className: 'service' }, service);
  const mine = message.from.id === seat.me;
  const bubble = make(
    'div',
    { className: 'bubble' },
    mine || message.chat.type === 'private'
      ? ''
      : make('div', { className: 'author' }, message.from.first_name),
    message.reply_to_message ? make('div', { className: 'quote' }, summary(message.reply_to_message)) : '',
    ...contents(messages, does),
    meta(message, mine, does),
  );
  return make('div', { className: mine ? 'turn mine' : 'turn' }, bubble, inline(message, does));
}

function serviceWords({ from, new_chat_members, left_chat_member }) {
  if (new_chat_members) return `${from.first_name} đã thêm bot vào nhóm`;
  return left_chat_member && `${left_chat_member.first_name} đã rời nhóm`;
}

function contents(messages, does) {
  const [{ text, entities }] = messages;
  const photos = messages.filter(({ photo }) => photo).map(({ photo }) => picture(photo));
  const caption = messages.find((message) => message.caption);
  return [
    photos.length > 0
      ? make('div', { className: photos.length > 1 ? 'photos many' : 'photos' }, ...photos)
      : '',
    ...messages.map(attachment),
    text === undefined ? '' : words(text, entities, does.say),
    caption ? words(caption.caption, caption.caption_entities, does.say) : '',
  ];
}

function picture(photo) {
  const { width, height } = photo;
  return make('img', { src: fileAddress(photo), alt: 'Ảnh', loading: 'lazy', width, height });
}

function attachment({ document, video, voice, location, contact }) {
  if (document) return file(document, `Tệp: ${document.file_name}`);
  if (video) return file(video, `Video: ${video.file_name}`);
  if (voice) return make('audio', { src: fileAddress(voice), controls: true, preload: 'none' });
  if (contact) return make('div', {}, `Danh bạ: ${contact.first_name}, ${contact.phone_number}`);
  return location ? place(location, location.live_period ? 'Vị trí trực tiếp' : 'Vị trí') : '';
}

function file(named, label) {
  const words = `${label} (${inKb(named.file_size)})`;
  return make('div', {}, make('a', { href: fileAddress(named), download: '' }, words));
}

function meta(message, mine, does) {
  const { date, edit_date } = message;
  const time = clock(date * 1000);
  return make(
    'div',
    { className: 'meta' },
    mine && (message.text ?? message.caption) !== undefined ? small('Sửa', () => does.edit(message)) : '',
    mine && message.location?.live_period ? small('Di chuyển', () => does.move(message)) : '',
    !mine && message.chat.type !== 'private' ? small('Trả lời', () => does.answer(message)) : '',
    make('span', {}, edit_date ? `đã sửa ${time}` : time),
  );
}

function inline(message, does) {
  if (!message.reply_markup) return '';
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    make('div', { className: 'row' }, ...row.map((button) => key(message, button, does))),
  );
  return make('div', { className: 'inline' }, ...rows);
}

function key(message, button, does) {
  if (button.url) return link(button.url, button.text);
  const onclick = ({ currentTarget }) => does.press(message, button, currentTarget);
  return make('button', { type: 'button', onclick }, button.text);
}

/** One line of a message, for lists and quotes. */
export function summary(message) {
  if (!message) return 'Chưa có tin nhắn';
  const { text, caption, photo, document, video, voice, location, contact } = message;
  const kinds = {
    Ảnh: photo,
    Tệp: document,
    Video: video,
    'Tin thoại': voice,
    'Vị trí': location,
    'Danh bạ': contact,
  };
  const kind = Object.keys(kinds).find((name) => kinds[name]);
  return text ?? caption ?? kind ?? serviceWords(message) ?? '';
}

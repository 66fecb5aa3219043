import { ask, choose } from '../../../simulator/page/dialogs.js';
import { at, make } from '../../../simulator/page/dom.js';
import {
  answer,
  begin,
  look,
  notice,
  perform,
  PLACE,
  sendAsked,
  sendPicked,
} from '../../../simulator/page/phones.js';
import { bubbles, summary } from './bubbles.js';

const ACTIONS = { typing: 'đang soạn tin…', upload_photo: 'đang gửi ảnh…', upload_document: 'đang gửi tệp…' };

let commands = [];
let actionGone;

const does = {
  say: (text) => perform('say', { text }),
  edit: async (message) => {
    const words = message.text ?? message.caption;
    const given = await ask('Sửa tin nhắn', { text: ['Nội dung', words] });
    if (given) await perform('edit', { ...given, message: message.message_id });
  },
  move: async (message) => {
    const given = await ask('Di chuyển đến', PLACE);
    if (given) await perform('move', { ...given, message: message.message_id });
  },
  answer: (message) => answer(message.message_id, message),
  press: async (message, { callback_data }, button) => {
    button.disabled = true;
    const answered = await perform('press', { message: message.message_id, data: callback_data });
    button.disabled = false;
    if (answered?.text && answered.alert) alert(answered.text);
    else if (answered?.text) notice(answered.text);
  },
};

const CAPTION = { caption: 'caption' };
const ATTACHMENTS = [
  ['Ảnh, hoặc album nhiều ảnh', () => sendPicked('photos', 'image/*', { ...CAPTION, several: true })],
  ['Tệp', () => sendPicked('document', '', CAPTION)],
  ['Video', () => sendPicked('video', 'video/*', CAPTION)],
  ['Tin thoại (tệp âm thanh)', () => sendPicked('voice', 'audio/*')],
  ['Vị trí', () => sendAsked('location', 'Gửi vị trí', PLACE)],
  ['Vị trí trực tiếp', () => sendAsked('live', 'Gửi vị trí trực tiếp', PLACE)],
  ['Số của tôi', () => sendAsked('contact', 'Gửi số của tôi', { phone: ['Số điện thoại', '+84912345678'] })],
  [
    'Số của người khác',
    () =>
      sendAsked('othersContact', 'Gửi số trong danh bạ', {
        name: ['Tên', 'Bác tổ trưởng'],
        phone: ['Số điện thoại', '+84987654321'],
      }),
  ],
];

/** What only Telegram's phones have. */
function furnish() {
  const plain = { className: 'plain', type: 'button' };
  const block = make('button', { ...plain, id: 'block', onclick: () => perform('block') }, 'Chặn bot');
  at('phone').querySelector('header').append(block);
  const menu = { id: 'commands', ariaLabel: 'Các lệnh của bot', ariaHasPopup: 'menu', hidden: true };
  at('attach').after(make('button', { ...plain, ...menu, onclick: chooseCommand }, '/'));
  at('phone').append(
    make('div', { id: 'keyboard', ariaLabel: 'Bàn phím của bot' }),
    make('button', { type: 'button', id: 'start', hidden: true }),
  );
}

function chooseCommand() {
  choose(
    commands.map(({ command, description }) => [
      `/${command} – ${description}`,
      () => does.say(`/${command}`),
    ]),
  );
}

function looked(all) {
  commands = all.commands;
  at('commands').hidden = commands.length === 0;
}

function shown(seat) {
  showAction(seat);
  showKeyboard(seat);
  showDoors(seat);
}

/** Gone after five seconds, of which nothing else tells. */
function showAction({ action }) {
  clearTimeout(actionGone);
  if (!action) return;
  at('subtitle').textContent = `bot ${ACTIONS[action] ?? 'đang bận…'}`;
  actionGone = setTimeout(look, 5000);
}

function showKeyboard({ keyboard, blocked }) {
  const rows = blocked ? [] : (keyboard?.keyboard ?? []);
  const tap = ({ text }) => make('button', { type: 'button', onclick: () => perform('tap', { text }) }, text);
  at('keyboard').replaceChildren(...rows.map((row) => make('div', { className: 'row' }, ...row.map(tap))));
  at('text').placeholder = keyboard?.input_field_placeholder ?? 'Tin nhắn';
}

/** Before the first message there is only Start, while blocked only the way back. */
function showDoors({ blockable, blocked, messages }) {
  const fresh = blockable && messages.length === 0;
  at('start').hidden = !fresh && !blocked;
  at('start').textContent = blocked ? 'Bỏ chặn bot' : 'Bắt đầu';
  at('start').onclick = () => perform(blocked ? 'unblock' : 'start');
  at('composer').hidden = fresh || blocked;
  at('block').hidden = !blockable || blocked || fresh;
}

furnish();
begin({
  title: 'Telegram giả lập',
  about: 'Đóng vai người dân nhắn cho bot. Không có gì ra khỏi máy này.',
  attachments: ATTACHMENTS,
  bubbles: (seat) => bubbles(seat, does),
  summary,
  subtitle: (seat) => seat.subtitle,
  looked,
  shown,
});

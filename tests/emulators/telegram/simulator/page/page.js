import { bubbles, summary } from './bubbles.js';
import { ask, choose, pick } from './dialogs.js';
import { at, make } from './dom.js';
import { act, allSeats, onChange, seatAt } from './server.js';

const ACTIONS = { typing: 'đang soạn tin…', upload_photo: 'đang gửi ảnh…', upload_document: 'đang gửi tệp…' };
/** For first values of the questions. */
const PLACE = { latitude: ['Vĩ độ', '21.5928'], longitude: ['Kinh độ', '105.8442'] };

let open;
let commands = [];
let answering;
let shownOf;

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
  answer: (message) => {
    answering = message.message_id;
    at('answering-words').textContent = `Trả lời: ${summary(message).slice(0, 60)}`;
    at('answering').hidden = false;
    at('text').focus();
  },
  press: async (message, { callback_data }, button) => {
    button.disabled = true;
    const answer = await perform('press', { message: message.message_id, data: callback_data });
    button.disabled = false;
    if (answer?.text && answer.alert) alert(answer.text);
    else if (answer?.text) notice(answer.text);
  },
};

const ATTACHMENTS = [
  ['Ảnh, hoặc album nhiều ảnh', () => sendPicked('photos', 'image/*', true)],
  ['Tệp', () => sendPicked('document', '')],
  ['Video', () => sendPicked('video', 'video/*')],
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

async function sendPicked(what, accept, several = false) {
  const files = await pick(accept, several);
  // What is typed goes along as the caption, as in the app.
  const caption = at('text').value;
  at('text').value = '';
  await perform(what, { caption }, files.slice(0, 10));
}

async function sendAsked(what, title, fields) {
  const given = await ask(title, fields);
  if (given) await perform(what, given);
}

async function perform(what, fields, files) {
  try {
    return await act(open, what, fields, files);
  } catch (error) {
    notice(error.message);
    return undefined;
  }
}

function notice(words) {
  at('notice').textContent = words;
  at('notice').hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => (at('notice').hidden = true), 4000);
}

async function look() {
  const all = await allSeats();
  commands = all.commands;
  at('commands').hidden = commands.length === 0;
  at('seats').replaceChildren(...all.seats.map(seatInList));
  if (open) show(await seatAt(open));
}

function seatInList({ key, title, subtitle, messages }) {
  const button = make(
    'button',
    { type: 'button', className: 'seat', onclick: () => location.assign(`#${key}`) },
    make('b', {}, title),
    make('small', {}, subtitle),
    make('span', {}, summary(messages.at(-1))),
  );
  button.ariaCurrent = String(key === open);
  return make('li', {}, button);
}

function show(seat) {
  if (seat.key !== open) return;
  at('title').textContent = seat.title;
  showAction(seat);
  const log = at('log');
  const atEnd = shownOf !== seat.key || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  log.replaceChildren(...bubbles(seat, does));
  if (atEnd) log.scrollTop = log.scrollHeight;
  shownOf = seat.key;
  showKeyboard(seat);
  showDoors(seat);
}

/** Gone after five seconds, of which nothing else tells. */
function showAction({ action, subtitle }) {
  at('subtitle').textContent = action ? `bot ${ACTIONS[action] ?? 'đang bận…'}` : subtitle;
  clearTimeout(showAction.timer);
  if (action) showAction.timer = setTimeout(look, 5000);
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
  at('block').textContent = 'Chặn bot';
}

function openFromAddress() {
  open = location.hash.slice(1) || undefined;
  at('phone').hidden = !open;
  at('nobody').hidden = Boolean(open);
  stopAnswering();
  void look();
}

function stopAnswering() {
  answering = undefined;
  at('answering').hidden = true;
}

at('composer').onsubmit = async (event) => {
  event.preventDefault();
  const text = at('text').value;
  if (text.trim() === '') return;
  at('text').value = '';
  const replyTo = answering;
  stopAnswering();
  await perform('say', replyTo ? { text, replyTo } : { text });
};
at('text').onkeydown = (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  at('composer').requestSubmit();
};
at('attach').onclick = () => choose(ATTACHMENTS);
at('commands').onclick = () =>
  choose(
    commands.map(({ command, description }) => [
      `/${command} – ${description}`,
      () => does.say(`/${command}`),
    ]),
  );
at('block').onclick = () => perform('block');
at('back').onclick = () => location.assign('#');
at('answering').querySelector('button').onclick = stopAnswering;
window.onhashchange = openFromAddress;
onChange(look);
openFromAddress();

import { ask, choose, pick } from '../../../telegram/simulator/page/dialogs.js';
import { at, make } from '../../../telegram/simulator/page/dom.js';
import { act, allSeats, onChange, seatAt } from '../../../telegram/simulator/page/server.js';
import { bubbles, summary } from './bubbles.js';

/** For first values of the questions. */
const PLACE = { latitude: ['Vĩ độ', '21.5928'], longitude: ['Kinh độ', '105.8442'] };
const CARD = { name: ['Tên', 'Bác tổ trưởng'], phone: ['Số điện thoại', '0987654321'] };
const INFO = {
  name: ['Họ tên', 'Trần Thị Hoa'],
  phone: ['Số điện thoại', '84912345678'],
  address: ['Địa chỉ', 'Tổ 5'],
};

let open;
let app;
let answering;
let shownOf;

const does = {
  press: ({ title }) => perform('press', { title }),
  share: () => sendAsked('info', 'Chia sẻ với OA', INFO),
  answer: (message) => {
    answering = message.id;
    at('answering-words').textContent = `Trả lời: ${summary(message).slice(0, 60)}`;
    at('answering').hidden = false;
    at('text').focus();
  },
};

const ATTACHMENTS = [
  ['Ảnh', () => sendPicked('images', 'image/*', true)],
  ['Tệp', () => sendPicked('file', '')],
  ['Video', () => sendPicked('video', 'video/*')],
  ['Tin thoại (tệp âm thanh)', () => sendPicked('audio', 'audio/*')],
  ['Vị trí', () => sendAsked('location', 'Gửi vị trí', PLACE)],
  ['Nhãn dán', () => perform('sticker')],
  ['Danh thiếp', () => sendAsked('card', 'Gửi danh thiếp', CARD)],
];

const FORWARD = [
  ['1 giờ', 1],
  ['26 giờ (mã truy cập hết hạn)', 26],
  ['49 giờ (hết 48 giờ miễn phí)', 49],
  ['8 ngày (OA không nhắn được nữa)', 8 * 24],
];

const APP = [
  ['Địa chỉ webhook', setWebhook],
  ['Địa chỉ nhận cấp quyền (callback)', setConsent],
];

async function setWebhook() {
  const given = await ask('Webhook', { url: ['Địa chỉ', app.webhook ?? ''] });
  if (given && (await perform('webhook', given, [], 'app'))) notice('Đã lưu, địa chỉ trả lời đúng.');
}

async function setConsent() {
  const given = await ask('Cấp quyền', {
    callbackUrl: ['Official Account Callback Url', app.callbackUrl ?? ''],
    codeChallenge: ['Code challenge', app.codeChallenge ?? ''],
  });
  if (given && (await perform('consent', given, [], 'app'))) notice('Đã lưu.');
}

async function sendPicked(what, accept, several = false) {
  const files = await pick(accept, several);
  // What is typed goes along with the first picture, as in the app.
  const text = what === 'images' ? at('text').value : '';
  if (text) at('text').value = '';
  await perform(what, { text }, files.slice(0, 10));
}

async function sendAsked(what, title, fields) {
  const given = await ask(title, fields);
  if (given) await perform(what, given);
}

async function perform(what, fields, files, whose = open) {
  try {
    return await act(whose, what, fields, files);
  } catch (error) {
    notice(error.message);
    return undefined;
  }
}

function notice(words) {
  at('notice').textContent = words;
  at('notice').hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => (at('notice').hidden = true), 6000);
}

async function look() {
  const all = await allSeats();
  app = all.app;
  showApp(app);
  at('seats').replaceChildren(...all.seats.map(seatInList));
  if (open) show(await seatAt(open));
}

function showApp({ now, webhook, waiting, lastOutcome }) {
  at('clock').textContent = new Date(now).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
  at('webhook').textContent = webhookInWords(webhook, waiting, lastOutcome);
}

function webhookInWords(url, waiting, lastOutcome) {
  if (!url) return 'Chưa có webhook: không ai nhận tin.';
  if (waiting > 0 && lastOutcome !== 200 && lastOutcome !== undefined)
    return `${url} chưa nhận (${OUTCOMES[lastOutcome] ?? lastOutcome}): ${waiting} sự kiện chờ gửi lại.`;
  return `Gửi tới ${url}`;
}

const OUTCOMES = { unreachable: 'không kết nối được', late: 'quá 2 giây' };

function seatInList({ key, title, window: state, messages }) {
  const button = make(
    'button',
    { type: 'button', className: 'seat', onclick: () => location.assign(`#${key}`) },
    make('b', {}, title),
    make('small', {}, state),
    make('span', {}, summary(messages.at(-1))),
  );
  button.ariaCurrent = String(key === open);
  return make('li', {}, button);
}

function show(seat) {
  if (seat.key !== open) return;
  at('title').textContent = seat.title;
  at('subtitle').textContent = seat.window;
  const log = at('log');
  const atEnd = shownOf !== seat.key || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  log.replaceChildren(...bubbles(seat, does));
  if (atEnd) log.scrollTop = log.scrollHeight;
  shownOf = seat.key;
  showFollow(seat);
  seeWhatCame(seat);
}

function showFollow({ isStranger, follows }) {
  at('follow').hidden = isStranger;
  at('follow').textContent = follows ? 'Bỏ quan tâm' : 'Quan tâm';
  at('follow').onclick = () => perform(follows ? 'unfollow' : 'follow');
}

/** An open chat is a seen one. */
function seeWhatCame({ messages }) {
  const isNew = messages.some(({ by, seen }) => by === 'oa' && !seen);
  if (isNew && document.visibilityState === 'visible') void perform('see');
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
at('forward').onclick = () =>
  choose(FORWARD.map(([label, hours]) => [label, () => perform('forward', { hours }, [], 'app')]));
at('app').onclick = () => choose(APP);
at('back').onclick = () => location.assign('#');
at('answering').querySelector('button').onclick = stopAnswering;
document.onvisibilitychange = look;
window.onhashchange = openFromAddress;
onChange(look);
openFromAddress();

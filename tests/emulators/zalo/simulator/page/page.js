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

const CARD = { name: ['Tên', 'Bác tổ trưởng'], phone: ['Số điện thoại', '0987654321'] };
const INFO = {
  name: ['Họ tên', 'Trần Thị Hoa'],
  phone: ['Số điện thoại', '84912345678'],
  address: ['Địa chỉ', 'Tổ 5'],
};

let app;

const does = {
  press: ({ title }) => perform('press', { title }),
  share: () => sendAsked('info', 'Chia sẻ với OA', INFO),
  answer: (message) => answer(message.id, message),
};

const ATTACHMENTS = [
  ['Ảnh', () => sendPicked('images', 'image/*', { several: true, caption: 'text' })],
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

/** What only Zalo's page has: whether the OA is followed, Zalo's clock, and the app as its owner sets it up. */
function furnish() {
  at('phone')
    .querySelector('header')
    .append(make('button', { className: 'plain', type: 'button', id: 'follow' }));
  const menu = (id, label, onclick) =>
    make('button', { id, className: 'quiet', type: 'button', ariaHasPopup: 'menu', onclick }, label);
  at('list').append(
    make(
      'footer',
      {},
      make('p', {}, 'Giờ của Zalo: ', make('b', { id: 'clock' })),
      make('p', { id: 'webhook', role: 'status' }),
      make(
        'div',
        { className: 'row' },
        menu('forward', 'Tua đồng hồ', chooseForward),
        menu('app', 'Ứng dụng', () => choose(APP)),
      ),
    ),
  );
}

function chooseForward() {
  choose(FORWARD.map(([label, hours]) => [label, () => perform('forward', { hours }, [], 'app')]));
}

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

function looked(all) {
  app = all.app;
  const { now, webhook, waiting, lastOutcome } = app;
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

function shown(seat) {
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

furnish();
document.onvisibilitychange = look;
begin({
  title: 'Zalo giả lập',
  about: 'Đóng vai người dân nhắn cho Official Account. Không có gì ra khỏi máy này.',
  attachments: ATTACHMENTS,
  bubbles: (seat) => bubbles(seat, does),
  summary,
  subtitle: (seat) => seat.window,
  looked,
  shown,
});

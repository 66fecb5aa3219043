import { MongoClient } from 'mongodb';
import { TelegramEmulator } from '../emulators/telegram/emulator';
import type { Message } from '../emulators/telegram/shapes';
import { Officer } from '../officer';
import { PHOTO } from '../photo';
import { endAll, System } from '../system';

jest.setTimeout(180_000);

const STORY =
  'Nhà máy ở xã Yên Phong, tỉnh Bắc Ninh xả khói đen mù mịt từ tối hôm qua, cả xóm không thở được';

let telegram: TelegramEmulator;
let system: System;
let minh: Officer;

const environment = () => ({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot });

beforeAll(async () => {
  telegram = await new TelegramEmulator().start();
  system = await System.start({ env: environment() });
  minh = await Officer.first(system);
});
afterAll(async () => {
  await endAll();
  await telegram.stop();
});

const codeIn = ({ text = '' }: Message): string => /XH-\d{4}-\d{6}/.exec(text)?.[0] ?? '';
const secretIn = ({ text = '' }: Message): string => /Mã bí mật: (\w{10})/.exec(text)?.[1] ?? '';

interface Ticket {
  status: string;
  reporter: { name: string; phone: string } | null;
  attachments: { id: string; type: string }[];
  location: { lat: number | null; communeCode: string | null };
}
interface Transcript {
  channel: string;
  unreachableSince: string | null;
  transcript: { from: string; text: string; attachments: { id: string }[]; delivery: string | null }[];
}

/** From the first touch to the answer of staff and back, as a citizen and an officer live it. */
async function wholeStory(name: string): Promise<void> {
  const hoa = telegram.person({ first_name: name });
  await hoa.starts();
  await hoa.hears('Xin chào');
  await hoa.says(STORY);
  await hoa.hears('Ẩn danh');
  await hoa.sendsAlbum([PHOTO, PHOTO], 'đây là ảnh');
  await hoa.hears('2 ảnh');
  await hoa.presses('Để lại liên hệ');
  await hoa.hears('Bạn cho xin tên');
  await hoa.taps('📞 Gửi số của tôi', { phone: '+84912345678' });
  const summary = await hoa.hears('đã đúng chưa');
  expect(summary.text).not.toContain('912345');
  await hoa.presses('Đúng rồi');
  const filed = await hoa.hears('Mã bí mật');
  const code = codeIn(filed);
  expect(secretIn(filed)).toMatch(/^[0-9A-Z]{10}$/);

  const ticket = await minh.must<Ticket>('GET', `/tickets/${code}`);
  expect(ticket).toMatchObject({
    status: 'received',
    attachments: [{ type: 'image/jpeg' }, { type: 'image/jpeg' }],
  });
  const { conversation } = await minh.must<{ conversation: string }>('GET', `/tickets/${code}/workspace`);
  const before = await minh.must<Transcript>('GET', `/conversations/${conversation}`);
  expect(before.channel).toBe('telegram');
  const photos = before.transcript.flatMap(({ from, attachments }) =>
    from === 'citizen' ? attachments : [],
  );
  expect(photos.map(({ id }) => id)).toEqual(ticket.attachments.map(({ id }) => id));

  await minh.act(`/tickets/${code}/messages`, { text: 'Chiều nay chúng tôi đến kiểm tra.' });
  const answered = await hoa.hears('Chiều nay chúng tôi đến kiểm tra.');
  expect(answered.text).toContain('Cán bộ');
  await minh.act(`/tickets/${code}/moves`, { type: 'ask_citizen', text: 'Cổng nào vậy ạ?' });
  await hoa.hears('Cổng nào vậy ạ?');
  await hoa.says('Cổng sau, đối diện trạm điện');
  await hoa.hears(`thêm vào phản ánh ${code}`);
  await telegram.allTaken();
  const after = await minh.must<Transcript>('GET', `/conversations/${conversation}`);
  expect(
    after.transcript.filter(({ from }) => from !== 'citizen').every(({ delivery }) => delivery === 'sent'),
  ).toBe(true);

  // Another phone follows it by code and secret, from a link.
  const nam = telegram.person({ first_name: 'Nam' });
  await nam.starts(code);
  await nam.hears('mã bí mật');
  await nam.says(secretIn(filed));
  await nam.hears(`Phản ánh ${code}`);
  await blocked(hoa, conversation, code);
}

async function blocked(
  hoa: ReturnType<typeof telegram.person>,
  conversation: string,
  code: string,
): Promise<void> {
  const reach = () => minh.must<Transcript>('GET', `/conversations/${conversation}`);
  await hoa.blocks();
  await telegram.allTaken();
  expect((await reach()).unreachableSince).not.toBeNull();
  const workspace = await minh.must<{ unreachableSince: string | null }>('GET', `/tickets/${code}/workspace`);
  expect(workspace.unreachableSince).not.toBeNull();
  await hoa.unblocks();
  await hoa.says('gặp cán bộ');
  await hoa.hears('báo cán bộ');
  expect((await reach()).unreachableSince).toBeNull();
}

test('by polling: a report with photos, an answer of staff, a reply, a follow-up from another phone', async () => {
  expect(system.output).toContain('Telegram bật');
  await wholeStory('Hoahoahoa');
});

test('by webhook the same, on the same data', async () => {
  await system.stop();
  await system.start({ TELEGRAM_MODE: 'webhook', PUBLIC_URL: system.base });
  minh = await Officer.signIn(system.base);
  await wholeStory('Lanlanlan');
  const info = telegram.calls('setWebhook').at(-1)?.params;
  expect(info).toMatchObject({ url: `${system.base}/webhooks/telegram` });
  expect(String(info?.secret_token)).toMatch(/^[\w-]{40,}$/);
  const forged = await fetch(`${system.base}/webhooks/telegram`, { method: 'POST', body: '{}' });
  expect(forged.status).toBe(401);
});

test('who it was stands in no log, no turn and no ticket', async () => {
  const mongo = await MongoClient.connect(system.mongodbUri());
  try {
    const all = await Promise.all(
      ['turns', 'tickets', 'conversations'].map((name) => mongo.db().collection(name).find().toArray()),
    );
    const stored = JSON.stringify(all) + system.output;
    const known = ['Hoahoahoa', 'Lanlanlan', '912345678', telegram.token, '52001001'];
    expect(known.filter((secret) => stored.includes(secret))).toEqual([]);
    expect(system.output).not.toMatch(/unhandled|uncaught/i);
  } finally {
    await mongo.close();
  }
});

import { createHash } from 'node:crypto';
import { ZaloEmulator } from './emulator';
import { Listener } from './listener';
import { type Person } from './people';
import { type ZaloEvent } from './shapes';

let zalo: ZaloEmulator;
let listener: Listener;
let hoa: Person;

beforeEach(async () => {
  listener = await new Listener().start();
  zalo = await new ZaloEmulator().start();
  zalo.setWebhook(listener.url);
  hoa = zalo.person('Chị Hoa');
});
afterEach(async () => {
  await zalo.stop();
  await listener.stop();
});

/** The newest event, as it came over the line. */
async function told(): Promise<ZaloEvent> {
  await zalo.allTaken();
  const event = listener.events.at(-1);
  if (!event) throw new Error('nothing came');
  return event;
}

const attachment = async () => (await told()).message?.attachments?.[0];

function say(text: string, access_token = zalo.grants.issue().access_token): Promise<Response> {
  return fetch(`${zalo.root}/v3.0/oa/message/cs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', access_token },
    body: JSON.stringify({ recipient: { user_id: hoa.id }, message: { text } }),
  });
}

test('following and leaving', async () => {
  await hoa.follows('social_plugin');
  const oa_id = zalo.settings.oaId;
  const follow = { event_name: 'follow', oa_id, follower: { id: hoa.id }, source: 'social_plugin' };
  expect(await told()).toMatchObject(follow);
  expect(hoa.followsOa).toBe(true);
  await hoa.unfollows();
  expect(await told()).toMatchObject({ event_name: 'unfollow', follower: { id: hoa.id } });
  expect(hoa.followsOa).toBe(false);
});

test('a picture can be fetched where its event says; other media and files, too', async () => {
  const bytes = Buffer.from('\xff\xd8\xff…', 'latin1');
  await hoa.sendsImage(bytes, 'Khói đây');
  expect(await told()).toMatchObject({ event_name: 'user_send_image', message: { text: 'Khói đây' } });
  const picture = await attachment();
  expect(picture?.type).toBe('image');
  const answer = await fetch(String(picture?.payload.url));
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  expect((await fetch(`${zalo.root}/files/khong-co/a.jpg`)).status).toBe(404);
  await hoa.sendsFile({ name: 'đơn.pdf', bytes: Buffer.from('%PDF') });
  expect(await attachment()).toMatchObject({
    type: 'file',
    payload: {
      name: 'đơn.pdf',
      size: '4',
      type: 'pdf',
      checksum: createHash('md5').update('%PDF').digest('hex'),
    },
  });
  for (const [what, send] of [
    ['gif', () => hoa.sendsGif(bytes)],
    ['video', () => hoa.sendsVideo({ name: 'a.mp4', bytes })],
    ['audio', () => hoa.sendsAudio(bytes)],
    ['sticker', () => hoa.sendsSticker()],
  ] as const) {
    await send();
    expect(await told()).toMatchObject({ event_name: `user_send_${what}` });
    const url = (await attachment())?.payload.url;
    expect((await fetch(String(url))).status).toBe(200);
  }
});

test('places are strings, links and business cards are links', async () => {
  await hoa.sendsLocation(10.79, 106.78);
  const coordinates = { latitude: '10.79', longitude: '106.78' };
  expect(await attachment()).toEqual({ type: 'location', payload: { coordinates } });
  await hoa.sendsBusinessCard({ name: 'Bác tổ trưởng', phone: '0987654321' });
  expect(await told()).toMatchObject({ event_name: 'user_send_business_card' });
  const card = await attachment();
  expect(card?.type).toBe('link');
  expect(JSON.parse(String(card?.payload.description))).toMatchObject({ phone: '0987654321' });
  await hoa.sendsLink('https://bao.vn/khoi', 'Khói ở tổ 5');
  expect(await attachment()).toMatchObject({ type: 'link', payload: { url: 'https://bao.vn/khoi' } });
});

test('what the OA sends is echoed, arrives and is seen once', async () => {
  await hoa.says('Chào');
  await say('Chào chị');
  const { id } = await hoa.hears('Chào chị');
  await zalo.allTaken();
  expect(listener.names.sort()).toEqual(['oa_send_text', 'user_received_message', 'user_send_text']);
  const sender = { id: zalo.settings.oaId };
  const receipts = listener.events.filter(({ message }) => message?.msg_id === id);
  for (const receipt of receipts) expect(receipt).toMatchObject({ sender, recipient: { id: hoa.id } });
  await hoa.sees();
  await hoa.sees();
  expect(await told()).toMatchObject({ event_name: 'user_seen_message', message: { msg_ids: [id] } });
  expect(listener.got).toHaveLength(4);
});

test('an answer to a message of the OA names it', async () => {
  await hoa.says('Chào');
  await say('Ở đâu?');
  await hoa.says('Tổ 5', { replyTo: await hoa.hears('Ở đâu?') });
  await zalo.allTaken();
  const answer = listener.events.find(({ message }) => message?.text === 'Tổ 5');
  expect(answer?.message?.quote_msg_id).toBe(hoa.screen[1]?.id);
});

test('faults: refused, broken before or after, late, silent; the log of calls tells what was done', async () => {
  await hoa.says('Chào');
  const token = zalo.grants.issue().access_token;
  zalo.faults.next('message/cs', 1, { error: -227 });
  expect(await (await say('1', token)).json()).toMatchObject({ error: -227 });
  zalo.faults.next('*', 1, { status: 502 });
  expect((await say('2', token)).status).toBe(502);
  for (const drop of ['before', 'after'] as const) {
    zalo.faults.next('message/cs', 1, { drop });
    await expect(say(drop, token)).rejects.toThrow();
  }
  zalo.faults.next('message/cs', 1, { delayMs: 20 });
  expect(await (await say('3', token)).json()).toMatchObject({ error: 0 });
  zalo.faults.share('message/cs', 0.5, { error: -32 });
  for (const error of [0, -32, 0, -32]) expect(await (await say('4', token)).json()).toMatchObject({ error });
  zalo.faults.clear();
  zalo.faults.next('message/cs', 1, { hang: 'after' });
  const unanswered = expect(say('5', token)).rejects.toThrow();
  await zalo.when(() => zalo.calls('message/cs').at(-1)?.done === true, 'the silent call is done');
  const asked = zalo.calls('message/cs').map(({ outcome, error, done }) => ({ outcome, error, done }));
  expect(asked).toEqual([
    { outcome: 200, error: -227, done: false },
    { outcome: 502, error: 0, done: false },
    { outcome: 'dropped', error: 0, done: false },
    { outcome: 'dropped', error: 0, done: true },
    { outcome: 200, error: 0, done: true },
    ...[0, -32, 0, -32].map((error) => ({ outcome: 200, error, done: error === 0 })),
    { outcome: 'dropped', error: 0, done: true },
  ]);
  expect(hoa.screen.map(({ text }) => text)).toEqual(['Chào', 'after', '3', '4', '4', '5']);
  await zalo.stop();
  await unanswered;
});

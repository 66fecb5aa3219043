import sharp from 'sharp';
import { ZaloEmulator } from './emulator';
import { type Person } from './people';
import { type Settings } from './settings';

let zalo: ZaloEmulator;
let hoa: Person;
let token: string;

beforeEach(() => start());
afterEach(() => zalo.stop());

async function start(settings: Partial<Settings> = {}): Promise<void> {
  zalo = await new ZaloEmulator(settings).start();
  hoa = zalo.person('Chị Hoa');
  token = zalo.grants.issue().access_token;
}

async function restart(settings: Partial<Settings>): Promise<void> {
  await zalo.stop();
  await start(settings);
}

async function call(path: string, init: RequestInit = {}) {
  const headers = { access_token: token, ...(init.headers as Record<string, string> | undefined) };
  const response = await fetch(`${zalo.root}${path}`, { ...init, headers });
  expect(response.status).toBe(200);
  return (await response.json()) as { error: number; message: string; data: Record<string, unknown> };
}

const post = (path: string, body: unknown) =>
  call(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const say = (message: object, user_id = hoa.id) =>
  post('/v3.0/oa/message/cs', { recipient: { user_id }, message });
const template = (template_type: string, rest: object) => ({
  attachment: { type: 'template', payload: { template_type, ...rest } },
});

function upload(kind: string, bytes: Buffer, name: string) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return call(`/v2.0/oa/upload/${kind}`, { method: 'POST', body });
}

const picture = () => sharp({ create: { width: 20, height: 20, channels: 3, background: '#753' } });
const noise = (width: number) =>
  sharp({
    create: {
      width,
      height: width,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 60 },
    },
  });

test('a text arrives, is free within 48 hours, paid for until the seventh day, then refused', async () => {
  await restart({ billedMessages: 1 });
  expect(await say({ text: 'alo' })).toMatchObject({ error: -213 });
  await hoa.says('Chào');
  const answer = await say({ text: 'Chào chị Hoa' });
  expect(answer).toMatchObject({ error: 0, data: { user_id: hoa.id, quota: { quota_type: 'reply' } } });
  expect(await hoa.hears('Chào chị')).toMatchObject({ id: answer.data.message_id, by: 'oa' });
  zalo.timePasses({ hours: 49 });
  token = zalo.grants.issue().access_token;
  expect(await say({ text: 'hai ngày' })).toMatchObject({
    data: { quota: { quota_type: 'purchase_quota' } },
  });
  expect(await say({ text: 'nữa' })).toMatchObject({ error: -211 });
  zalo.timePasses({ days: 5 });
  token = zalo.grants.issue().access_token;
  expect(await say({ text: 'bảy ngày' })).toMatchObject({ error: -230 });
});

test('who follows may be written to, or not; who leaves or restricts may not', async () => {
  await hoa.follows();
  expect(await say({ text: 'Chào' })).toMatchObject({ error: 0 });
  await hoa.restricts();
  expect(await say({ text: 'Chào' })).toMatchObject({ error: -244 });
  await hoa.restricts(false);
  await hoa.unfollows();
  expect(await say({ text: 'Chào' })).toMatchObject({ error: -213 });
  await hoa.says('vẫn hỏi');
  expect(await say({ text: 'Chào' })).toMatchObject({ error: 0 });
  await restart({ followOpensWindow: false });
  await hoa.follows();
  expect(await say({ text: 'Chào' })).toMatchObject({ error: -232 });
});

test('2000 characters, counted after NFC; what is no message is refused', async () => {
  await hoa.says('Chào');
  expect(await say({ text: 'ế'.repeat(2000).normalize('NFD') })).toMatchObject({ error: 0 });
  expect(await say({ text: 'ế'.repeat(2001) })).toMatchObject({ error: -201 });
  for (const wrong of [{}, { text: ' ' }, { text: 5 }, { text: 'x', quote_message_id: 'không có' }])
    expect(await say(wrong)).toMatchObject({ error: -201 });
  expect(await say({ text: 'x' }, '1')).toMatchObject({ error: -201 });
  const unreadable = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } };
  expect(await call('/v3.0/oa/message/cs', unreadable)).toMatchObject({ error: -201 });
  expect(hoa.screen).toHaveLength(2);
});

test('an answer quotes what was said', async () => {
  const { id } = await hoa.says('Hồ sơ của tôi?');
  await say({ text: 'Đã xong', quote_message_id: id });
  expect((await hoa.hears('Đã xong')).quoted?.text).toBe('Hồ sơ của tôi?');
});

test('pictures: by address or by upload, JPG and PNG up to 1 MB, for seven days', async () => {
  await hoa.says('Chào');
  const small = await picture().png().toBuffer();
  const { data } = await upload('image', small, 'ảnh.png');
  const shown = (element: object) => say({ text: 'Ảnh đây', ...template('media', { elements: [element] }) });
  expect(await shown({ media_type: 'image', attachment_id: data.attachment_id })).toMatchObject({ error: 0 });
  const { shown: image } = await hoa.hears('Ảnh đây');
  if (image?.kind !== 'image') throw new Error('no picture');
  expect(Buffer.from(await (await fetch(image.url)).arrayBuffer())).toEqual(small);
  expect(image.name).toBe('ảnh.png');
  expect(await shown({ media_type: 'image', url: image.url })).toMatchObject({ error: 0 });
  expect(await shown({ media_type: 'image', url: `${zalo.root}/files/x/y` })).toMatchObject({ error: -201 });
  expect(await shown({ media_type: 'image' })).toMatchObject({ error: -201 });
  expect(await upload('image', await picture().webp().toBuffer(), 'a.webp')).toMatchObject({ error: -201 });
  expect(await upload('image', await noise(800).png().toBuffer(), 'a.png')).toMatchObject({ error: -201 });
  zalo.timePasses({ days: 8 });
  token = zalo.grants.issue().access_token;
  await hoa.says('Còn đó không?');
  expect(await shown({ media_type: 'image', attachment_id: data.attachment_id })).toMatchObject({
    error: -100,
  });
});

test('gifs need their size; files go by token, only documents', async () => {
  await hoa.says('Chào');
  const { data } = await upload('gif', await picture().gif().toBuffer(), 'a.gif');
  const gif = { media_type: 'gif', attachment_id: data.attachment_id };
  expect(await say(template('media', { elements: [gif] }))).toMatchObject({ error: -201 });
  expect(await say(template('media', { elements: [{ ...gif, width: 20, height: 20 }] }))).toMatchObject({
    error: 0,
  });
  const pdf = await upload('file', Buffer.from('%PDF-1.7 …'), 'biên nhận.pdf');
  const file = { attachment: { type: 'file', payload: { token: pdf.data.token } } };
  expect(await say(file)).toMatchObject({ error: 0 });
  expect(await hoa.hears(({ shown }) => shown?.kind === 'file')).toMatchObject({
    shown: { name: 'biên nhận.pdf' },
  });
  expect(await upload('file', Buffer.from('%PDF'), 'a.exe')).toMatchObject({ error: -201 });
  expect(await upload('file', Buffer.from('a,b'), 'a.csv')).toMatchObject({ error: -201 });
  expect(
    await upload('file', Buffer.concat([Buffer.from('%PDF'), Buffer.alloc(5 * 2 ** 20)]), 'a.pdf'),
  ).toMatchObject({ error: -201 });
  await restart({ uploadsPerMonth: 0, csvFiles: true });
  expect(await upload('file', Buffer.from('a,b'), 'a.csv')).toMatchObject({ error: -211 });
});

test('the card that asks for name and phone has exactly one element', async () => {
  await hoa.says('Chào');
  const element = { title: 'Liên hệ', subtitle: 'Để báo kết quả', image_url: 'https://a.vn/a.png' };
  const info = { name: 'Trần Thị Hoa', phone: '84912345678' };
  await expect(hoa.submitsInfo(info)).rejects.toThrow('was not asked');
  expect(await say(template('request_user_info', { elements: [element, element] }))).toMatchObject({
    error: -201,
  });
  expect(await say(template('request_user_info', { elements: [element] }))).toMatchObject({ error: 0 });
  await hoa.submitsInfo(info);
  expect(zalo.events.at(-1)).toMatchObject({ event_name: 'user_submit_info', info, sender: { id: hoa.id } });
  const detail = await call(
    `/v3.0/oa/user/detail?data=${encodeURIComponent(JSON.stringify({ user_id: hoa.id }))}`,
  );
  expect(detail.data).toMatchObject({ display_name: 'Chị Hoa', user_is_follower: false, shared_info: info });
});

test('buttons are refused unless they are switched on', async () => {
  await hoa.says('Chào');
  const buttons = [
    { type: 'oa.query.show', title: 'Không khí', payload: '1' },
    { type: 'oa.query.hide', title: 'Thôi', payload: '#thoi' },
    { type: 'oa.open.url', title: 'Trang tỉnh', payload: { url: 'https://a.vn' } },
  ];
  const message = template('button', { text: 'Về việc gì?', buttons });
  expect(await say(message)).toMatchObject({ error: -233 });
  await restart({ buttons: true });
  await hoa.says('Chào');
  expect(await say(message)).toMatchObject({ error: 0 });
  await hoa.hears('Về việc gì?');
  await hoa.presses('Không khí');
  expect(hoa.screen.at(-1)).toMatchObject({ by: 'person', text: '1' });
  await hoa.presses('Thôi');
  expect(hoa.screen.at(-1)?.text).toBe('1');
  expect(zalo.events.at(-1)?.message?.text).toBe('#thoi');
  await expect(hoa.presses('Trang tỉnh')).rejects.toThrow('does not hear');
  const six = Array.from({ length: 6 }, () => buttons[0]);
  expect(await say(template('button', { text: 'x', buttons: six }))).toMatchObject({ error: -201 });
});

test('templates: only approved ones, their data complete, promotions not at night', async () => {
  const params = { code: 20 };
  const texts = { text: 'Phản ánh <code> đã xong', params };
  await restart({
    templates: [
      { id: '1', ...texts, approved: true },
      { id: '2', ...texts, approved: false },
      { id: '3', ...texts, approved: true, promotion: true },
    ],
  });
  const send = (template_id: string, template_data: object) =>
    post('/v3.0/oa/message/template', { user_id: hoa.id, template_id, template_data, tracking_id: 't1' });
  const code = 'XH-2026-000001';
  expect(await send('1', { code })).toMatchObject({ error: 0, data: { sent_time: expect.any(String) } });
  expect((await hoa.hears('đã xong')).text).toBe(`Phản ánh ${code} đã xong`);
  expect(zalo.events.at(-1)?.message).toMatchObject({ tracking_id: 't1', delivery_time: expect.any(String) });
  expect(await send('4', { code })).toMatchObject({ error: -109 });
  expect(await send('2', { code })).toMatchObject({ error: -131 });
  expect(await send('1', {})).toMatchObject({ error: -111 });
  expect(await send('1', { code, more: 'x' })).toMatchObject({ error: -112 });
  expect(await send('1', { code: 'x'.repeat(21) })).toMatchObject({ error: -112 });
  const night = (24 + 23 - 7 - new Date().getUTCHours()) % 24;
  zalo.timePasses({ hours: night });
  token = zalo.grants.issue().access_token;
  expect(await send('3', { code })).toMatchObject({ error: -234 });
  zalo.timePasses({ hours: 9 });
  expect(await send('3', { code })).toMatchObject({ error: 0 });
});

test('people who are not signed in are answered in their conversation', async () => {
  const stranger = zalo.stranger();
  await stranger.says('Cho hỏi');
  const event = zalo.events.at(-1);
  expect(event).toMatchObject({ event_name: 'anonymous_send_text', sender: { id: stranger.id } });
  const conversation_id = event?.message?.conversation_id;
  const to = (recipient: object) => post('/v3.0/oa/message/cs', { recipient, message: { text: 'Chào bạn' } });
  expect(await to({ user_id: stranger.id })).toMatchObject({ error: -201 });
  expect(await to({ anonymous_id: stranger.id, conversation_id })).toMatchObject({ error: 0 });
  await stranger.hears('Chào bạn');
});

test('tokens are bare, and grow old; the old messages are gone; the OA can be looked at', async () => {
  expect(await call('/v2.0/oa/getoa')).toMatchObject({ error: 0, data: { oa_id: zalo.settings.oaId } });
  for (const path of ['/v2.0/oa/message', '/v3.0/oa/message/promotion', '/v3.0/oa/message/transaction'])
    expect(await post(path, {})).toMatchObject({ error: -240 });
  expect(await call('/v3.0/oa/nothing')).toMatchObject({ error: 404 });
  const bearer = await fetch(`${zalo.root}/v2.0/oa/getoa`, { headers: { authorization: `Bearer ${token}` } });
  expect(await bearer.json()).toMatchObject({ error: -216 });
  zalo.timePasses({ hours: 25 });
  expect(await call('/v2.0/oa/getoa')).toMatchObject({ error: -220 });
});

test('more requests a minute than allowed are refused, and the headers tell', async () => {
  await restart({ requestsPerMinute: 2 });
  const ask = () => fetch(`${zalo.root}/v2.0/oa/getoa`, { headers: { access_token: token } });
  // The next minute's first second, so that it does not end in between.
  zalo.timePasses({ minutes: (61_000 - (Date.now() % 60_000)) / 60_000 });
  expect((await ask()).headers.get('x-ratelimit-remain')).toBe('1');
  expect((await ask()).headers.get('x-ratelimit-limit')).toBe('2');
  expect(await (await ask()).json()).toMatchObject({ error: -32 });
  zalo.timePasses({ minutes: 1 });
  expect(await (await ask()).json()).toMatchObject({ error: 0 });
});

import { setTimeout as pause } from 'node:timers/promises';
import { STORY } from '../../citizen';
import type { Sent } from '../../emulators/botframework/connector';
import { PHOTO } from '../../photo';
import { openHouse } from './house';

jest.setTimeout(120_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse();
}, 300_000);
afterAll(() => house?.close());

const buttonsOf = ({ attachments = [] }: Sent): string[] =>
  attachments.flatMap(({ content }) => content?.buttons?.map(({ title }) => title) ?? []);
const offers = (button: string) => (sent: Sent) => buttonsOf(sent).includes(button);
const tells = (words: string) => (sent: Sent) => sent.text?.includes(words) ?? false;

test('a report from Teams with a photo is filed, answered by staff, and tells nobody who sent it', async () => {
  const { service } = house;
  const hoa = service.person('Nguyễn Thị Hoa');
  await hoa.opens();
  await hoa.hears(offers('Gửi phản ánh'));

  service.connector.files.set('anh-1', { type: 'image/png', bytes: PHOTO });
  const contentUrl = `${service.serviceUrl}v3/attachments/anh-1/views/original`;
  await hoa.says(`<p>${STORY}</p>`, {
    attachments: [{ contentType: 'image/*', contentUrl, name: 'khoi.png' }],
  });
  await hoa.hears(offers('Ẩn danh'));
  await hoa.says('Ẩn danh');
  await hoa.hears(offers('Đúng rồi'));
  // The line breaks under the next answers; the outbox carries them later, in their order.
  service.connector.faults.push({ status: 503, headers: { 'retry-after': '1' } }, { line: 'cut' });
  const confirmed = await hoa.says('Đúng rồi');
  const filed = await hoa.hears(({ text }) => /XH-\d{4}-\d{6}/.test(text ?? ''));
  const code = /XH-\d{4}-\d{6}/.exec(filed.text ?? '')?.[0] ?? '';

  // The connector delivers again what it was not sure of.
  const turns = (await house.all('turns')).length;
  expect((await service.post(confirmed)).status).toBe(200);
  expect(await house.all('turns')).toHaveLength(turns);
  expect(await house.all('tickets')).toMatchObject([{ code, channel: 'botframework', anonymous: true }]);

  const minh = await house.officer();
  const ticket = await minh.must<{ attachments: { name: string; size: number }[] }>(
    'GET',
    `/tickets/${code}`,
  );
  expect(ticket.attachments).toMatchObject([{ name: 'khoi.png', size: PHOTO.length }]);
  await minh.act(`/tickets/${code}/messages`, { text: 'Tổ công tác sẽ đến lúc 14 giờ.' });
  await hoa.hears(tells('Tổ công tác sẽ đến lúc 14 giờ.'));

  const told = hoa.heard.filter(({ type }) => type === 'message').map(({ text }) => text);
  expect(new Set(told).size).toBe(told.length);
  const kept = JSON.stringify(await Promise.all(['turns', 'tickets', 'conversations'].map(house.all)));
  for (const personal of ['Hoa', hoa.id, hoa.aadObjectId, hoa.conversation, service.serviceUrl]) {
    expect(kept).not.toContain(personal);
    expect(house.logged.join('')).not.toContain(personal);
  }
});

test('who moves to another part of the service is answered there', async () => {
  const { service } = house;
  const nam = service.person('Trần Văn Nam', 'directline');
  await nam.says('xin chào');
  await nam.hears(() => true);
  const moved = service.serviceUrl.replace('127.0.0.1', 'localhost');
  await nam.says('cảm ơn', { serviceUrl: moved });
  await nam.hears(tells('Không có gì'));
  expect(service.connector.hosts.at(-1)).toBe(new URL(moved).host);
});

test('who removed the bot is not written to any more', async () => {
  const { service } = house;
  const lan = service.person('Lan');
  service.connector.faults.push({ status: 403, code: 'ForbiddenOperationException' });
  await lan.says('gặp cán bộ');
  const dead = async () => {
    const turns = await house.all('turns');
    return turns.some(
      ({ out }) => (out as { delivery?: { state: string } }[])[0]?.delivery?.state === 'dead',
    );
  };
  for (const until = Date.now() + 30_000; !(await dead()); await pause(20))
    if (Date.now() > until) throw new Error('it was never given up');
  expect(lan.heard).toEqual([]);
});

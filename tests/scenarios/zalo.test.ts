import { MongoClient } from 'mongodb';
import { ZaloEmulator } from '../emulators/zalo/emulator';
import { HOUR } from '../emulators/zalo/clock';
import type { Person } from '../emulators/zalo/people';
import { Officer } from '../officer';
import { PHOTO } from '../photo';
import { endAll, System } from '../system';
import { until } from '../adapters/zalo/house';
import { codeIn, picks, secretIn } from './zalo-talk';

jest.setTimeout(180_000);

const STORY =
  'Nhà máy ở xã Yên Phong, tỉnh Bắc Ninh xả khói đen mù mịt từ tối hôm qua, cả xóm không thở được';

let zalo: ZaloEmulator;
let system: System;
let minh: Officer;

beforeAll(async () => {
  zalo = await new ZaloEmulator().start();
  system = await System.start({ env: { ...zalo.variables, PUBLIC_URL: 'http://xanh.test' } });
  await zalo.savesWebhook(`${system.base}/webhooks/zalo`);
  minh = await Officer.first(system);
});
afterAll(async () => {
  await endAll();
  await zalo.stop();
});

interface Transcript {
  transcript: { from: string; text: string; delivery: string | null; waitsFor?: string | null }[];
}

/** As staff read it. */
async function transcriptOf(code: string) {
  const { conversation } = await minh.must<{ conversation: string }>('GET', `/tickets/${code}/workspace`);
  return (await minh.must<Transcript>('GET', `/conversations/${conversation}`)).transcript;
}

/** A report with a photo, a place and a number, all by what Zalo has for it. */
async function reports(hoa: Person): Promise<{ code: string; secret: string }> {
  await hoa.follows();
  await hoa.hears('Xin chào');
  await hoa.says(STORY);
  await hoa.hears('Ẩn danh');
  await hoa.sendsImage(PHOTO, 'đây là ảnh', 'khoi.png');
  await hoa.hears('đã nhận 1 ảnh');
  await hoa.sendsLocation(21.2, 105.95);
  await picks(hoa, await hoa.hears('đã nhận vị trí'), 'Để lại liên hệ');
  await hoa.hears(({ shown }) => shown?.kind === 'requestInfo');
  await hoa.submitsInfo({ name: 'Trần Thị Hoa', phone: '84912345678' });
  await picks(hoa, await hoa.hears('đã đúng chưa'), 'Đúng rồi');
  const filed = await hoa.hears('Mã bí mật');
  return { code: codeIn(filed), secret: secretIn(filed) };
}

test('from a report to the answer of staff, news after 49 hours, the end and the stars', async () => {
  const hoa = zalo.person('Hoahoahoa');
  const { code, secret } = await reports(hoa);
  expect(secret).toMatch(/^[0-9A-Z]{10}$/);
  expect(await minh.must('GET', `/tickets/${code}`)).toMatchObject({
    status: 'received',
    reporter: { name: 'Trần Thị Hoa', phone: '+84912345678' },
    attachments: [{ type: 'image/png', size: PHOTO.length }],
    location: { lat: 21.2, lon: 105.95, communeCode: expect.any(String) as string },
  });
  await minh.act(`/tickets/${code}/messages`, { text: 'Chiều nay chúng tôi đến kiểm tra.' });
  await hoa.hears('Chiều nay chúng tôi đến kiểm tra.');

  await hoursPass(hoa, 49);
  await minh.act(`/tickets/${code}/moves`, { type: 'verify' });
  await waits(code);
  await hoa.says(`tra cứu ${code}`);
  // In this order, and nothing else between them.
  expect((await hoa.hears()).text).toContain('đang được xác minh');
  expect((await hoa.hears()).text).toContain(`Phản ánh ${code}`);
  await resolves(hoa, code);
});

/** What was said so far was said so many hours sooner, here and at Zalo. */
async function hoursPass({ id }: Person, hours: number): Promise<void> {
  const account = zalo.world.accounts.get(id);
  if (account) account.interactedAt = zalo.world.clock.now() - hours * HOUR;
  const mongo = await MongoClient.connect(system.mongodbUri());
  await mongo
    .db()
    .collection('turns')
    .updateMany({}, [{ $set: { at: { $subtract: ['$at', hours * HOUR] } } }]);
  await mongo.close();
}

/** The news is not on the phone, and staff are told why. */
async function waits(code: string): Promise<void> {
  const last = async () => (await transcriptOf(code)).at(-1);
  await until(async () => (await last())?.delivery === 'waiting', 'it waits');
  expect(await last()).toMatchObject({ waitsFor: 'ngoài 48 giờ' });
}

async function resolves(hoa: Person, code: string): Promise<void> {
  const { fileId } = await minh.upload(`/tickets/${code}/evidence`, 'hien-truong.png', PHOTO);
  await minh.act(`/tickets/${code}/moves`, {
    type: 'resolve',
    text: 'Nhà máy đã dừng lò đốt.',
    evidence: [fileId],
  });
  await picks(hoa, await hoa.hears('Nhà máy đã dừng lò đốt.'), 'Đã xong');
  await hoa.hears('sao');
  await hoa.says('5');
  await hoa.hears(/cảm ơn/i);
  expect(await minh.must('GET', `/tickets/${code}`)).toMatchObject({ status: 'closed' });
}

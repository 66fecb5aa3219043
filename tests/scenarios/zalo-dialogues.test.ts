import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeAir } from '../emulators/air';
import { ZaloEmulator } from '../emulators/zalo/emulator';
import type { Person } from '../emulators/zalo/people';
import { Officer, signUp } from '../officer';
import { endAll, System } from '../system';
import { codeIn, optionsIn, picks, secretIn } from './zalo-talk';

jest.setTimeout(180_000);

const DOSSIERS =
  'Mã hồ sơ;Người nộp;Thủ tục;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái;Trả qua bưu điện\n' +
  'H12.34-261102-0001;Lê Minh Tâm;Cấp đổi giấy chứng nhận;02/11/2026;20/11/2026;Chờ bổ sung;không\n';

const air = new FakeAir();
let zalo: ZaloEmulator;
let system: System;
let minh: Officer;
let hoa: Person;

beforeAll(async () => {
  const root = await air.open();
  const dust = { pm25: { units: 'µg/m³', values: [61, 61, 61] } };
  air.stations = [{ id: 1, name: 'Hà Nội', lat: 21.03, lon: 105.83, sensors: dust }];
  zalo = await new ZaloEmulator().start();
  const outside = { OPENAQ_API_KEY: 'key-of-the-test', OPENAQ_ROOT: root, OPEN_METEO_ROOT: root };
  system = await System.start({ env: { ...zalo.variables, ...outside } });
  await zalo.savesWebhook(`${system.base}/webhooks/zalo`);
  minh = await Officer.first(system);
});
beforeEach(() => {
  hoa = zalo.person('Hoahoahoa');
});
afterAll(async () => {
  await endAll();
  await Promise.all([zalo.stop(), air.close()]);
});

/** An option of the menu, by its number. */
async function fromMenu(option: string): Promise<void> {
  await hoa.says('xin chào');
  await picks(hoa, await hoa.hears('Xin chào'), option);
}

test('a procedure: by the menu, by words, and on by numbers', async () => {
  await fromMenu('Hỏi thủ tục');
  await hoa.hears('thủ tục');
  await hoa.says('làm sổ đỏ cần giấy tờ gì');
  await picks(hoa, await hoa.hears('Các giấy tờ cần chuẩn bị'), 'Nơi nộp');
  await hoa.hears('Nơi nhận hồ sơ và giải quyết');
  await hoa.says('lệ phí');
  await hoa.hears('Phí, lệ phí');
});

test('a dossier: by words, its code typed as it comes', async () => {
  const file = join(system.dataDir, 'list.csv');
  writeFileSync(file, DOSSIERS);
  const env = { ...process.env, DATA_DIR: system.dataDir };
  const load = spawn(process.execPath, [join('bin', 'hotline.js'), 'import', 'dossiers', file], { env });
  await once(load, 'close');
  await hoa.says('hồ sơ của tôi tới đâu rồi');
  await hoa.hears('mã hồ sơ');
  await hoa.says('h12 34 261102 0001');
  expect((await hoa.hears('Hồ sơ H12.34-261102-0001')).text).toContain('đang chờ bạn bổ sung giấy tờ');
});

test.each([
  ['by the place alone', 'Ba Đình, Hà Nội'],
  ['by its position', undefined],
])('the air: by the menu, then %s', async (_how, place) => {
  await fromMenu('Chất lượng không khí');
  await hoa.hears('không khí ở đâu');
  if (place === undefined) await hoa.sendsLocation(21.035, 105.83);
  else await hoa.says(place);
  await hoa.hears('Tôi đang xem không khí');
  expect((await hoa.hears('VN_AQI')).text).toContain('VN_AQI 118');
});

test('misconduct: what is said is for inspectors alone', async () => {
  await fromMenu('Gửi phản ánh');
  await picks(hoa, await hoa.hears('phản ánh chuyện gì'), 'Sai phạm của cán bộ');
  await hoa.hears('giữ kín');
  await hoa.says('cán bộ địa chính xã Yên Phong, tỉnh Bắc Ninh đòi tiền bồi dưỡng mới làm sổ đỏ');
  await hoa.hears('xảy ra khi nào');
  await hoa.says('Bỏ qua');
  const code = await endsAnonymously();
  expect((await minh.call('GET', `/tickets/${code}`)).status).toBe(404);
  const inspector = await signUp(system, { role: 'inspector' });
  expect(await inspector.must('GET', `/tickets/${code}`)).toMatchObject({
    lane: 'misconduct',
    anonymous: true,
  });
});

/** Up to the two codes, whatever is asked in between; everything by numbers where there are any. */
async function endsAnonymously(): Promise<string> {
  for (;;) {
    const said = await hoa.hears();
    const options = optionsIn(said);
    if (secretIn(said) !== '') return codeIn(said);
    if (options.includes('Đúng rồi')) await picks(hoa, said, 'Đúng rồi');
    else if (options.includes('Ẩn danh')) await picks(hoa, said, 'Ẩn danh');
    else if (said.text.includes('“Bỏ qua”')) await hoa.says('Bỏ qua');
  }
}

test('danger: the numbers to call come first, and three answers send it', async () => {
  await hoa.says('cháy kho hoá chất gần nhà tôi, khói độc, có người ngất');
  expect((await hoa.hears()).text).toMatch(/114.*115/);
  await hoa.hears('Chuyện xảy ra ở đâu');
  await hoa.says('xã Yên Phong, tỉnh Bắc Ninh');
  await picks(hoa, await hoa.hears('Khẩn'), 'Đúng rồi');
  const code = codeIn(await hoa.hears('Mã bí mật'));
  expect(await minh.must('GET', `/tickets/${code}`)).toMatchObject({ urgent: true });
});

test('a person of the staff: asked for, there, and gone again', async () => {
  await fromMenu('Gặp cán bộ');
  await hoa.hears('báo cán bộ');
  await hoa.says('tôi chờ ở đây ạ');
  await hoa.hears('cho cán bộ');
  const { items } = await minh.must<{ items: { id: string }[] }>('GET', '/conversations?holder=waiting');
  const id = items.at(-1)?.id ?? '';
  await minh.must('PUT', `/conversations/${id}/holder`);
  await hoa.hears('(cán bộ) đang trả lời bạn');
  await minh.act(`/conversations/${id}/messages`, { text: 'Chào bạn, tôi nghe đây.' });
  await hoa.hears('Chào bạn, tôi nghe đây.');
  await minh.must('DELETE', `/conversations/${id}/holder`);
  await hoa.hears('máy trả lời tự động');
});

test('the language: there and back, in the middle of a report', async () => {
  await fromMenu('English');
  await picks(hoa, await hoa.hears('Reply with a number:'), 'Send a report');
  await picks(hoa, await hoa.hears('Reply with a number:'), 'Pollution');
  await hoa.hears('tell me what is going on');
  await hoa.says('tiếng Việt');
  await hoa.hears('Từ giờ tôi nói tiếng Việt');
  await hoa.hears('kể giúp tôi');
});

test.each([
  ['by words', 'thôi không báo nữa'],
  ['by the number of the summary', undefined],
])('a report is given up %s, and nothing is sent', async (_how, words) => {
  await hoa.says('Nhà máy ở xã Yên Phong, tỉnh Bắc Ninh xả khói đen mù mịt từ tối hôm qua');
  await picks(hoa, await hoa.hears('Ẩn danh'), 'Ẩn danh');
  const summary = await hoa.hears('đã đúng chưa');
  if (words === undefined) await picks(hoa, summary, 'Hủy');
  else await hoa.says(words);
  await hoa.hears('chưa gửi gì');
});

test('a fine is told, and a report begun from it', async () => {
  await hoa.says('xả rác bị phạt bao nhiêu');
  await picks(hoa, await hoa.hears('Nghị định'), 'Gửi phản ánh');
  await hoa.hears('phản ánh chuyện gì');
});

test('a report is followed from another phone by its two codes', async () => {
  await hoa.says('Nhà máy ở xã Yên Phong, tỉnh Bắc Ninh xả khói đen mù mịt từ tối hôm qua');
  await picks(hoa, await hoa.hears('Ẩn danh'), 'Ẩn danh');
  await picks(hoa, await hoa.hears('đã đúng chưa'), 'Đúng rồi');
  const filed = await hoa.hears('Mã bí mật');
  hoa = zalo.person('Namnamnam');
  await fromMenu('Tra cứu phản ánh');
  await hoa.hears('mã phản ánh');
  await hoa.says(codeIn(filed));
  await hoa.hears('mã bí mật');
  await hoa.says(secretIn(filed));
  await hoa.hears(`Phản ánh ${codeIn(filed)}`);
});

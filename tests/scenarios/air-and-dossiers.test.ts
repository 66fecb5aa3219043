import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Citizen } from '../citizen';
import { FakeAir } from '../emulators/air';
import { endAll, System } from '../system';

const air = new FakeAir();
let system: System;

beforeAll(async () => {
  const root = await air.open();
  const env = { OPENAQ_API_KEY: 'key-of-the-test', OPENAQ_ROOT: root, OPEN_METEO_ROOT: root };
  system = await System.start({ env });
}, 120_000);
afterAll(async () => {
  await endAll();
  await air.close();
});

/** `npx hotline …`, beside the running system. */
async function operator(...args: string[]): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, DATA_DIR: system.dataDir };
  const child = spawn(process.execPath, [join('bin', 'hotline.js'), ...args], { env });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

test('a citizen asks about the air: told at once that it is looked up, and then how it is', async () => {
  const dust = { pm25: { units: 'µg/m³', values: [61, 61, 61] } };
  air.stations = [{ id: 1, name: 'Hà Nội', lat: 21.03, lon: 105.83, sensors: dust }];
  const citizen = await Citizen.arrive(system.base);
  await citizen.say('không khí ở phường Ba Đình, Hà Nội hôm nay thế nào');
  await citizen.hears(({ text }) => text?.includes('Tôi đang xem không khí') ?? false);
  const { text } = await citizen.hears((message) => message.text?.includes('VN_AQI') ?? false);
  expect(text).toContain('🟠 Không khí ở Phường Ba Đình, Hà Nội: Kém, VN_AQI 118.');
  expect(text).toContain('trạm “Hà Nội”');
  expect(air.asked.map(({ path }) => path).join()).not.toContain(citizen.conversationId);

  await citizen.say('còn ngày mai thì sao');
  const forecast = await citizen.hears((message) => message.text?.includes('Dự báo ngày mai') ?? false);
  expect(forecast.text).toContain('Phường Ba Đình, Hà Nội: Trung bình, VN_AQI khoảng 60.');

  air.faults.set('/', 'is busy');
  await citizen.say('còn Cà Mau thì sao');
  const unknown = await citizen.hears((message) => message.text?.includes('không có số liệu') ?? false);
  expect(unknown.text).toContain('Cà Mau');
  expect(system.output).not.toContain('key-of-the-test');
}, 60_000);

test('a list of dossiers is loaded beside the running system, and a citizen is told of one', async () => {
  const file = join(system.dataDir, 'list.csv');
  writeFileSync(
    file,
    'Mã hồ sơ;Người nộp;Thủ tục;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái;Trả qua bưu điện\n' +
      'H12.34-261102-0001;Lê Minh Tâm;Cấp đổi giấy chứng nhận;02/11/2026;20/11/2026;Chờ bổ sung;không\n',
  );
  const { code, output } = await operator('import', 'dossiers', file);
  expect({ code, output }).toEqual({
    code: 0,
    output: expect.stringContaining('Tiếp nhận: 1 (mới 1, cập nhật 0)'),
  });
  const citizen = await Citizen.arrive(system.base);
  expect((await citizen.ask('hồ sơ của tôi tới đâu rồi')).channelData?.ask).toBe('dossier_code');
  await citizen.say('h12 34 261102 0001');
  const { text } = await citizen.hears((message) => message.text?.includes('Hồ sơ H12') ?? false);
  expect(text).toContain('đang chờ bạn bổ sung giấy tờ');
  expect(text).not.toContain('Tâm');
}, 60_000);

/** Pictures of typical conversations on a phone, for the documentation: the page in a browser, against a running system. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/browser';
import { FakeAir } from '../tests/emulators/air';
import { Officer } from '../tests/officer';
import { System } from '../tests/system';
import { untilTheEnd } from './run/until-the-end';
import { pictured } from './conversations/phone';
import { type Story, STORIES } from './conversations/stories';

const FOLDER = join(process.cwd(), 'docs', 'images', 'conversations');
/** Larger ones make the documentation slow to read. */
const LARGEST = 150 * 1024;

const DOSSIERS = `Mã hồ sơ,Thủ tục,Ngày nhận,Ngày hẹn trả,Trạng thái,Ngày trả,Trả qua bưu điện,Ghi chú
H12.34-261102-0001,Đăng ký môi trường,02/11/2026,19/11/2026,in_progress,,không,
`;

const { values } = parseArgs({ options: { only: { type: 'string' } } });

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const air = new FakeAir();
  air.stations.push(HANG_DAU);
  const root = await air.open();
  const system = await System.start({ env: { OPENAQ_API_KEY: 'key', OPENAQ_ROOT: root } });
  const officer = await Officer.first(system);
  importDossiers(system);
  const browser = await launchBrowser();
  for (const story of STORIES.filter(({ name }) => values.only === undefined || name === values.only))
    await picture(browser, story, system, officer);
  await browser.close();
  await air.close();
}

const HANG_DAU = {
  id: 1,
  name: 'Hàng Đậu',
  lat: 21.041,
  lon: 105.848,
  sensors: { pm25: { units: 'µg/m³', values: [58, 61, 64, 60, 55, 52, 50, 49, 47, 45, 44, 43] } },
};

function importDossiers(system: System): void {
  const file = join(system.dataDir, 'dossiers.csv');
  writeFileSync(file, DOSSIERS);
  const command = [join(process.cwd(), 'bin', 'hotline.js'), 'import', 'dossiers', file];
  const env = { ...process.env, DATA_DIR: system.dataDir, MONGODB_URI: system.mongodbUri() };
  execFileSync(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function picture(browser: Browser, story: Story, system: System, officer: Officer): Promise<void> {
  const png = await pictured(browser, story, system.base, officer);
  writeFileSync(join(FOLDER, `${story.name}.png`), png);
  console.log(`${story.name}.png  ${Math.round(png.length / 1024)} kB`);
  if (png.length > LARGEST) throw new Error(`${story.name}.png is larger than ${LARGEST / 1024} kB`);
}

untilTheEnd(main);

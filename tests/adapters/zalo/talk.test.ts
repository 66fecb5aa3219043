import { MongoClient } from 'mongodb';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Person } from '../../emulators/zalo/people';
import type { Message } from '../../emulators/zalo/shapes';
import { Officer } from '../../officer';
import { PHOTO } from '../../photo';
import { endAll, System } from '../../system';

jest.setTimeout(120_000);

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

const codeIn = ({ text }: Message): string => /XH-\d{4}-\d{6}/.exec(text)?.[0] ?? '';

/** Answers with the number that stands before an option. */
async function picks(
  person: Person,
  question: Message,
  option: RegExp,
  as = (n: string) => n,
): Promise<void> {
  const lines = question.text.split('\n').filter((line) => /^\d+\. /.test(line));
  const line = lines.find((each) => option.test(each));
  if (line === undefined) throw new Error(`no such option: ${String(option)} in ${question.text}`);
  await person.says(as(parseInt(line, 10).toString()));
}

interface Ticket {
  status: string;
  lane: string;
  category: string;
  location: { text: string };
  attachments: unknown[];
}

test('from "báo cáo" to the answer of staff, by numbers, on a channel without buttons', async () => {
  const hoa = zalo.person('Hoahoahoa');
  await hoa.says('báo cáo');
  const lane = await hoa.hears('Trả lời bằng số');
  await picks(hoa, lane, /môi trường/);
  await hoa.hears('kể giúp tôi');
  await hoa.says('2 xe tải đổ rác thải xây dựng ra ruộng, bụi mù mịt cả xóm');
  const where = await hoa.hears(/ở đâu|địa chỉ|nơi/i);
  expect(where.text).not.toMatch(/^1\. /m);
  await hoa.says('xã Yên Phong, tỉnh Bắc Ninh');
  const anonymity = await hoa.hears('Để lại liên hệ');
  await hoa.sendsImage(PHOTO, 'đây là ảnh', 'a.png');
  await hoa.hears('Ẩn danh');
  await picks(hoa, anonymity, /Để lại liên hệ/, (n) => `số ${n} nhé`);
  await hoa.hears('Bạn cho xin tên');
  const card = await hoa.hears(({ shown }) => shown?.kind === 'requestInfo');
  expect(card.shown).toMatchObject({ imageUrl: 'http://xanh.test/logo.png' });
  await hoa.submitsInfo({ name: 'Trần Thị Hoa', phone: '84912345678' });
  const summary = await hoa.hears('đã đúng chưa');
  expect(summary.text).not.toContain('912345');
  await picks(hoa, summary, /Đúng rồi/, (n) => `${n}.`);
  const filed = await hoa.hears('Mã bí mật');
  const code = codeIn(filed);
  const ticket = await minh.must<Ticket>('GET', `/tickets/${code}`);
  expect(ticket).toMatchObject({
    status: 'received',
    lane: 'pollution',
    attachments: [{ type: 'image/png' }],
  });

  await minh.act(`/tickets/${code}/messages`, { text: 'Chiều nay chúng tôi đến kiểm tra.' });
  expect((await hoa.hears('Chiều nay chúng tôi đến kiểm tra.')).text).toMatch(/^👤 Cán bộ: /);
  await minh.act(`/tickets/${code}/moves`, { type: 'ask_citizen', text: 'Có mấy xe vậy ạ?' });
  await hoa.hears('Có mấy xe vậy ạ?');
  await hoa.says('2');
  await hoa.hears(`thêm vào phản ánh ${code}`);
  const after = await minh.must<{ events: { note: string | null }[] }>('GET', `/tickets/${code}`);
  expect(after.events.map(({ note }) => note)).toContain('2');
});

test('in English the numbers, the card and the name of staff are English', async () => {
  const tom = zalo.person('Tomtomtom');
  await tom.says('English please');
  const menu = await tom.hears('Reply with a number:');
  await picks(tom, menu, /report/i);
  await tom.hears('Reply with a number:');
  await tom.says('1');
  await tom.hears('tell me what is going on');
  await tom.says('Nhà máy xả khói đen mù mịt, khét lắm, ở xã Yên Phong, tỉnh Bắc Ninh từ tối hôm qua');
  const anonymity = await tom.hears(/anonym/i);
  await picks(tom, anonymity, /anonym/i);
  const summary = await tom.hears(/right\?|correct\?/i);
  await picks(tom, summary, /yes|correct|right/i);
  const code = codeIn(await tom.hears(/secret code/i));
  await minh.act(`/tickets/${code}/messages`, { text: 'We will come this afternoon.' });
  expect((await tom.hears('We will come')).text).toMatch(/^👤 Staff: /);
});

test('every option of the menu is had by its number, its words and its title', async () => {
  const nam = zalo.person('Namnamnam');
  await nam.says('xin chào');
  const menu = await nam.hears('Trả lời bằng số');
  const options = menu.text.split('\n').flatMap((line) => /^\d+\. (.*)$/.exec(line)?.[1] ?? []);
  expect(options.length).toBeGreaterThan(4);
  const answers: string[] = [];
  for (const [index, title] of options.entries()) {
    const heard: string[] = [];
    for (const words of [String(index + 1), title]) {
      const someone = zalo.person(`Ai đó ${index} ${words}`);
      await someone.says('xin chào');
      await someone.hears('Trả lời bằng số');
      await someone.says(words);
      heard.push((await someone.hears()).text.split('\n')[0] ?? '');
    }
    expect(heard[0]).toBe(heard[1]);
    answers.push(heard[0] ?? '');
  }
  expect(new Set(answers).size).toBe(options.length);
});

test('who it was stands in no log, no turn and no ticket', async () => {
  const mongo = await MongoClient.connect(system.mongodbUri());
  try {
    const all = await Promise.all(
      ['turns', 'tickets', 'conversations'].map((name) => mongo.db().collection(name).find().toArray()),
    );
    const stored = JSON.stringify(all) + system.output;
    const known = ['Hoahoahoa', 'Trần Thị Hoa', '912345678', ...zalo.world.accounts.keys()];
    expect(known.filter((secret) => stored.includes(secret))).toEqual([]);
    expect(system.output).not.toMatch(/unhandled|uncaught/i);
  } finally {
    await mongo.close();
  }
});

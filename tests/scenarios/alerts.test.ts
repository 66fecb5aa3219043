import { MongoClient } from 'mongodb';
import { Citizen } from '../citizen';
import { MailServer } from '../emulators/mail/smtp';
import { TelegramEmulator } from '../emulators/telegram/emulator';
import { endAll, System } from '../system';

jest.setTimeout(120_000);

const FIRE = 'Đang cháy kho hóa chất ở xã Yên Phong, tỉnh Bắc Ninh, khói mù mịt từ sáng nay, cứu với';

let mail: MailServer;
let telegram: TelegramEmulator;
let mongo: MongoClient | undefined;

beforeAll(async () => {
  [mail, telegram] = await Promise.all([new MailServer().start(), new TelegramEmulator().start()]);
});
afterAll(async () => {
  await mongo?.close();
  await endAll();
  await Promise.all([mail.stop(), telegram.stop()]);
});

it('an urgent report reaches the group and the mailbox, though the process dies while the mail is on its way', async () => {
  const group = telegram.group('Trực đường dây nóng', [telegram.person({ first_name: 'Lan' })]);
  mail.silent = true;
  const system = await System.start({
    env: {
      PUBLIC_URL: 'http://hotline.tinh.test',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ALERT_TELEGRAM_CHAT_ID: String(group.chatId),
      ALERT_EMAIL_TO: 'truc@tinh.test',
      ALERT_EMAIL_FROM: 'hotline@tinh.test',
      SMTP_URL: mail.url,
    },
  });
  const hoa = await Citizen.arrive(system.base);
  await hoa.say(FIRE);
  await hoa.hears(({ channelData }) => channelData?.ask === 'confirm');
  await hoa.say('Đúng rồi');
  const { channelData } = await hoa.hears((message) => Boolean(message.channelData?.ticket?.secret));
  const code = channelData?.ticket?.code ?? '';
  const posted = () =>
    telegram.calls('sendMessage').filter(({ params }) => JSON.stringify(params).includes(code));
  await telegram.when(() => posted().length > 0, 'the group was told');
  await mail.when(() => mail.heard > 0);
  await system.kill();
  expect(mail.mails).toEqual([]);

  mail.silent = false;
  await system.start();
  mongo = await MongoClient.connect(system.mongodbUri());
  const carriers = mongo.db().collection<{ _id: string }>('alert_carriers');
  // What the dead one held is free when its time is up: let it be up now.
  await carriers.updateMany({}, { $set: { until: new Date(0) } });
  await mail.when(() => mail.mails.length > 0);
  const [told] = mail.mails;
  expect(told?.to).toEqual(['truc@tinh.test']);
  expect(told?.text).toMatch(/^🔴 1 phản ánh khẩn\s+• XH-/);
  expect(told?.text).toContain(`http://hotline.tinh.test/staff/tickets/${code}`);
  expect(told?.text).toMatch(/Xã Yên Phong, Tỉnh Bắc Ninh/);
  expect(told?.text).not.toMatch(/mù mịt|cứu với/);

  const nam = await Citizen.arrive(system.base);
  await nam.say('cho tôi gặp cán bộ');
  await nam.hears(({ channelData }) => channelData?.['handoff'] === 'waiting');
  await carriers.updateMany({}, { $set: { until: new Date(0) } });
  await mail.when(() => mail.mails.length > 1);
  expect(mail.mails[1]?.text).toContain('💬 1 người dân đang chờ cán bộ');
  expect(mail.mails).toHaveLength(2);
  expect(posted()).toHaveLength(1);

  const ready = (await (await fetch(`${system.base}/readyz`)).json()) as { channels: object };
  expect(ready.channels).toMatchObject({ webchat: 'on', telegram: 'on', zalo: 'off' });
  expect(await system.stop()).toBe(0);
});

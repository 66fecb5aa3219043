import type { Attachment } from '../../../hotline/activity';
import type { Person } from '../../emulators/botframework/person';
import { type Bot, startBot } from './service';

const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info';
const PHOTO = Buffer.from('một tấm ảnh');

let bot: Bot;
let hoa: Person;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => {
  bot.conversations.log.clear();
  bot.service.connector.files.set('anh-1', { type: 'image/jpeg', bytes: PHOTO });
  hoa = bot.service.person('Hoa');
});
afterAll(() => bot.close());

const own = (path = 'v3/attachments/anh-1/views/original') => `${bot.service.serviceUrl}${path}`;
const shared = (path: string) => `${bot.service.cloud.fileHosts[0] ?? ''}${path}`;

/** The attachments of a message as they lie in the log. */
async function sent(...attachments: object[]): Promise<Attachment[]> {
  await hoa.says('', { attachments });
  return bot.conversations.all().at(-1)?.in?.attachments ?? [];
}
async function fetched(attachment: object) {
  const [file] = await sent(attachment);
  return bot.channel.fetch?.(file?.remote ?? '');
}

test('a picture that lies with the connector is fetched with the bot’s token', async () => {
  const [file] = await sent({ contentType: 'image/*', contentUrl: own(), name: 'ống khói.jpg' });
  expect(file).toEqual({
    contentType: 'image/*',
    name: 'ống khói.jpg',
    remote: expect.any(String) as string,
  });
  expect(await bot.channel.fetch?.(file?.remote ?? '')).toEqual({ name: 'ống khói.jpg', bytes: PHOTO });
});

test('a file of Teams is fetched without any token, and the log does not tell whose it is', async () => {
  bot.service.shared.set('/personal/hoa_tinh_gov_vn/bien-ban.pdf', PHOTO);
  const downloadUrl = shared('/personal/hoa_tinh_gov_vn/bien-ban.pdf?tempauth=1');
  const info = {
    contentType: TEAMS_FILE,
    name: 'bien-ban.pdf',
    contentUrl: 'https://x.sharepoint.com/a',
    content: { downloadUrl, fileType: 'pdf' },
  };
  const [file] = await sent(info);
  expect(JSON.stringify(bot.conversations.all())).not.toContain('hoa_tinh');
  expect(file).toMatchObject({ contentType: 'application/octet-stream', name: 'bien-ban.pdf' });
  expect(await bot.channel.fetch?.(file?.remote ?? '')).toEqual({ name: 'bien-ban.pdf', bytes: PHOTO });
});

test('a small file may come within the message', async () => {
  const contentUrl = `data:image/png;base64,${PHOTO.toString('base64')}`;
  expect((await fetched({ contentType: 'image/png', contentUrl, name: 'a.png' }))?.bytes).toEqual(PHOTO);
});

test.each([
  ['of this machine', () => 'file:///etc/passwd'],
  ['of the inner network', () => 'http://169.254.169.254/latest/meta-data'],
  ['that only ends like a known one', () => 'https://evilbotframework.com/a.jpg'],
  ['of a known host, unsealed', () => 'http://x.sharepoint.com/a.jpg'],
  ['that is another of the connector’s', () => own('v3/conversations/someone/members')],
])('an address %s is not opened', async (_what, contentUrl) => {
  const before = bot.service.login.asked;
  await expect(fetched({ contentType: 'image/png', contentUrl: contentUrl() })).rejects.toMatchObject({
    id: 'invalid',
  });
  expect(bot.service.login.asked).toBe(before);
});

test('what is gone is not found, what is too large is refused, what fails is tried again', async () => {
  const gone = { contentType: 'image/png', contentUrl: own('v3/attachments/anh-2/views/original') };
  await expect(fetched(gone)).rejects.toMatchObject({ id: 'not_found' });
  bot.service.connector.files.set('to', { type: 'video/mp4', bytes: Buffer.alloc(100_001) });
  const large = { contentType: 'video/mp4', contentUrl: own('v3/attachments/to/views/original') };
  await expect(fetched(large)).rejects.toMatchObject({ id: 'too_large' });
  await expect(bot.channel.fetch?.('not sealed by us')).rejects.toMatchObject({ id: 'not_found' });
});

test('a redirect is followed without the token, and only to where files are', async () => {
  bot.service.shared.set('/kho/anh.jpg', PHOTO);
  bot.service.connector.moved.set('anh-3', shared('/kho/anh.jpg'));
  bot.service.connector.moved.set('anh-4', 'http://169.254.169.254/latest/meta-data');
  const moved = (id: string) =>
    fetched({ contentType: 'image/jpeg', contentUrl: own(`v3/attachments/${id}/views/original`) });
  expect((await moved('anh-3'))?.bytes).toEqual(PHOTO);
  await expect(moved('anh-4')).rejects.toMatchObject({ id: 'invalid' });
});

test('a token that was taken back is replaced by the next try', async () => {
  bot.service.login.revoke();
  const [file] = await sent({ contentType: 'image/jpeg', contentUrl: own() });
  await expect(bot.channel.fetch?.(file?.remote ?? '')).rejects.toThrow('401');
  expect((await bot.channel.fetch?.(file?.remote ?? ''))?.bytes).toEqual(PHOTO);
});

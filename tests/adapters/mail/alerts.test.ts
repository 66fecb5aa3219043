import { mailAlerts } from '../../../adapters/mail/alerts';
import { MailServer } from '../../emulators/mail/smtp';

const message = {
  key: 'abc123',
  subject: '[Hotline Xanh] 🔴 2 phản ánh khẩn, 💬 1 người dân đang chờ cán bộ',
  text: '🔴 2 phản ánh khẩn\n• XH-2026-000001 · Ô nhiễm: Nước thải · Phường Ba Đình, Thành phố Hà Nội\n.\nhết',
};

let server: MailServer;
beforeEach(async () => {
  server = await new MailServer().start();
});
afterEach(() => server.stop());

const carrier = (to: readonly string[] = ['truc@tinh.test', 'lanhdao@tinh.test']) =>
  mailAlerts({
    name: 'email',
    reaches: 'hotline',
    smtpUrl: server.url,
    from: 'hotline@tinh.test',
    to: async () => to,
  });

it('brings the message to everybody, letter for letter, with an id that is the same for the same alerts', async () => {
  await carrier().send(message);
  await carrier().send(message);
  const [first, second] = server.mails;
  expect(first).toMatchObject({ from: 'hotline@tinh.test', to: ['truc@tinh.test', 'lanhdao@tinh.test'] });
  expect(first?.headers.get('subject')).toBe(message.subject);
  expect(first?.text.replace(/\r\n/g, '\n')).toBe(message.text);
  expect(first?.headers.get('message-id')).toBe('<abc123@tinh.test>');
  expect(second?.headers.get('message-id')).toBe(first?.headers.get('message-id'));
  expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
});

it('fails when the mail server refuses, or is not there', async () => {
  server.refusals.push('451 4.3.0 come back later');
  await expect(carrier().send(message)).rejects.toThrow('451');
  const gone = carrier();
  await server.stop();
  await expect(gone.send(message)).rejects.toThrow();
  server = await new MailServer().start();
});

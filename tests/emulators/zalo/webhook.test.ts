import { REAL_PATIENCE, type Settings } from './settings';
import { ZaloEmulator } from './emulator';
import { Listener, macOver, type Got } from './listener';

let zalo: ZaloEmulator;
let listener: Listener;

beforeEach(async () => {
  listener = await new Listener().start();
});
afterEach(async () => {
  await zalo.stop();
  await listener.stop();
});

async function start(settings: Partial<Settings> = {}): Promise<void> {
  zalo = await new ZaloEmulator(settings).start();
  zalo.setWebhook(listener.url);
}

/** A call that came, which the test is sure of. */
function nth(n: number): Got {
  const got = listener.got[n];
  if (!got) throw new Error(`only ${listener.got.length} calls came`);
  return got;
}

test('events are signed over their very bytes with the secret of the OA', async () => {
  await start();
  await zalo.person('Chị Hoa').says('Ô nhiễm nước thải');
  await zalo.allTaken();
  const { raw, event, headers } = nth(0);
  const { appId, oaSecret, oaId } = zalo.settings;
  expect(event).toMatchObject({ event_name: 'user_send_text', app_id: appId, recipient: { id: oaId } });
  expect(event.message?.text).toBe('Ô nhiễm nước thải');
  expect(BigInt(event.sender?.id ?? 0)).toBeGreaterThan(2n ** 53n);
  expect(headers['x-zevent-signature']).toBe(macOver(appId, raw, event.timestamp, oaSecret));
  expect(headers['num_retry']).toBeUndefined();
});

test('where the sources differ: time of the header, secret of the app, OA first, escaped letters', async () => {
  await start({
    signing: { timestamp: 'header', secret: 'app', first: 'oa_id' },
    escapedBodies: true,
  });
  await zalo.person('Chị Hoa').says('Khói đen https://a.vn/b');
  await zalo.allTaken();
  const { raw, event, headers } = nth(0);
  const time = String(headers['x-zevent-timestamp']);
  expect(raw.toString()).toContain('Kh\\u00f3i \\u0111en https:\\/\\/a.vn\\/b');
  expect(event.message?.text).toBe('Khói đen https://a.vn/b');
  expect(headers['x-zevent-signature']).toBe(macOver(zalo.settings.oaId, raw, time, zalo.settings.appSecret));
});

test('saving the address checks it with an unsigned {}', async () => {
  await start();
  await zalo.savesWebhook(listener.url);
  expect(nth(0).raw.toString()).toBe('{}');
  expect(nth(0).headers['x-zevent-signature']).toBeUndefined();
  listener.answer = () => 401;
  await expect(zalo.savesWebhook(listener.url)).rejects.toThrow('401');
});

test('what is not taken comes again up the ladder, holding up nobody, and is lost after its end', async () => {
  await start({ patience: REAL_PATIENCE, receipts: false });
  const hoa = zalo.person('Chị Hoa');
  listener.answer = ({ event }) => (event.message?.text === 'hỏng' ? 500 : 200);
  await hoa.says('hỏng');
  await hoa.says('sau');
  for (const [n, minutes] of [0.5, 5, 15, 30, 60].entries()) {
    await zalo.when(() => zalo.attempts.length === n + 2, `try ${n + 1}`);
    expect(listener.got).toHaveLength(n + 2);
    zalo.timePasses({ minutes });
  }
  await zalo.allTaken();
  const tries = listener.got.filter(({ event }) => event.message?.text === 'hỏng');
  expect(tries.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2', '3', '4', '5']);
  expect(new Set(tries.map(({ raw }) => raw.toString())).size).toBe(1);
  expect(zalo.lost.map(({ message }) => message?.text)).toEqual(['hỏng']);
});

test('who answers too late, or refuses to the end, may be switched off', async () => {
  await start({ patience: { answerWithinMs: 50, waitsMs: [] }, webhookEndsAfterLoss: true });
  listener.answer = () => new Promise(() => {});
  const hoa = zalo.person('Chị Hoa');
  await hoa.says('alo');
  await zalo.allTaken();
  expect(zalo.attempts.map(({ outcome }) => outcome)).toEqual(['late']);
  await hoa.says('còn ai không');
  expect(zalo.undelivered).toEqual([]);
});

test('repeated, held, redelivered, in disorder', async () => {
  await start();
  const hoa = zalo.person('Chị Hoa');
  zalo.repeatEach(1);
  zalo.holdEvents();
  await hoa.says('một');
  await hoa.says('hai');
  expect(listener.got).toEqual([]);
  zalo.disorderly = true;
  zalo.releaseEvents();
  await zalo.allTaken();
  zalo.redeliver(zalo.events.slice(0, 1));
  await zalo.allTaken();
  const texts = listener.events.map(({ message }) => message?.text);
  expect(texts.sort()).toEqual(['hai', 'hai', 'một', 'một', 'một']);
  expect(new Set(listener.events.map(({ message }) => message?.msg_id)).size).toBe(2);
});

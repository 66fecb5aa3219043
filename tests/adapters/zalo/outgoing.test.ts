import sharp from 'sharp';
import type { Attachment } from '../../../hotline/activity';
import type { Answerer } from '../../../hotline/conversation/conversations';
import type { Delivery } from '../../../hotline/conversation/turn';
import { openDatabase, type TestDatabase } from '../../database';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Person } from '../../emulators/zalo/people';
import type { Settings } from '../../emulators/zalo/settings';
import { NoGrant, type ZaloOptions } from '../../../adapters/zalo';
import { movingGif, noise } from '../../files/pictures';
import { House, until, houseOnZalo } from './house';

jest.setTimeout(60_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
afterEach(async () => {
  await house.close();
  await zalo.stop();
  for (const name of ['turns', 'leases', 'identities'])
    await database.connection.collection(name).deleteMany({});
});

async function begin(settings: Partial<Settings> = {}, options: Partial<ZaloOptions> = {}): Promise<void> {
  ({ zalo, house } = await houseOnZalo(database.connection, settings, options));
  hoa = zalo.person('Chị Hoa');
  await hoa.says('chào');
  await hoa.hears('nghe: chào');
}

const lan = { id: 'lan', name: 'Chị Lan' };
let keys = 0;
const say = (message: { text?: string; attachments?: Attachment[] }, to = hoa) =>
  house.centre.conversations.say(
    house.conversation(to.id),
    lan,
    { type: 'message', ...message },
    `k${++keys}`,
  );

const shown = (person: Person = hoa) =>
  person.screen.filter(({ by }) => by === 'oa').map(({ text }) => text.replace('👤 Cán bộ: ', ''));

/** What became of all but the first answer. */
const deliveries = async (of = hoa): Promise<Delivery[]> =>
  (await house.turns(of.id)).flatMap(({ out }) => out.flatMap(({ delivery }) => delivery ?? [])).slice(1);

async function becomes(state: Delivery['state'], count = 1): Promise<Delivery[]> {
  await until(
    async () => (await deliveries()).filter((each) => each.state === state).length === count,
    `${count} messages are ${state}`,
  );
  return deliveries();
}

/** What is to be tried again is due at once: nobody waits for the pauses. */
async function hurry(): Promise<void> {
  const far = new Date(Date.now() + 90 * 24 * 60 * 60_000);
  await database.connection
    .collection('turns')
    .updateMany({ deliverAfter: { $lt: far } }, { $set: { deliverAfter: new Date(0) } });
}

const isLater = async (): Promise<boolean> =>
  (await database.connection.collection('turns').countDocuments({ deliverAfter: { $gt: new Date() } })) > 0;

describe('what Zalo refuses', () => {
  test.each([-213, -244])('%i: the citizen wants to hear nothing, until they write again', async (error) => {
    await begin();
    zalo.faults.next('message/cs', 1, { error });
    await say({ text: 'một' });
    expect((await becomes('dead'))[0]).toMatchObject({ unreachable: true, reason: `Zalo ${error}` });
    const listed = () => house.stores.lists.find(house.conversation(hoa.id));
    await until(async () => (await listed())?.unreachable !== undefined, 'staff see it');
  });

  test.each([-201, -233, -240, -248])('%i: this message is given up, others go', async (error) => {
    await begin();
    zalo.faults.next('message/cs', 1, { error });
    await say({ text: 'một' });
    await say({ text: 'hai' });
    await hoa.hears('hai');
    expect((await becomes('dead'))[0]).not.toHaveProperty('unreachable');
  });

  test.each([-32, -211, -218, -234])('%i: it waits, and goes', async (error) => {
    await begin();
    zalo.faults.next('message/cs', 1, { error });
    await say({ text: 'một' });
    expect((await becomes('failed'))[0]).toMatchObject({ reason: `Zalo ${error}`, tries: 1 });
    expect(await isLater()).toBe(true);
    expect(house.line.filter((each) => each !== 'up')).toEqual([]);
  });

  test.each([-221, -224, -227])(
    '%i: it waits until the OA is mended, and operators are told',
    async (error) => {
      await begin();
      zalo.faults.next('message/cs', 1, { error });
      await say({ text: 'một' });
      await becomes('failed');
      expect(house.line.at(-1)).toContain(String(error));
      // What is said next finds the line mended; the first goes first.
      await hurry();
      await say({ text: 'hai' });
      await hoa.hears('hai');
      await becomes('sent', 2);
      expect(shown()).toEqual(['nghe: chào', 'một', 'hai']);
      expect(house.line.at(-1)).toBe('up');
    },
  );

  test('an unknown error is tried again, and given up in the end', async () => {
    await begin();
    zalo.faults.share('message/cs', 1, { error: -999 });
    await say({ text: 'một' });
    expect((await becomes('failed'))[0]).toMatchObject({ reason: 'Zalo -999', tries: 1 });
    const turns = database.connection.collection('turns');
    await turns.updateMany({ 'out.delivery.state': 'failed' }, { $set: { 'out.0.delivery.tries': 7 } });
    await hurry();
    await becomes('dead');
  });

  test('a token that is refused is renewed once, and the call made once more', async () => {
    await begin();
    zalo.timePasses({ hours: 26 });
    await say({ text: 'một' });
    await hoa.hears('một');
    expect(zalo.calls('message/cs').map(({ error }) => error)).toEqual([0, -220, 0]);
  });

  test('without consent everything waits, and says so', async () => {
    let consents = false;
    zalo = await new ZaloEmulator().start();
    const token = () =>
      consents ? Promise.resolve(zalo.grants.issue().access_token) : Promise.reject(new NoGrant('none'));
    house = await House.open({
      emulator: zalo,
      connection: database.connection,
      options: { grant: { token, another: token } },
    });
    await zalo.savesWebhook(`${house.url}/webhooks/zalo`);
    hoa = zalo.person('Chị Hoa');
    await hoa.says('chào');
    await until(() => house.line.at(-1)?.includes('Cấp quyền') === true, 'operators are told');
    expect(zalo.calls('message/cs')).toEqual([]);
    consents = true;
    await hurry();
    await hoa.hears('nghe: chào');
  });
});

describe('the line', () => {
  test('a call that ended in the dark is made once more, when the line is seen to work; order stays', async () => {
    await begin();
    zalo.faults.next('message/cs', 1, { drop: 'after' });
    zalo.faults.next('getoa', 1, { drop: 'before' });
    await say({ text: 'một' });
    await say({ text: 'hai' });
    await until(async () => {
      await hurry();
      return shown().includes('hai');
    }, 'all have come');
    expect(shown()).toEqual(['nghe: chào', 'một', 'một', 'hai']);
    await becomes('sent', 2);
    expect((await deliveries()).map(({ doubts = 0 }) => doubts)).toEqual([1, 0]);
    expect(zalo.calls('getoa').map(({ outcome }) => outcome)).toEqual(['dropped', 200]);
  });

  test('502 is known not to have been sent; 504 is not known', async () => {
    await begin();
    zalo.faults.next('message/cs', 1, { status: 502 });
    await say({ text: 'một' });
    await becomes('failed');
    zalo.faults.next('message/cs', 1, { status: 504 });
    await hurry();
    await becomes('uncertain');
    await hurry();
    await becomes('sent');
    expect(shown()).toEqual(['nghe: chào', 'một']);
  });

  test('the requests that are left in a minute are spread over it', async () => {
    const { Pace } = await import('../../../adapters/zalo/pace');
    const pace = new Pace();
    const minute = 60_000 * 1_000;
    pace.note({ limit: 4_000, remain: 3_000 }, minute + 30_000);
    expect(await pace.turn(minute + 30_000)).toBeUndefined();
    expect(await pace.turn(minute + 30_000)).toBeUndefined();
    pace.note({ limit: 4_000, remain: 5 }, minute + 30_000);
    expect(await pace.turn(minute + 30_000)).toBeUndefined();
    expect(await pace.turn(minute + 30_000)).toBe(6_000);
    pace.note({ limit: 4_000, remain: 0 }, minute + 40_000);
    expect(await pace.turn(minute + 40_000)).toBe(20_000);
    expect(await pace.turn(minute + 60_000)).toBeUndefined();
  });
});

describe('texts and files', () => {
  const save = (name: string, bytes: Buffer) =>
    house.stores.files.save({ name, bytes, conversation: house.conversation(hoa.id), by: 'staff' });
  const attached = async (name: string, bytes: Buffer): Promise<Attachment> => {
    const { id, type, size } = await save(name, bytes);
    return { contentType: type, name, fileId: id, size };
  };
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  );
  const picture = (side = 20) =>
    sharp({ create: { width: side, height: side, channels: 3, background: '#753' } })
      .png()
      .toBuffer();

  test('a long text goes in pieces of at most 2,000 signs, composed', async () => {
    await begin();
    const long = `${'Ô nhiễm nặng ở đây. '.repeat(50).trim()}\n\n`.repeat(5).trim();
    await say({ text: long.normalize('NFD') });
    const pieces = (): string[] => shown().slice(1);
    const all = long.replace(/\s+/g, ' ');
    await until(() => pieces().join(' ').replace(/\s+/g, ' ') === all, 'all have come');
    expect(pieces().length).toBeGreaterThan(2);
    expect(pieces().every((piece) => piece.length <= 2_000)).toBe(true);
  });

  test('a picture with its words, a paper by itself; each is uploaded once in seven days', async () => {
    await begin();
    const photo = await attached('hiện trường.png', await picture());
    const paper = await attached('biên bản.pdf', pdf);
    await say({ text: 'Hiện trường', attachments: [photo] });
    expect((await hoa.hears('Hiện trường')).shown).toMatchObject({ kind: 'image' });
    await say({ text: 'Tất cả đây', attachments: [photo, paper] });
    await hoa.hears(({ text, shown: file }) => text.includes('Tất cả đây') && file === undefined);
    await hoa.hears(({ shown: file }) => file?.kind === 'image');
    expect((await hoa.hears(({ shown: file }) => file?.kind === 'file')).shown).toMatchObject({
      name: 'biên bản.pdf',
    });
    expect([zalo.calls('upload/image').length, zalo.calls('upload/file').length]).toEqual([1, 1]);
    zalo.timePasses({ days: 8 });
    await hoa.says('còn đó không');
    await zalo.allTaken();
    await say({ text: 'Gửi lại', attachments: [photo] });
    await until(async () => {
      await hurry();
      return shown().includes('Gửi lại');
    }, 'it was uploaded anew');
    expect(zalo.calls('message/cs').some(({ error }) => error === -100)).toBe(true);
    expect(zalo.calls('upload/image')).toHaveLength(2);
  });

  const bytesShown = async (text: string) => {
    const { shown: file } = await hoa.hears(text);
    if (!file || !('url' in file)) throw new Error('nothing is shown');
    return { kind: file.kind, bytes: Buffer.from(await (await fetch(file.url)).arrayBuffer()) };
  };

  test('a picture too large as a copy goes coarser, as large as it was', async () => {
    await begin();
    await say({ text: 'Ảnh', attachments: [await attached('a.jpg', await noise(1_600))] });
    const { kind, bytes } = await bytesShown('Ảnh');
    expect(kind).toBe('image');
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1_600, height: 1_600 });
  });

  test('a GIF goes on moving; one that stands still is a picture', async () => {
    await begin();
    await say({ text: 'Động', attachments: [await attached('a.gif', movingGif(3))] });
    const { kind, bytes } = await bytesShown('Động');
    expect(kind).toBe('gif');
    expect(await sharp(bytes, { animated: true }).metadata()).toMatchObject({ format: 'gif', pages: 3 });
    await say({ text: 'Tĩnh', attachments: [await attached('b.gif', movingGif(1))] });
    expect((await bytesShown('Tĩnh')).kind).toBe('image');
    expect([zalo.calls('upload/gif').length, zalo.calls('upload/image').length]).toEqual([1, 1]);
  });

  test('what Zalo cannot show is said in words', async () => {
    await begin();
    await say({
      text: 'Bản ghi',
      attachments: [{ contentType: 'video/mp4', name: 'a.mp4', fileId: 'f'.repeat(24) }],
    });
    await hoa.hears('a.mp4');
    await becomes('sent', 2);
  });

  test('a broken upload has shown nothing: the message is not in doubt', async () => {
    await begin();
    zalo.faults.next('upload/image', 1, { drop: 'after' });
    const photo = await attached('a.png', await picture());
    await say({ text: 'Ảnh', attachments: [photo] });
    await becomes('failed');
    await hurry();
    await hoa.hears('Ảnh');
    expect(shown()).toEqual(['nghe: chào', 'Ảnh']);
    expect(zalo.calls('message/cs')).toHaveLength(2);
  });
});

test('two processes deliver what there is once, in order', async () => {
  await begin();
  const other = await House.open({ emulator: zalo, connection: await database.another() });
  try {
    const texts = Array.from({ length: 8 }, (_, k) => `tin ${k}`);
    for (const [k, text] of texts.entries()) {
      const { conversations } = (k % 2 ? house : other).centre;
      await conversations.say(house.conversation(hoa.id), lan, { type: 'message', text }, `both${k}`);
    }
    await until(() => shown().length === 9, 'all have come');
    expect(shown().slice(1)).toEqual(texts);
  } finally {
    await other.close();
  }
});

describe('options', () => {
  const actions = ['Có', 'Không'].map((title) => ({ type: 'imBack', title, value: `chọn ${title}` }));
  const link = { type: 'openUrl', title: 'Trang tỉnh', value: 'https://bacninh.gov.vn' };
  const answer: Answerer = ({ activity, state }) => {
    const text = `nghe: ${activity?.text ?? ''}`;
    const asks = activity?.text === 'hỏi';
    const out = { type: 'message', text, ...(asks && { suggestedActions: { actions: [...actions, link] } }) };
    return Promise.resolve({ out: [{ activity: out }], state });
  };

  async function beginWith(buttons: boolean): Promise<void> {
    zalo = await new ZaloEmulator({ buttons }).start();
    const options = { buttons: true };
    house = await House.open({ emulator: zalo, connection: database.connection, answer, options });
    await zalo.savesWebhook(`${house.url}/webhooks/zalo`);
    hoa = zalo.person('Chị Hoa');
    await hoa.says('hỏi');
  }

  test('are buttons where these are switched on', async () => {
    await beginWith(true);
    const { buttons = [] } = await hoa.hears('nghe: hỏi');
    expect(buttons.map(({ type, title }) => [type, title])).toEqual([
      ['oa.query.show', 'Có'],
      ['oa.query.show', 'Không'],
      ['oa.open.url', 'Trang tỉnh'],
    ]);
    await hoa.presses('Không');
    await hoa.hears('nghe: chọn Không');
  });

  test('are numbered after all when Zalo knows no buttons, and nothing is lost or asked twice', async () => {
    await beginWith(false);
    const { text } = await hoa.hears('Trả lời bằng số');
    expect(text).toBe('nghe: hỏi\nTrang tỉnh: https://bacninh.gov.vn\nTrả lời bằng số:\n1. Có\n2. Không');
    await hoa.says('2');
    await hoa.hears('nghe: chọn Không');
    await hoa.says('hỏi');
    await hoa.hears('Trả lời bằng số');
    expect(zalo.calls('message/cs').map(({ error }) => error)).toEqual([-233, 0, 0, 0]);
    expect(house.logged.filter(({ message }) => message.includes('buttons'))).toHaveLength(1);
  });
});

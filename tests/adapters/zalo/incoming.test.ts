import { Seal } from '../../../adapters/seal';
import { addressOf, recipientOf } from '../../../adapters/zalo/id';
import { openDatabase, type TestDatabase } from '../../database';
import type { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Person } from '../../emulators/zalo/people';
import { PHOTO } from '../../photo';
import { type House, KEY, until, houseOnZalo } from './house';
import { post, signed } from './post';

jest.setTimeout(60_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
  ({ zalo, house } = await houseOnZalo(database.connection));
});
afterAll(async () => {
  await zalo.stop();
  await house.close();
  await database.close();
});
beforeEach(() => {
  hoa = zalo.person('Chị Hoa');
});

/** What somebody said, as it lies in the log, oldest first. */
async function saidBy(address: string) {
  await zalo.allTaken();
  return (await house.turns(address)).flatMap(({ in: said }) => (said ? [said] : []));
}
/** The same without what came of its files meanwhile. */
const plain = async (address: string) =>
  (await saidBy(address)).map(({ attachments, ...said }) => ({
    ...said,
    ...(attachments && {
      attachments: attachments.map(({ contentType: _type, fileId: _id, ...file }) => file),
    }),
  }));
const unusable = (name: string, refused = 'unusable') => ({ name, refused });
const remote = expect.any(String) as unknown;

describe('what people do on their phones becomes', () => {
  test('texts, links and places', async () => {
    await hoa.says('Ống khói xả khói đen 🏭\u0000\u0007');
    await hoa.sendsLink('https://bao.vn/khoi', 'Khói ở tổ 5');
    await hoa.sendsLocation(21.59, 105.84);
    expect(await plain(hoa.id)).toEqual([
      { type: 'message', text: 'Ống khói xả khói đen 🏭' },
      { type: 'message', text: 'https://bao.vn/khoi' },
      { type: 'message', entities: [{ type: 'GeoCoordinates', latitude: 21.59, longitude: 105.84 }] },
    ]);
  });

  test('files that are still to be fetched, with the words beside them', async () => {
    await hoa.sendsImage(PHOTO, 'khói đây');
    await hoa.sendsFile({ name: 'đơn.pdf', bytes: Buffer.from('%PDF-1.4') });
    await hoa.sendsVideo({ name: 'a.mp4', bytes: PHOTO }, 'bãi rác');
    await hoa.sendsAudio(PHOTO);
    await hoa.sendsGif(PHOTO);
    await zalo.allTaken();
    const turns = (await house.turns(hoa.id)).filter((turn) => turn.in);
    const seal = new Seal('zalo files', KEY);
    expect(turns.map(({ in: said }) => said?.text)).toEqual([
      'khói đây',
      undefined,
      'bãi rác',
      undefined,
      undefined,
    ]);
    const sealed = turns.map(({ in: said }) => seal.open(said?.attachments?.[0]?.remote ?? ''));
    expect(sealed.map((each) => (JSON.parse(each ?? '{}') as { name: string }).name)).toEqual([
      ...['ảnh.jpg', 'đơn.pdf', 'video.mp4', 'ghi-âm.aac', 'ảnh.gif'],
    ]);
  });

  test('what nobody can use, named', async () => {
    await hoa.sendsSticker();
    await hoa.sendsBusinessCard({ name: 'Bác tổ trưởng', phone: '0987654321' });
    expect(await plain(hoa.id)).toEqual([
      { type: 'message', attachments: [unusable('nhãn dán')] },
      { type: 'message', attachments: [unusable('danh thiếp', 'unproven_contact')] },
    ]);
    const told = (await house.turns(hoa.id)).flatMap(({ out }) => out.map(({ activity }) => activity.text));
    expect(told.join('\n')).toMatch(/nhãn dán[\s\S]*không rõ danh thiếp này của ai/);
    expect(JSON.stringify(await house.turns(hoa.id))).not.toContain('987654321');
  });

  test('a greeting, once, for who follows; who leaves is written to no more until they come back', async () => {
    await hoa.follows();
    await zalo.allTaken();
    await hoa.unfollows();
    await zalo.allTaken();
    const away = (await house.turns(hoa.id)).at(-1);
    expect(away).toMatchObject({ cause: { type: 'reach', reachable: false }, out: [] });
    expect(away?.state.unreachable).toBeInstanceOf(Date);
    await hoa.follows();
    await zalo.allTaken();
    zalo.redeliver(zalo.events.filter(({ follower }) => follower?.id === hoa.id));
    await zalo.allTaken();
    const turns = await house.turns(hoa.id);
    expect(turns.at(-1)?.state.unreachable).toBeUndefined();
    expect(turns.flatMap(({ out }) => out.map(({ activity }) => activity.text))).toEqual(['Xin chào']);
    await hoa.unfollows();
    await hoa.says('tôi đây');
    await zalo.allTaken();
    expect((await house.turns(hoa.id)).at(-1)?.state.unreachable).toBeUndefined();
  });

  test('name and phone, private, without the address that came along', async () => {
    const sender = { id: hoa.id };
    const info = { name: 'Lê Thị Hoa', phone: '84912345678', address: '5 ngõ 7', city: 'Thái Nguyên' };
    const { appId: app_id } = zalo.settings;
    const body = JSON.stringify({
      app_id,
      event_name: 'user_submit_info',
      timestamp: '1790000000007',
      sender,
      info,
    });
    for (let n = 0; n < 2; n++) expect((await post(house, body, signed(zalo, body))).status).toBe(200);
    const [turn, ...others] = await house.turns(hoa.id);
    expect(turn).toMatchObject({
      private: true,
      in: { text: '••• ••• 678', channelData: { contact: true } },
    });
    expect(others).toEqual([]);
    const identity = await house.stores.identities.of(house.conversation(hoa.id));
    expect(identity?.words).toEqual({ 1: 'Tôi tên Lê Thị Hoa, số 0912345678' });
    expect(JSON.stringify(await house.turns(hoa.id))).not.toMatch(/ngõ 7|Thái Nguyên/);
  });

  test('nothing, when it is only what the OA sent itself, or that it was seen', async () => {
    await hoa.says('alo');
    await zalo.allTaken();
    const { appId: app_id, oaId } = zalo.settings;
    const names = ['oa_send_text', 'oa_send_image', 'user_seen_message', 'user_received_message'];
    for (const event_name of [
      ...names,
      'user_click_chatnow',
      'user_send_group_text',
      'user_reacted_message',
    ]) {
      const ids = { sender: { id: oaId }, recipient: { id: hoa.id } };
      const message = { msg_id: 'oa1', text: 'chào', msg_ids: ['oa1'] };
      const body = JSON.stringify({ app_id, event_name, timestamp: '1790000000009', ...ids, message });
      expect((await post(house, body, signed(zalo, body))).status).toBe(200);
    }
    expect(await plain(hoa.id)).toEqual([{ type: 'message', text: 'alo' }]);
    expect(await house.turns(oaId)).toEqual([]);
    expect(house.logged.filter(({ message }) => message.includes('cannot be read'))).toEqual([]);
  });

  test('who is not signed in has a conversation of their own, and can be answered there', async () => {
    const guest = zalo.stranger();
    await guest.says('tôi không có tài khoản');
    await guest.hears('nghe: tôi không có tài khoản');
    await zalo.allTaken();
    const conversation = zalo.events.at(-1)?.message?.conversation_id;
    const address = addressOf(guest.id, conversation);
    expect(await plain(address)).toEqual([{ type: 'message', text: 'tôi không có tài khoản' }]);
    expect((await house.stores.identities.of(house.conversation(address)))?.address).toBe(address);
    expect(recipientOf(address)).toEqual({ anonymous_id: guest.id, conversation_id: conversation });
    expect(recipientOf(hoa.id)).toEqual({ user_id: hoa.id });
  });
});

/** As they were seen and written down elsewhere, in the forms that differ. */
describe('recorded forms', () => {
  const forms: [string, object, unknown][] = [
    [
      'location, coordinates as numbers',
      {
        attachments: [{ type: 'location', payload: { coordinates: { latitude: 10.79, longitude: 106.78 } } }],
      },
      [{ type: 'message', entities: [{ type: 'GeoCoordinates', latitude: 10.79, longitude: 106.78 }] }],
    ],
    [
      'location without a place',
      { attachments: [{ type: 'location', payload: { coordinates: { latitude: '', longitude: '' } } }] },
      [{ type: 'message', attachments: [unusable('tin nhắn loại này')] }],
    ],
    [
      'location off the globe, with words',
      {
        text: 'ở đây',
        attachments: [{ type: 'location', payload: { coordinates: { latitude: '91', longitude: '0' } } }],
      },
      [{ type: 'message', text: 'ở đây', attachments: [unusable('tin nhắn loại này')] }],
    ],
    [
      'file with its size as text, an unsafe name and more than we know',
      {
        attachments: [
          {
            type: 'file',
            payload: { url: 'https://f.zdn.vn/a', name: 'đơn\u0000.pdf', size: '123', checksum: 'x' },
          },
        ],
      },
      [{ type: 'message', attachments: [{ name: 'đơn.pdf', size: 123, remote }] }],
    ],
    [
      'two pictures in one event',
      { attachments: [1, 2].map((n) => ({ type: 'image', payload: { url: `https://f.zdn.vn/${n}` } })) },
      [{ type: 'message', attachments: [1, 2].map(() => ({ name: 'ảnh.jpg', remote })) }],
    ],
    [
      'attachments that nobody knows',
      { text: 'xem này', attachments: [{ type: 'constructor', payload: {} }] },
      [{ type: 'message', text: 'xem này', attachments: [unusable('tin nhắn loại này')] }],
    ],
    ['half of a sign', { text: 'khói \ud83c' }, [{ type: 'message', text: 'khói \ufffd' }]],
    ['nothing at all', {}, []],
    ['words that are none', { text: { $gt: '' } }, []],
    ['an id that is none', { msg_id: { $ne: 1 }, text: 'chào' }, []],
  ];

  test.each(forms)('%s', async (_name, message, said) => {
    const { appId: app_id, oaId } = zalo.settings;
    const body = JSON.stringify({
      event_name: 'user_send_text',
      app_id,
      user_id_by_app: '7',
      sender: { id: hoa.id },
      recipient: { id: oaId },
      timestamp: 1790000000011,
      message: { msg_id: 'r1', ...message },
    });
    expect((await post(house, body, signed(zalo, body))).status).toBe(200);
    const heard = (await plain(hoa.id)).map(({ attachments, ...each }) => ({
      ...each,
      ...(attachments && {
        attachments: attachments.map((file) =>
          file.remote === undefined
            ? file
            : { name: file.name, remote: file.remote, ...(file.size && { size: file.size }) },
        ),
      }),
    }));
    expect(heard).toEqual(said);
  });
});

test('nothing of who writes is in the log or in what is logged', async () => {
  const anh = zalo.person('Anhanhanh');
  await anh.says('xin chào');
  await anh.sendsImage(PHOTO);
  await zalo.allTaken();
  await until(
    async () => (await saidBy(anh.id)).some(({ attachments }) => attachments?.[0]?.fileId),
    'the file is here',
  );
  const turns = JSON.stringify(await database.connection.collection('turns').find().toArray());
  const { appSecret, oaSecret } = zalo.settings;
  const known = [anh.id, 'Anhanhanh', `${zalo.root}/files`, appSecret, oaSecret];
  expect(known.filter((secret) => (turns + JSON.stringify(house.logged)).includes(secret))).toEqual([]);
  expect((await house.stores.identities.of(house.conversation(anh.id)))?.address).toBe(anh.id);
});

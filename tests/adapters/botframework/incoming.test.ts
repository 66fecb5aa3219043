import type { Inbound } from '../../../hotline/conversation/conversations';
import type { Person } from '../../emulators/botframework/person';
import { type Bot, ONLY_PERSONAL, startBot } from './service';

let bot: Bot;
let hoa: Person;
let came: Inbound[];
beforeAll(async () => {
  bot = await startBot();
  const receive = bot.conversations.receive.bind(bot.conversations);
  bot.conversations.receive = (inbound) => {
    came.push(inbound);
    return receive(inbound);
  };
});
beforeEach(() => {
  came = [];
  bot.conversations.log.clear();
  hoa = bot.service.person('Nguyễn Thị Hoa');
});
afterAll(() => bot.close());

const post = (what: object, by = hoa) => bot.service.post(by.activity(what));
const mention = (text: string) => ({
  type: 'mention',
  text,
  mentioned: { id: `28:${bot.service.app.appId}`, name: 'Hotline Xanh' },
});

describe('a message', () => {
  test('is a turn of a conversation that tells nothing about its citizen', async () => {
    const id = '1732300000001';
    const answer = await post({ type: 'message', id, text: 'Nước kênh đen ngòm' });
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    expect(came[0]).toMatchObject({
      channel: 'botframework',
      eventId: `bf/msteams/${id}`,
      activity: { type: 'message', text: 'Nước kênh đen ngòm', locale: 'vi-VN' },
    });
    const { address, ...rest } = came[0] ?? {};
    expect(JSON.parse(address ?? '')).toMatchObject({
      serviceUrl: bot.service.serviceUrl,
      channelId: 'msteams',
      conversation: hoa.conversation,
      user: hoa.id,
    });
    for (const personal of ['Hoa', hoa.id, hoa.aadObjectId, hoa.conversation, bot.service.app.tenantId])
      expect(JSON.stringify(rest)).not.toContain(personal);
  });

  test('of the same conversation has the same id and mark, of another one others', async () => {
    await post({ type: 'message', text: 'một' });
    await post({ type: 'message', text: 'hai' });
    await post({ type: 'message', text: 'ba' }, bot.service.person('Nam'));
    const [one, two, three] = came;
    expect(two?.conversation).toBe(one?.conversation);
    expect(two?.addressMark).toBe(one?.addressMark);
    expect(three?.conversation).not.toBe(one?.conversation);
    expect(three?.addressMark).not.toBe(one?.addressMark);
  });

  test('that comes twice is one turn', async () => {
    const activity = hoa.activity({ type: 'message', text: 'Khói' });
    expect((await bot.service.post(activity)).status).toBe(200);
    expect((await bot.service.post(activity)).status).toBe(200);
    expect(bot.conversations.all()).toHaveLength(1);
  });

  test('that cannot be written is to come again, and is taken then', async () => {
    bot.conversations.away = true;
    const activity = hoa.activity({ type: 'message', text: 'Khói' });
    expect((await bot.service.post(activity)).status).toBe(503);
    bot.conversations.away = false;
    expect((await bot.service.post(activity)).status).toBe(200);
    expect(bot.conversations.all().map(({ in: said }) => said?.text)).toEqual(['Khói']);
  });

  test.each([
    ['the bot called by its name', '<at>Hotline Xanh</at> khói đen ở xã Tân Hiệp', 'khói đen ở xã Tân Hiệp'],
    ['another one named', 'gặp <at>chú Ba</at> nhé', 'gặp chú Ba nhé'],
    [
      'lines and letters in HTML',
      '<p>Ch&aacute;y r&#225;c</p><p>mùi&nbsp;khét</p>',
      'Ch&aacute;y rác\nmùi khét',
    ],
    ['breaks', 'một<br/>hai<br>ba', 'một\nhai\nba'],
    ['bold and links', '<b>Cấp</b> <a href="https://x.vn/a?b=1">ở đây</a>', 'Cấp ở đây'],
    ['an emoji of Teams', 'vui <emoji id="s" alt="🙂" title="Smile"></emoji>', 'vui 🙂'],
    ['signs that are no tags', 'pH < 5 và > 2, <3, a<b', 'pH < 5 và > 2, <3, a<b'],
    ['escaped signs', '5 &lt; 7 &amp;&amp; 8 &gt; 2', '5 < 7 && 8 > 2'],
    ['half a letter and a zero byte', 'a\u0000b\ud800c&#0;d', 'ab\ufffdcd'],
  ])('with %s', async (_what, text, plain) => {
    await post({ type: 'message', text, entities: [mention('<at>Hotline Xanh</at>')] });
    expect(came[0]?.activity?.text).toBe(plain);
  });

  test('of a channel without mark-up is left letter for letter', async () => {
    const nam = bot.service.person('Nam', 'facebook');
    await post({ type: 'message', text: ' <b>a</b> &amp; <br> ' }, nam);
    expect(came[0]?.activity?.text).toBe('<b>a</b> &amp; <br>');
  });

  test('with a place carries the point', async () => {
    const geo = { type: 'GeoCoordinates', latitude: 21.03, longitude: 105.85 };
    await post({ type: 'message', entities: [{ type: 'Place', name: 'Nhà tôi', geo }] });
    await post({ type: 'message', text: 'x', entities: [{ ...geo, latitude: 91 }] });
    expect(came.map(({ activity }) => activity?.entities)).toEqual([[geo], undefined]);
  });

  test.each([
    ['nothing', { type: 'message' }],
    [
      'only the HTML of Teams',
      { type: 'message', attachments: [{ contentType: 'text/html', content: '<p> </p>' }] },
    ],
    ['a form that is not ours', { type: 'message', value: { a: 1 } }],
    [
      'a card',
      { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] },
    ],
  ])('that says %s is passed over', async (_what, activity) => {
    expect((await post(activity)).status).toBe(200);
    expect(came).toEqual([]);
  });

  test('that is too long is refused', async () => {
    expect((await post({ type: 'message', text: 'x'.repeat(20_001) })).status).toBe(413);
    expect((await post({ type: 'message', text: 'x'.repeat(300_000) })).status).toBe(413);
    expect(came).toEqual([]);
  });

  test('whose answer takes long shows that somebody is writing', async () => {
    const slow = await startBot(async ({ state }) => {
      await slow.service.connector.hears(({ type }) => type === 'typing');
      return { out: [], state };
    });
    const lan = slow.service.person('Lan');
    await lan.says('Khói');
    expect(lan.heard.map(({ type }) => type)).toEqual(['typing']);
    await slow.close();
  });
});

describe('what else happens', () => {
  test('opening the conversation greets once', async () => {
    await hoa.opens();
    await hoa.opens();
    expect(bot.conversations.all()).toHaveLength(1);
    expect(came[0]).toMatchObject({ eventId: 'start', cause: { type: 'start' } });
  });

  test.each([
    ['typing', {}, 200],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }] }, 200],
    ['messageUpdate', { text: 'sửa lại' }, 200],
    ['messageDelete', {}, 200],
    ['endOfConversation', {}, 200],
    ['event', { name: 'application/vnd.microsoft.readReceipt' }, 200],
    ['conversationUpdate', { membersRemoved: [{ id: 'x' }] }, 200],
    ['installationUpdate', { action: 'remove' }, 200],
    ['invoke', { name: 'adaptiveCard/action' }, 501],
    ['something/new', {}, 200],
  ])('%s leaves no turn', async (type, more, status) => {
    expect((await post({ type, ...more })).status).toBe(status);
    expect(came).toEqual([]);
  });

  test.each(['groupChat', 'channel', 'meeting'])(
    'a %s is told once to write in private, and not listened to',
    async (kind) => {
      const conversation = { id: `19:${kind}@thread.v2`, conversationType: kind, isGroup: true };
      const said = { type: 'message', text: '<at>Hotline Xanh</at> ông A nhận tiền', conversation };
      for (const each of [
        said,
        said,
        { type: 'conversationUpdate', membersAdded: [{ id: 'x' }], conversation },
      ])
        expect((await post(each)).status).toBe(200);
      const told = await bot.service.connector.hears((sent) => sent.conversation === conversation.id);
      expect(told.text).toBe(ONLY_PERSONAL);
      expect(bot.service.connector.sent.filter((sent) => sent.conversation === conversation.id)).toHaveLength(
        1,
      );
      expect(came).toEqual([]);
    },
  );
});

import * as moves from '../../hotline/ticket/moves';
import { bothWays } from './both-ways';
import { talk } from './talk';

const language = (citizen: ReturnType<typeof talk>) => citizen.state()?.language ?? 'vi';

describe('the language', () => {
  it.each([
    ['English please', 'en'],
    ["I don't speak Vietnamese", 'en'],
    ['nói tiếng Anh đi', 'en'],
    ['doi sang tieng anh', 'en'],
    ['English', 'en'],
    ['tiếng Việt', 'vi'],
    ['Vietnamese please', 'vi'],
  ])('%j: %s', async (words, wanted) => {
    const citizen = talk();
    await citizen.says(words);
    expect(language(citizen)).toBe(wanted);
  });

  it('goes there and back, by the button of the menu too', async () => {
    const citizen = talk();
    const english = await citizen.says('English');
    expect(english.text).toContain('I speak English');
    expect(english.options).toContain('tiếng Việt');
    expect((await citizen.says('tiếng Việt')).text).toContain('tiếng Việt');
    expect(language(citizen)).toBe('vi');
  });

  it.each(['한국어', '中文', 'nói tiếng Trung được không', 'speak korean'])(
    '%j is told which there are',
    async (words) => {
      const citizen = talk();
      expect((await citizen.says(words)).text).toContain('English');
      expect(language(citizen)).toBe('vi');
    },
  );

  it('in the middle of a report the report goes on in the other one', async () => {
    const citizen = talk();
    await citizen.says('tôi muốn phản ánh');
    await citizen.says('Ô nhiễm môi trường');
    const answer = await citizen.says('English please');
    expect(answer.text).toContain('English');
    expect(answer.ask).toBe('description');
    expect(answer.text).toContain('Please tell me');
  });

  it('news of a report are told in it, dates too', async () => {
    const citizen = talk();
    await citizen.says('Tối qua ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, đen ngòm');
    await citizen.says('Ẩn danh');
    await citizen.says('đúng rồi');
    await citizen.says('English please');
    const news = await citizen.staff('XH-2026-000001', moves.verify);
    expect(news?.text).toContain('is being verified');
    expect((await citizen.says('status')).text).toMatch(/17:00 on \d\d\/\d\d\/2026/);
  });
});

describe('short English is understood', () => {
  it.each([
    ['I want to report', 'category'],
    ['report a problem', 'category'],
    ['check my report', 'ticket_code'],
    ['status', 'ticket_code'],
    ['help', 'choice'],
    ['hello', 'choice'],
    ['what can you do?', 'choice'],
  ])('%j asks %s', async (words, ask) => {
    const citizen = talk();
    await citizen.says('English please');
    const answer = await citizen.says(words);
    expect(answer.ask).toBe(ask);
    expect(answer.text).toMatch(/[a-z]/);
  });

  it('a whole report by its buttons and commands', async () => {
    const citizen = talk();
    await citizen.says('English please');
    await citizen.says('report');
    const lane = await citizen.says('Pollution of the environment');
    expect(lane.options ?? []).toBeDefined();
    expect((await citizen.says('cancel')).text).toContain('stopped');
  });

  it('a short word that may be either is answered in Vietnamese, and told how to change', async () => {
    expect((await talk().says('hello')).text).toContain('Just type “English”');
  });

  it.each([
    'There is black smoke from a factory near my house in Ba Dinh ward, Hanoi',
    "someone is dumping rubble on the rice fields in Cư M'gar commune, Dak Lak",
    'how much is the fine for burning straw?',
    'what happened to my report?',
    'I want to talk to a human',
  ])('who never chose and writes %j is answered in English, and told of the other', async (words) => {
    const citizen = talk();
    const answer = await citizen.says(words);
    expect(answer.text).toContain('send “tiếng Việt”');
    expect(answer.text).not.toMatch(/Cảm ơn|bạn/);
    expect((await citizen.says('tiếng Việt')).text).toContain('Từ giờ tôi nói tiếng Việt');
    await citizen.says('there is a smell of waste from the plant');
    expect(language(citizen)).toBe('vi');
  });

  it.each([
    ['my neighbor burns trash every evening in Yen Phong commune, Bac Ninh', 'Xã Yên Phong'],
    ['Waste water is dumped every night behind the market of Ba Dinh ward, Hanoi', 'Phường Ba Đình'],
  ])('the place of an English story is read: %j', async (words, commune) => {
    const citizen = talk();
    expect((await citizen.says(words)).ask).toBe('time');
    await citizen.says('since last week');
    expect((await citizen.says('stay anonymous')).text).toContain(`Where: ${commune}, `);
  });

  it('in danger what to do is said first', async () => {
    const { messages } = await talk().says('Help, there is a gas leak at the factory, people are fainting');
    expect(messages[0]?.text).toContain('114');
    expect(messages[1]?.text).toContain('I answer in English');
  });

  it('thanks and goodbye', async () => {
    const citizen = talk();
    await citizen.says('English please');
    expect((await citizen.says('thank you so much')).text).toContain('welcome');
    expect((await citizen.says('bye')).text).toContain('Goodbye');
  });
});

bothWays('Vietnamese words that look English change nothing', async (citizen) => {
  await citizen.says('ô nhiễm không khí quá');
  await citizen.says(
    'quán House of Coffee and Tea ở phường Ba Đình, Hà Nội mở nhạc tới khuya không ai ngủ được',
  );
  expect(citizen.state()?.language).toBeUndefined();
});

import { penalties } from '../../bot/topics/regulations/answer';
import { ruleReader } from '../../bot/topics/regulations/reading';
import { voicesOf } from '../../bot/words';
import { fold } from '../../nlp/fold';
import { content } from '../town/content';
import { MANNERS, talkIn } from './without-accents';

describe.each(MANNERS)('%s', (_manner, spelt) => {
  const citizen = () => talkIn(spelt);

  it.each([
    ['vứt rác ra đường bị phạt bao nhiêu tiền', 'phạt 1.000.000 – 2.000.000 đồng'],
    ['Vứt mẩu thuốc lá ra đường phạt bao nhiêu', 'phạt 100.000 – 150.000 đồng'],
    ['tiểu bậy ngoài đường bị phạt bao nhiêu', 'phạt 150.000 – 250.000 đồng'],
    ['không phân loại rác bị phạt mấy triệu', 'phạt đến 1.000.000 đồng'],
    ['vứt chai nhựa xuống sông bị phạt thế nào', 'phạt 1.000.000 – 2.000.000 đồng'],
    ['đổ nước thải ra vỉa hè bị phạt bao nhiêu', 'phạt 1.000.000 – 2.000.000 đồng'],
  ])('%s: the range, by which article, how surely, and that it can be reported', async (question, range) => {
    const answer = await citizen().says(question);
    expect(answer.text).toContain(range);
    expect(answer.text).toContain('Điều 25, Nghị định 45/2022/NĐ-CP');
    expect(answer.text).toContain('Đã đối chiếu với nguồn');
    expect(answer.text).toContain('gấp 2 lần (điểm này cần cán bộ xác nhận)');
    expect(answer.text).toContain('cơ quan có thẩm quyền quyết định');
    expect(answer.options).toContain('tôi muốn phản ánh');
  });

  it.each([
    ['đốt rơm bị phạt bao nhiêu', 'Đốt rơm rạ'],
    ['hát karaoke khuya bị phạt mấy triệu', 'Gây tiếng ồn'],
    ['lấn chiếm đất công bị phạt thế nào', 'Nghị định 123/2024/NĐ-CP'],
    ['khai thác cát trái phép bị phạt bao nhiêu', 'Nghị định 36/2020/NĐ-CP'],
    ['đổ xà bần xuống kênh phạt bao nhiêu', 'xà bần'],
    ['bắn chim trời có bị phạt không', 'động vật hoang dã'],
    ['nhà máy xả nước thải vượt quy định bị phạt bao nhiêu', 'Xả nước thải'],
  ])('%s: no figure where none was checked', async (question, told) => {
    const { text } = await citizen().says(question);
    expect(text).toContain(told);
    expect(text).toContain('chưa có mức phạt đã kiểm chứng');
    expect(text).not.toMatch(/\d{3} đồng/);
  });

  it.each([
    'QCVN 40 còn hiệu lực không',
    'đất trồng cây lâu năm được xây chuồng trại tối đa mấy phần trăm',
    'nuôi yến mở loa tới mấy giờ thì bị phạt',
    'trại heo phải cách nhà dân bao nhiêu mét',
    'tiếng ồn ban đêm khu dân cư tối đa bao nhiêu dB',
  ])('%s: not known, and not guessed', async (question) => {
    const { text, options } = await citizen().says(question);
    expect(text).toMatch(/chưa có thông tin đã kiểm chứng|chưa có con số đã kiểm chứng/);
    expect(text).not.toMatch(/\d{3} đồng/);
    expect(options).toContain('gặp cán bộ');
  });

  it('goes on from one act to the next, then to the highest fine', async () => {
    const hoa = citizen();
    await hoa.says('vứt rác ra đường bị phạt bao nhiêu tiền');
    expect((await hoa.says('thế còn tàn thuốc')).text).toContain('100.000 – 150.000');
    expect((await hoa.says('còn đốt rơm thì sao')).text).toContain('Đốt rơm rạ');
    expect((await hoa.says('mức phạt cao nhất về môi trường là bao nhiêu')).text).toContain(
      '1.000.000.000 đồng',
    );
  });

  it('in the middle of a report it is answered, and the report goes on', async () => {
    const hoa = citizen();
    await hoa.says('nhà máy xả nước thải đen ngòm ra kênh, cá chết trắng từ tối qua');
    const answer = await hoa.says('vứt rác ra đường bị phạt bao nhiêu tiền');
    expect(answer.text).toContain('1.000.000 – 2.000.000');
    expect(answer.ask).toBe('location');
  });

  it.each([
    ['đây nhận những phản ánh gì', 'ba loại chuyện'],
    ['phản ánh ở đây có bí mật không', 'mã hóa'],
    ['ẩn danh được không', 'Bạn ẩn danh'],
    ['cho xin số điện thoại đường dây nóng', '114'],
    ['phản ánh có mất phí không', 'không mất tiền'],
    ['phản ánh khác gì tố cáo', 'Nghị định 31/2019/NĐ-CP'],
  ])('about the hotline itself: %s', async (question, told) => {
    expect((await citizen().says(question)).text).toContain(told);
  });
});

const { regulations } = content;
const questionIn = ruleReader(regulations);
const voices = voicesOf(content.locales);

describe.each(regulations.entries.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  it.each(entry.says)('is known by %j, with and without accents', (phrase) => {
    expect(questionIn(`${phrase} bị phạt bao nhiêu`).entries.map((each) => each.id)).toContain(id);
    if (phrase.includes(' '))
      expect(questionIn(fold(`${phrase} bị phạt bao nhiêu`)).entries.map((each) => each.id)).toContain(id);
  });

  it.each(['vi', 'en'] as const)('has a whole answer in %s', (language) => {
    const { text = '', channelData } = penalties(voices[language], regulations, {
      entries: [entry],
      limit: false,
    });
    expect(text).toContain(entry.name);
    expect(text).not.toMatch(/\{\{|undefined|null|NaN/);
    expect(text.includes(entry.decree ?? entry.name)).toBe(true);
    expect(/\d{3} đồng/.test(text)).toBe(entry.fines.length > 0);
    expect(channelData?.ask).toBe('choice');
  });
});

it('only what was seen in a source has an amount and an article', () => {
  for (const { fines, article, confidence } of regulations.entries)
    if (fines.length > 0 || article !== undefined) expect(confidence).toBe('verified');
});

import { withoutCourtesy } from '../../nlp/courtesy';
import { fold, readText } from '../../nlp/fold';
import { understand } from '../town/content';
import { monday } from '../town/people';

const matterOf = (text: string): string | undefined => withoutCourtesy(readText(text))?.text;
const read = (text: string) => understand(text, monday);

describe('what frames a story is set aside', () => {
  it.each([
    ['Cháu ơi, biển ăn vô sâu quá.', 'biển ăn vô sâu quá.'],
    ['Alo, dạ em chào anh chị, cho em báo chút, bụi quá trời!', 'bụi quá trời!'],
    ['Dạ em báo ạ, xưởng cắt sắt chát chúa.', 'xưởng cắt sắt chát chúa.'],
    ['Kính gửi Sở Nông nghiệp và Môi trường, kênh đen đặc', 'kênh đen đặc'],
    ['Thưa quý cơ quan, kênh đen đặc', 'kênh đen đặc'],
    ['Em xin phản ánh là kênh đen đặc', 'kênh đen đặc'],
    ['Hôi không chịu nổi. Cảm ơn nhiều.', 'Hôi không chịu nổi.'],
    ['Hôi không chịu nổi, xin chân thành cảm ơn các anh chị', 'Hôi không chịu nổi,'],
    ['Kênh đen đặc. Mong anh chị xuống coi giùm.', 'Kênh đen đặc.'],
    ['Kênh đen đặc, đề nghị cơ quan chức năng xử lý nghiêm. Xin cảm ơn!', 'Kênh đen đặc,'],
    ['Cho tôi hỏi chút, làm sổ đỏ ở đâu? Cảm ơn em.', 'làm sổ đỏ ở đâu?'],
    ['Alo, em muốn phản ánh ạ, cảm ơn', 'Alo, em muốn phản ánh ạ,'],
  ])('%s → %s', (text, matter) => {
    expect(matterOf(text)).toBe(matter);
    expect(matterOf(fold(text))).toBe(fold(matter));
    expect(matterOf(text.toUpperCase())).toBe(matter.toUpperCase());
    expect(matterOf(text.normalize('NFD'))).toBe(matter);
  });
});

describe('nothing is, where there is no frame or hardly anything else', () => {
  it.each([
    ...['', '...', 'Alo', 'Cháu ơi', 'Mong anh chị xuống coi giùm.', 'Dạ vâng, cảm ơn'],
    ...[
      'kênh đen đặc',
      'hồ sơ của tôi tới đâu rồi?',
      'Cán bộ xã đòi tiền mới xử lý',
      'tôi muốn phản ánh ô nhiễm',
    ],
    'Cảm ơn các anh, con kênh sạch rồi',
  ])('%j', (text) => {
    expect(matterOf(text)).toBeUndefined();
    expect(matterOf(fold(text))).toBeUndefined();
  });

  it.each(['Đá, cát rơi đầy đường', 'Chảo chỉ đen cả xóm', 'Kênh đen vì cấm ồn'])(
    'these are other words: %s',
    (text) => {
      expect(matterOf(text)).toBeUndefined();
    },
  );
});

describe('who tells what was done thanks for it', () => {
  it.each([
    ...['Rác dọn sạch rồi. Cảm ơn nhiều.', 'Sáng nay xe tới hốt rác rồi, xóm em cảm ơn nhiều'],
    ...['Con kênh đã trong lại. Xin cảm ơn.', 'Trại heo không còn hôi nữa, cảm ơn cán bộ'],
  ])('%s', (text) => {
    expect(read(text).intent).toBe('thanks');
    expect(read(fold(text)).intent).toBe('thanks');
  });

  it('and not for what goes on', () => {
    expect(matterOf('Chịu hết nổi rồi, em cảm ơn')).toBe('Chịu hết nổi rồi,');
    expect(matterOf('Hôi cả tháng nay rồi. Cảm ơn.')).toBe('Hôi cả tháng nay rồi.');
  });
});

describe('a story is of the same kind with any frame around it', () => {
  const STORIES = [
    ['report.pollution', 'other', 'Biển ăn vô sâu quá, đất vườn lở mất cả chục mét.'],
    ['report.pollution', 'noise', 'Xưởng cơ khí cắt sắt chát chúa.'],
    ['report.pollution', 'odor', 'Hôi không chịu nổi.'],
    [
      'report.misconduct',
      null,
      'Tôi nộp hồ sơ làm sổ đỏ, cô ở một cửa cứ bắt đi đi về về, lần nào cũng thiếu một tờ.',
    ],
    ['dossier.status', null, 'Hồ sơ tách thửa của tôi tới đâu rồi?'],
    ['procedure.ask', null, 'Sang tên sổ đỏ mất bao lâu?'],
    ['air.quality', null, 'Không khí Hà Nội hôm nay sao rồi?'],
  ] as const;
  const FRAMES = [
    ['Cháu ơi, ', ''],
    ['Alo, ', ' Cảm ơn nhiều.'],
    ['Dạ em báo ạ, ', ' Mong anh chị xuống coi giùm.'],
    ['Chào anh chị, ', ' Em xin cảm ơn ạ.'],
    ['Cho tôi hỏi chút, ', ' Nhờ anh chị xem giúp.'],
  ] as const;

  describe.each(STORIES)('%s %s: %s', (intent, category, story) => {
    it.each(FRAMES)('%s…%s', (before, behind) => {
      const framed = before + story + behind;
      expect(read(framed)).toMatchObject({ intent, category, text: framed });
      expect(read(fold(framed))).toMatchObject(labelsOf(fold(story)));
    });
  });

  const labelsOf = (text: string) => {
    const { intent, category, aspect, kind } = read(text);
    return { intent, category, aspect, kind };
  };
});

it.each([
  ['greet', 'Alo'],
  ['greet', 'Dạ em chào anh chị ạ'],
  ['thanks', 'Cảm ơn nhiều.'],
  ['thanks', 'Dạ vâng, em cảm ơn anh chị'],
  ['feedback', 'Xử lý nhanh quá, cảm ơn các anh chị nhiều'],
])('courtesy by itself keeps its meaning, %s: %s', (intent, text) => {
  expect(read(text).intent).toBe(intent);
  expect(read(fold(text)).intent).toBe(intent);
});

it('all else is read in the whole of it', () => {
  const text = 'Chào phường Ba Đình, Hà Nội, kênh đen đặc. Tối qua tôi báo rồi, gọi tôi 0912 345 678, cảm ơn';
  expect(read(text)).toMatchObject({
    text,
    places: [{ communeCode: '00004' }],
    time: { text: 'Tối qua' },
    phone: '+84912345678',
  });
});

it('danger is, too', () => {
  const text = 'Cháu ơi, cháy kho hóa chất, nhiều người ngất xỉu. Nhờ các anh xuống ngay, cảm ơn';
  expect(read(text)).toMatchObject({ intent: 'report.emergency', urgent: true });
  expect(read(fold(text))).toMatchObject({ intent: 'report.emergency', urgent: true });
});

it('and heard in no less than all the words', () => {
  const text = 'cả xóm tôi khổ sở quá rồi, nhờ các anh chị xuống xem giúp cho';
  expect(read(text)).toMatchObject({ intent: 'report.pollution', urgent: false });
  expect(read(fold(text))).toMatchObject({ intent: 'report.pollution', urgent: false });
});

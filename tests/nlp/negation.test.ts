import fc from 'fast-check';
import { readText } from '../../nlp/fold';
import { deniedSpans, isOver } from '../../nlp/negation';

function denied(text: string): string[] {
  const said = readText(text);
  return deniedSpans(said).map(({ from, to }) =>
    said.words
      .slice(from, to)
      .map(({ typed }) => typed)
      .join(' '),
  );
}

const DENIED: readonly [text: string, ...denied: string[]][] = [
  ['hết mùi rồi', 'mùi'],
  ['không còn mùi', 'mùi'],
  ['không còn mùi hôi nữa', 'mùi hôi'],
  ['không có mùi gì', 'mùi gì'],
  ['không có mùi hôi nhưng khói nhiều', 'mùi hôi'],
  ['chả thấy khói', 'khói'],
  ['hôm nay không có khói bụi', 'khói bụi'],
  ['không nghe mùi gì nữa', 'mùi gì'],
  ['không còn chút mùi nào', 'chút mùi nào'],
  ['hông còn ồn nữa', 'ồn'],
  ['nước không còn đen nữa', 'đen'],
  ['không bị ngập nữa', 'ngập'],
  ['mùi hết rồi', 'mùi'],
  ['mùi không còn nữa', 'mùi'],
  ['họ ngừng xả rồi', 'xả'],
  ['không phải rác mà là xà bần', 'rác'],
  ['Không phải đốt rác mà là ống khói của lò sấy', 'đốt rác'],
  ['không có bọt, không có mùi', 'bọt', 'mùi'],
  ['het mui roi', 'mui'],
  ['khong con mui nua', 'mui'],
  ['khong co mui gi', 'mui gi'],
  ['khong phai rac ma la xa ban', 'rac'],
];

it.each(DENIED)('%s', (text, ...words) => {
  expect(denied(text)).toEqual(words);
  expect(denied(text.normalize('NFD'))).toEqual(words);
  expect(denied(text.toUpperCase())).toEqual(words);
});

it.each([
  ...[
    'không chịu nổi',
    'hôi không chịu nổi',
    'không thể thở',
    'không ai xử lý',
    'sao không ai dọn rác',
    'nước đen',
  ],
  ...[
    'sao không thấy ai xử lý mùi hôi',
    'có mùi không',
    'có mùi hôi không ạ?',
    'không có mùi à?',
    'không thu gom rác',
  ],
  ...['mấy hôm không ai lấy rác', 'không có thùng rác', 'không có giấy phép xả thải', 'không có ai hốt rác'],
  ...['đổ hết rác ra sông', 'cá chết hết rồi', 'hết chịu nổi', 'hết sức hôi thối', 'bao giờ mới hết mùi'],
  ...[
    'đề nghị ngừng xả thải',
    'không phải chỉ hôi mà còn khói',
    'không chỉ hôi mà còn ồn',
    'không còn cá nữa',
  ],
  ...['không có nắp cống nên bốc mùi', 'khong chiu noi', 'đủ thứ hết: khói, ồn, hôi', ''],
])('%s denies nothing', (text) => {
  expect(denied(text)).toEqual([]);
});

it.each([
  ...[
    'hết mùi rồi',
    'không còn mùi',
    'đỡ rồi',
    'đỡ hôi rồi',
    'đã dọn sạch',
    'rác đã được dọn sạch',
    'họ ngưng rồi',
  ],
  ...[
    'họ ngừng xả rồi',
    'mùi hết rồi',
    'tối qua họ tắt loa rồi',
    'xe rác hốt rồi',
    'bên kia hết ồn rồi, cảm ơn ad',
  ],
  ...['het mui roi', 'khong con mui nua', 'xong rồi ạ'],
])('it is over: %s', (text) => {
  expect(isOver(readText(text))).toBe(true);
});

it.each([
  ...[
    'hết mùi rồi mà hôm nay lại hôi',
    'dọn rồi nhưng lại đổ tiếp',
    'chưa dọn sạch',
    'bao giờ mới hết mùi',
    'hôi quá',
  ],
  ...['họ hứa ngừng xả rồi mà vẫn xả', 'đỡ hơn rồi nhưng vẫn còn mùi', 'cá chết hết rồi', 'đề nghị dọn sạch'],
  ...[
    'khói thì hết rồi nhưng nước vẫn đen',
    'người dân bỏ chạy hết rồi',
    'nứt tường nhà em rồi',
    'dọn sạch chưa?',
  ],
  ...['phát dọn rồi đốt', 'hết chịu nổi rồi', 'không còn cá nữa', ''],
])('it is not over: %s', (text) => {
  expect(isOver(readText(text))).toBe(false);
});

it('whatever is typed: what is denied is of the text, and small', () => {
  const some = fc.constantFrom(
    'không',
    'có',
    'còn',
    'hết',
    'mùi',
    'khói',
    'rồi',
    'mà',
    'phải',
    'rác',
    ',',
    '?',
    'nữa',
    'a',
  );
  const text = fc.oneof(
    fc.array(some).map((all) => all.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const said = readText(typed);
      for (const { from, to } of deniedSpans(said)) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(said.words.length);
      }
      isOver(said);
    }),
    { numRuns: 500 },
  );
});

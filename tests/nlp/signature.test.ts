import { withoutAccents } from '../../hotline/letters';
import { fold } from '../../nlp/fold';
import { signatureIn } from '../../nlp/contact';

const STORY = 'Trạm trộn bê tông ở xã Bát Tràng, Hà Nội bụi mù mịt.';

/** As it is typed: with accents, without any, in small letters, in capitals. */
const MANNERS: readonly [string, (text: string) => string][] = [
  ['as it is written', (text) => text],
  ['without accents', withoutAccents],
  ['in small letters', (text) => text.toLowerCase()],
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters without accents', (text) => withoutAccents(text).toLowerCase()],
];

const NAMES = [
  'Đoàn Văn Thịnh',
  'Lý A Sùng',
  "H'Mai Niê",
  'Thạch Sa Rinh',
  'chú Bảy Cường',
  'cô Phượng',
  'Nhàn',
];

describe.each(MANNERS)('who signs a story, %s', (_manner, typed) => {
  test.each([
    'Cần hỏi thêm thì gọi N số 0912 345 678.',
    'Tôi là N, số điện thoại 0912345678.',
    'Tôi tên N, điện thoại +84912345678.',
    'Liên hệ: N, 091-234-5678.',
    'Tên N, sđt 0912 345 678.',
    '0912.345.678, N.',
    'N 0912345678',
    'ĐT 0912345678, N.',
    'LH 0912345678 (N)',
    'Cháu ghi tên bác N, số 0912345678.',
    'Cần gì cháu gọi N, 0912345678.',
    'Bác là N, số máy 0912345678.',
    'Bạn cần hỏi thêm thì tôi là N, điện thoại 0912345678 nhé.',
    'Tên mình N, số 0912345678 gọi lúc nào cũng được.',
    'Họ tên: N. SĐT: 0912345678. Xin cảm ơn.',
    'Tôi là N. Số điện thoại của tôi: 0912345678',
    'Mọi thông tin xin liên hệ N, ĐT: 0912345678. Trân trọng cảm ơn!',
  ])('%s', (said) => {
    for (const name of NAMES) {
      const signed = signatureIn(typed(`${STORY} ${said.replace('N', name)}`));
      const [, given = name] = /^(?:chú|cô) (.*)/.exec(name) ?? [];
      // Without accents "chu" is a family as well.
      const named = fold(signed?.name ?? '').replace(/^chu /, '');
      expect({ ...signed, name: named }).toEqual({
        name: fold(given),
        phone: '+84912345678',
        story: typed(STORY),
      });
    }
  });

  test.each([
    'Chủ quán tên Hùng 0912345678.',
    'Số của xưởng 0912345678.',
    'Chủ xưởng là ông Nguyễn Văn Hùng, 0912345678.',
    'Chủ: ông Hùng. SĐT 0912345678.',
    'Họ để số 0912345678 ở biển quảng cáo.',
    'Tôi đã gọi anh Hùng 0912345678 mà không ai nghe.',
    'Thủ phạm là ông Hùng. Ông Hùng 0912345678.',
    'Xe tải đổ trộm, tài xế tên Nam, sđt 0912345678',
    'Gọi 0912345678 thì chủ xưởng chửi',
    'Cán bộ Lan số 0912345678 đòi tiền',
    'Là anh Hùng, 0912345678.',
    'STK của nó 0912345678',
  ])('somebody else: %s', (said) => {
    expect(signatureIn(typed(`${STORY} ${said}`))).toBeNull();
  });
});

it('a bare number is theirs only where they say that they leave one', () => {
  expect(signatureIn(`${STORY} Số 0912345678.`)).toBeNull();
  expect(signatureIn(`${STORY} Số 0912345678.`, true)).toMatchObject({ name: null, phone: '+84912345678' });
  expect(signatureIn(`${STORY} Số của chủ xưởng 0912345678.`, true)).toBeNull();
  expect(signatureIn('bui mu mit o xa bat trang, ha noi. so 0912345678', true)).toMatchObject({ name: null });
  expect(signatureIn(`${STORY} Gọi cho tôi theo số 0912345678.`)).toMatchObject({ name: null });
});

it('the name may stand far from the number', () => {
  for (const [said, name] of [
    ['Tôi là Nguyễn Văn Hải, trú tại xã Bát Tràng.', 'Nguyễn Văn Hải'],
    ['Kính gửi cơ quan, em tên Lê Thị Hoa ở thôn 3.', 'Lê Thị Hoa'],
    ['Tôi là bảo vệ chung cư, thấy khói.', null],
    ['Tôi là người dân ở đây.', null],
    ['Tôi đang vội.', null],
    ['Chủ quán tên Hùng, rất hung dữ.', null],
  ] as const) {
    expect(signatureIn(`${said} ${STORY} Số điện thoại của tôi: 0912345678.`)).toMatchObject({ name });
    expect(signatureIn(withoutAccents(`${said} ${STORY} Số điện thoại của tôi: 0912345678.`))?.name).toBe(
      name && withoutAccents(name),
    );
  }
});

it('looks at so much and no more of what is sent to tire it', () => {
  expect(signatureIn('Tôi là 0912345678, '.repeat(5_000))).toMatchObject({ phone: '+84912345678' });
  expect(signatureIn(`${'a, '.repeat(20_000)}0912345678`)).toBeNull();
});

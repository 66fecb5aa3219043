import { withoutAccents } from '../../hotline/letters';
import { nameAsked, nameBeside, nameIn, signatureIn } from '../../nlp/contact';

it.each([
  'Số em đang dùng là 0357 667 178 nhé.',
  'Số máy của tôi hiện tại là 0357667178.',
  'Anh chị liên lạc qua số này giúp em: 0357667178',
  'Số em thường dùng là 0357667178 ạ',
  'Số đang hoạt động là 0357667178',
  'Đây là số của em ạ: 0357667178',
  'Em gửi anh chị số ạ 0357667178',
  'Số chính chủ của em là 0357667178',
  'Em đang xài số 0357667178 ạ',
  'Dạ số em vẫn dùng lâu nay là 0357667178, có cả Zalo ạ',
  'Vâng, cần gì thì cứ gọi 0357667178 cho tôi',
  'Dạ 0357667178, anh chị gọi giúp em.',
  'Số hay dùng nhất của mình là 0357667178 nhé bạn',
])('what tells of the number alone names nobody: %s', (text) => {
  for (const said of [text, withoutAccents(text), text.toUpperCase()]) {
    expect(nameIn(said)).toBeNull();
    expect(nameBeside(said)).toBeNull();
    expect(signatureIn(said, true)?.name ?? null).toBeNull();
  }
});

it.each([
  ['Dạ cứ gọi em là Dũng ạ, số em là 0357667178, gọi hay nhắn Zalo đều được hết ạ', 'Dũng'],
  ['Dạ cứ gọi em là Minh Châu ạ, số em là 077-591-2274, gọi hay nhắn Zalo đều được hết ạ.', 'Minh Châu'],
  ['Dạ cứ gọi em là Sùng A Dơ ạ, số em là +84359659805', 'Sùng A Dơ'],
  ['Dạ Phạm Đức Anh, 035-874-9966 ạ, có kết quả anh chị báo em với.', 'Phạm Đức Anh'],
  ['Họ tên đầy đủ của tôi là Trần Văn Bình, số đang dùng là 0357667178', 'Trần Văn Bình'],
  ['Mọi người hay gọi em là Châu, số 0357667178', 'Châu'],
  ['Em là Minh Châu, số em đang dùng là 0357667178', 'Minh Châu'],
  ['Em tên Dũng ạ, số Zalo với số gọi đều là 0357667178.', 'Dũng'],
  ['Dạ em đang dùng số 0357667178, tên em là Quỳnh', 'Quỳnh'],
  ['Vâng ạ, Hoàng Văn Thái, 0357667178', 'Hoàng Văn Thái'],
  ['Họ tên em là Lò Thị Mai ạ.', 'Lò Thị Mai'],
  ['Em xin gửi số ạ: 0357667178, em là Hoa ở tổ 5', 'Hoa'],
  ['Vàng A Páo, 0357667178', 'Vàng A Páo'],
])('a name told in a whole sentence: %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
  expect(nameIn(withoutAccents(text))).toBe(withoutAccents(name));
});

it('a given name that is a plain word without its accent, behind other words', () => {
  expect(nameBeside('Da Dung, 035-874-9966 a, co ket qua anh chi bao em voi.')).toBe('Dung');
  expect(nameBeside('Dung 035-874-9966')).toBeNull();
});

it('who says what they do names nobody; Đặng Dung is somebody', () => {
  expect(nameAsked('em dang voi')).toBeNull();
  expect(nameAsked('Da de em gui lai sau a, em dang ban')).toBeNull();
  expect(nameIn('Dang Dung 0357667178')).toBe('Dang Dung');
});

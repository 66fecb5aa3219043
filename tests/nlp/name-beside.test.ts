import { nameBeside } from '../../nlp/contact';

it.each([
  ['tên anh quyết số +84705454764', 'quyết'],
  ['tôi là châu kim sen. số của tôi là 0968639094.', 'châu kim sen'],
  ['tôi kim sô pha đây, 0812.685.143', 'kim sô pha'],
  ['họ tên: hồ thị kăn sương - đt: 0708.552.020', 'hồ thị kăn sương'],
  ['họ tên: tô như quỳnh, điện thoại: 0981517090', 'tô như quỳnh'],
  ['mìhn là Hà Văn Thắng sđt 0913042138', 'Hà Văn Thắng'],
  ['HỌ TÊN LÝ A PÁO SDT 0351.797.675', 'LÝ A PÁO'],
  ['cứ gọi 0818 644 450, tôi là bạch công tiến', 'bạch công tiến'],
  ['0963.164.816, danh rết', 'danh rết'],
  ['VÀNG A SÌNH, 0776890414', 'VÀNG A SÌNH'],
  ['dạ em là y thoan niê 0912345678', 'y thoan niê'],
  ['thach thi sa ry 0912345678', 'thach thi sa ry'],
  ['de lai lien he: kim so pha so 0912345678', 'kim so pha'],
  ["h'hen niê, 0912345678", "h'hen niê"],
  ['toi ten sung a pao, 0912345678', 'sung a pao'],
  ['My name is John Smith, 0912345678', 'John Smith'],
  ['alo số này 0912345678 gặp chị bảy', 'bảy'],
  ['co sau 0914940500', 'sau'],
  ['cho toi de so dien thoai 086-115-5508, ten be tu', 'be tu'],
  ['tooi la Ly A Pao, so +84771808088', 'Ly A Pao'],
])('what is left beside a number is the name: %s', (text, name) => {
  expect(nameBeside(text)).toBe(name);
});

it.each([
  '0912345678 nhé',
  'số tôi 0912345678, gọi sau 5 giờ chiều',
  '0912345678 làm ơn giữ bí mật',
  '0912345678 ạ, mong phản hồi sớm',
  'Nhầm số, 0989.678.617 mới đúng',
  '0912345678 gọi lúc nào cũng được',
  '0912345678 (zalo)',
  '0912345678 gọi sau',
  '0912345678 goi sau nhe',
  '0912345678, lò đường nhà ông bảy',
  'mình để lại sdt 0912345678 gọi giờ hành chính nha',
  '0912345678 đừng cho ai biết',
  'sđt của tôi là 0912345678 xin giữ kín giùm',
  'lưu số 0912345678 của tôi nhé',
  'tên không cần, 0912345678',
])('and nothing else is: %s', (text) => {
  expect(nameBeside(text)).toBeNull();
});

it('where other things are told as well, a name must be introduced', () => {
  expect(nameBeside('0912345678, tên bé tư', true)).toBe('bé tư');
  expect(nameBeside('0912345678, bụi bay trắng xóa', true)).toBeNull();
});

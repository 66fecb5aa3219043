import fc from 'fast-check';
import { companyIn } from '../../nlp/company';
import { readText } from '../../nlp/fold';

const read = (text: string) => companyIn(readText(text));

const NAMED: readonly [text: string, business: string][] = [
  ['Công ty TNHH Minh Phát xả nước thải ra kênh', 'Công ty TNHH Minh Phát'],
  ['cty CP dệt nhuộm Hòa Phong gây mùi hôi', 'cty CP dệt nhuộm Hòa Phong'],
  ['nhà máy giấy Phú Lâm xả nước đen', 'nhà máy giấy Phú Lâm'],
  ['Nhà máy giấy Phú Lâm ở phường 5', 'Nhà máy giấy Phú Lâm'],
  ['xưởng mộc Tư Hùng ồn cả ngày', 'xưởng mộc Tư Hùng'],
  ['trại heo ông Bảy hôi quá', 'trại heo ông Bảy'],
  ['vựa ve chai cô Ba đốt dây điện', 'vựa ve chai cô Ba'],
  ['DNTN Thành Đạt đổ rác', 'DNTN Thành Đạt'],
  ['HTX Tân Tiến ở xã Tân Hiệp', 'HTX Tân Tiến'],
  ['cơ sở giặt ủi Hồng Nhung', 'cơ sở giặt ủi Hồng Nhung'],
  ['xí nghiệp chế biến thủy sản Biển Xanh thải nước hôi', 'xí nghiệp chế biến thủy sản Biển Xanh'],
  ['Công ty TNHH MTV SX-TM-DV Đại Phát, xã Bình Hưng', 'Công ty TNHH MTV SX-TM-DV Đại Phát'],
  ['trạm trộn bê tông Việt Á, đường số 7', 'trạm trộn bê tông Việt Á'],
  ['Công ty cổ phần Môi trường Xanh', 'Công ty cổ phần Môi trường Xanh'],
  ['quán karaoke Sao Đêm hát tới khuya', 'quán karaoke Sao Đêm'],
  ['quán nhậu 79 mở nhạc to', 'quán nhậu 79'],
  ['công ty "Ánh Dương" đốt rác', 'công ty "Ánh Dương"'],
  ['CÔNG TY TNHH MINH PHÁT XẢ THẢI', 'CÔNG TY TNHH MINH PHÁT'],
  ['nha may giay phu lam xa nuoc den', 'nha may giay phu lam'],
  ['cty tnhh minh phat xa thai', 'cty tnhh minh phat'],
  ['xuong go tu hung o ap 3', 'xuong go tu hung'],
  // A trade, when there is no name.
  ['lò gạch đầu thôn khói mù mịt', 'lò gạch'],
  ['quán karaoke hát tới khuya', 'quán karaoke'],
  ['xưởng gỗ gần nhà tôi', 'xưởng gỗ'],
  ['tàn lửa từ xưởng gỗ bay sang đốt luôn nhà tôi', 'xưởng gỗ'],
  ['xưởng gỗ bên cạnh với nhà máy giấy Phú Lâm', 'nhà máy giấy Phú Lâm'],
];

it.each(NAMED)('%s', (text, business) => {
  expect(read(text)).toBe(business);
  expect(read(text.normalize('NFD'))).toBe(business);
});

it.each([
  ...[
    '',
    'tôi muốn phản ánh',
    'quận 9 có rác',
    'quan 9 co rac',
    'khó thở quá',
    'nhà máy xả thải',
    'công ty này xả thải',
  ],
  ...[
    'cho hỏi công ty tôi cần giấy phép gì',
    'sat lo bo song',
    'phường Bến Nghé',
    'xưởng phát sinh chất thải',
    'lo lắng',
  ],
])('%s names no business', (text) => {
  expect(read(text)).toBeNull();
});

it('whatever is typed: what is named is of the text', () => {
  const some = fc.constantFrom(
    'công ty',
    'TNHH',
    'cty',
    'trại',
    'heo',
    'ông',
    'Bảy',
    '"',
    ',',
    '-',
    'Phú',
    'Lâm',
    'lò',
    '79',
  );
  const text = fc.oneof(
    fc.array(some).map((all) => all.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      expect(typed.normalize('NFC')).toContain(read(typed) ?? '');
    }),
    { numRuns: 500 },
  );
});

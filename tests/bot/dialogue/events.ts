import fc from 'fast-check';

/** What people say at the right moment and at the wrong one, in both languages. */
const SAYINGS = [
  'tôi muốn phản ánh',
  'Ô nhiễm môi trường',
  'Vi phạm đất đai',
  'Sai phạm của cán bộ',
  'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, nước đen ngòm',
  'Cán bộ địa chính xã Yên Phong, Bắc Ninh vòi tiền mới làm sổ đỏ',
  'mùi hôi nồng nặc bay từ',
  'xã Tân Hiệp',
  'An Giang',
  'phường Hồng Hà, Hà Nội',
  'à nhầm, ở phường Ba Đình, Hà Nội',
  'từ tuần trước',
  'bỏ qua',
  'quay lại',
  'hủy',
  'để sau',
  'làm tiếp',
  'bắt đầu lại',
  'Ẩn danh',
  'Để lại liên hệ',
  'Trần Văn Nam 0987 654 321',
  'Sửa lại',
  'Loại',
  'Nơi xảy ra',
  'Thời gian',
  'Thêm ảnh',
  'Liên hệ',
  'Nội dung',
  'đúng rồi',
  'không',
  'Vụ khác',
  'gặp cán bộ',
  'thôi khỏi gặp',
  'tra cứu phản ánh',
  'XH-2026-000001',
  'XH-2026-000001 0000000000',
  'rút phản ánh',
  'thêm vào phản ánh: hôm nay lại xả',
  'Đã xong',
  'Chưa xong',
  '5 sao',
  'xin chào',
  'nhiều người ngất xỉu',
  'cần giấy tờ gì',
  'làm sổ đỏ lần đầu cần giấy tờ gì?',
  'đốt rơm phạt bao nhiêu?',
  'không khí Hà Nội hôm nay thế nào?',
  'hồ sơ 000.12.34.H56-261123-0001 tới đâu rồi?',
  'làm ăn kiểu gì vậy, bot ngu',
  'English please',
  'I want to report pollution',
  'A factory in Ba Dinh ward, Hanoi dumps black water since last week',
  'skip',
  'cancel',
  'anonymous',
  'yes, send it',
  'talk to a person',
  'nói tiếng Việt',
  '',
  '🤢',
  'abc xyz',
];

/** What may happen in a conversation next. */
const event = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom(...SAYINGS).map((text) => ({ type: 'says' as const, text })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => ({ type: 'says' as const, text })) },
  { weight: 5, arbitrary: fc.nat(9).map((which) => ({ type: 'presses' as const, which })) },
  { weight: 1, arbitrary: fc.constant({ type: 'photo' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'falls due' as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(21.0287, 12).map((latitude) => ({ type: 'shares' as const, latitude })),
  },
  { weight: 1, arbitrary: fc.boolean().map((known) => ({ type: 'comes back' as const, known })) },
  { weight: 1, arbitrary: fc.constantFrom(1, 7, 200).map((hours) => ({ type: 'waits' as const, hours })) },
  { weight: 1, arbitrary: fc.constant({ type: 'resolved' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'taken over' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'staff says' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'handed back' as const }) },
);

export type Event = typeof event extends fc.Arbitrary<infer Each> ? Each : never;

const says = (...texts: string[]): Event[] => texts.map((text) => ({ type: 'says', text }));

const STORY = 'Tối qua xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ';
/** Where a conversation may stand before anything goes wrong. */
const BEGINNINGS: readonly Event[][] = [
  [],
  says(STORY),
  says(STORY, 'Ẩn danh'),
  says(STORY, 'Ẩn danh', 'đúng rồi'),
  says(STORY, 'Để lại liên hệ', 'Trần Văn Nam 0987 654 321', 'Sửa lại'),
  says(STORY, 'để sau'),
  says('English please', 'A factory in Ba Dinh ward, Hanoi dumps black water since last week'),
  says('Cán bộ địa chính phường Ba Đình, Hà Nội vòi tiền mới làm sổ đỏ từ tuần trước', 'Ẩn danh', 'đúng rồi'),
  says('không khí hôm nay thế nào?'),
  says('cấp giấy phép'),
  says('gặp cán bộ'),
];

/** All that happens in one conversation. */
export const events: fc.Arbitrary<Event[]> = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.array(event, { maxLength: 20 }))
  .map(([beginning, rest]) => [...beginning, ...rest]);

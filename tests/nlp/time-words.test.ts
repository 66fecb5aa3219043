import { fold, readText } from '../../nlp/fold';
import { timeIn } from '../../nlp/time';

const MONDAY = new Date('2026-11-23T09:00:00+07:00');
const told = (text: string): string | null => timeIn(readText(text), MONDAY)?.text ?? null;

/** What somebody writes, and which of its words tell the time. */
const WORDS: readonly (readonly [text: string, words: string | null])[] = [
  // A part of the day that comes again and again.
  ['rạng sáng nào cũng vậy', 'rạng sáng nào cũng vậy'],
  ['chạng vạng nào cũng đốt', 'chạng vạng nào cũng đốt'],
  ['tờ mờ sáng nào cũng xả', 'tờ mờ sáng nào cũng xả'],
  ['nửa đêm nào cũng thế', 'nửa đêm nào cũng thế'],
  ['từ sáng đến tối mịt', 'từ sáng đến tối mịt'],
  ['rạng sáng mỗi ngày', 'rạng sáng mỗi ngày'],
  ['chập tối hằng ngày', 'chập tối hằng ngày'],
  ['chiều tối mấy hôm nay', 'chiều tối mấy hôm nay'],
  ['đêm mấy bữa nay xe chạy ầm ầm', 'đêm mấy bữa nay'],
  ['cuối ngày nào cũng đổ', 'cuối ngày nào cũng đổ'],
  ['đầu giờ chiều nào cũng xả', 'đầu giờ chiều nào cũng xả'],
  ['buổi chiều nào cũng bốc mùi', 'buổi chiều nào cũng'],
  // The word that ends it stands with how often.
  ['hầu như ngày nào cũng làm', 'hầu như ngày nào cũng làm'],
  ['đêm nào cũng xả nước ra kênh', 'đêm nào cũng'],
  // Each visit is no time, unless that is all that is said.
  ['lần nào cũng bới ra giấy mới', null],
  ['lần nào cũng vậy', 'lần nào cũng vậy'],
  // In the middle of the night, before the sun is up: whatever stands beside them.
  ['nó xảy ra nửa đêm', 'nửa đêm'],
  ['tụi nó nửa đêm nổ pô xe', 'nửa đêm'],
  ['rạng sáng xe chở đất chạy ầm ầm', 'rạng sáng'],
  // Days that come again, and how long it went on.
  ['mở loa kẹo kéo hết cỡ chiều thứ bảy và chủ nhật', 'cỡ chiều thứ bảy và chủ nhật'],
  ['cứ thứ 7, chủ nhật là hát', 'thứ 7, chủ nhật'],
  ['thứ 7 và chủ nhật tuần trước họ đổ rác', 'chủ nhật tuần trước'],
  ['bắt dân đi lại nhiều lần suốt 2 tháng.', 'nhiều lần suốt 2 tháng'],
  // The end of a part of the day, nights in a row, a day told by what happened on it, a quarter without its year.
  ['châm lửa đốt cuối giờ chiều', 'cuối giờ chiều'],
  ['đầu giờ sáng họ xả', 'đầu giờ sáng'],
  ['mấy khuya liền', 'mấy khuya liền'],
  ['ba sáng liền', 'ba sáng liền'],
  ['từ bữa trạm cân dọn đi', 'từ bữa trạm cân dọn đi'],
  ['báo cáo là từ hôm chợ dời về. Tôi chưa có hình.', 'từ hôm chợ dời về'],
  ['từ hôm kia, họ xả', 'từ hôm kia'],
  ['phân lô bán nền từ quý ba.', 'từ quý ba'],
  ['đầu quý tư', 'đầu quý tư'],
  ['chi tiền từ quỹ hai tỷ', null],
  ['bảng điện tử chiếu vào nhà đến nửa đêm', 'đến nửa đêm'],
  // The weather.
  ['biển ăn vào đất mùa gió chướng nhà tôi sắp sập', 'mùa gió chướng'],
  ['nhất là lúc trời chuyển mưa', 'nhất là lúc trời chuyển mưa'],
  ['khi trời trở lạnh là bốc mùi', 'khi trời trở lạnh'],
  ['biển ăn vào vườn từ đợt gió chướng này, dừa đổ', 'từ đợt gió chướng này'],
  ['trong đợt nắng nóng vừa rồi hôi lắm', 'đợt nắng nóng vừa rồi'],
  ['khói từ đốt rơm này bay vào nhà', null],
  ['kéo rèm vẫn sáng như ban ngày', null],
  // Two numbers in a row.
  ['2, 3 hôm nay', '2, 3 hôm nay'],
  ['ba bốn bữa nay rồi', 'ba bốn bữa nay rồi'],
  ['hai mươi ba hôm nay', 'hai mươi ba hôm nay'],
  ['ở tổ 2, 3 hôm nay họ xả', '3 hôm nay'],
  // What people suffer without end is no time.
  ['mấy hôm nay trẻ con ho suốt', 'mấy hôm nay'],
  ['xả khói đen khét lẹt, mấy hôm nay trẻ con ho suốt không ngủ được', 'mấy hôm nay'],
  ['mẹ em bị hen nên ho suốt', null],
  ['mùi thối làm con tôi buồn nôn suốt', null],
  ['máy nghiền đá kêu suốt', 'suốt'],
  // "Chung" is shared, "chừng" an amount.
  ['xây lấn lối đi chung từ hồi sửa nhà tháng trước', 'từ hồi sửa nhà tháng trước'],
  ['chừng hai tuần nay', 'chừng hai tuần nay'],
  // Two hours in a row are about one time; a condition says less than an hour.
  ['cứ nấu là cả xóm hôi mùi mỡ khét tầm 4, 5 giờ chiều', 'tầm 4, 5 giờ chiều'],
  ['lúc 2, 3 giờ khuya', 'lúc 2, 3 giờ khuya'],
  ['hai ba giờ sáng', 'hai ba giờ sáng'],
  ['ấp 4, 5 giờ chiều họ đốt', '5 giờ chiều'],
  ['cứ 2h sáng là nó xả', 'cứ 2h sáng là'],
  ['đã hơn một tháng nay ạ', 'đã hơn một tháng nay'],
  ['đã khoảng ba tuần nay', 'đã khoảng ba tuần nay'],
  // "Tôi" behind a comma is nobody's evening.
  ['hôm thứ bảy, tôi đi rẫy thấy cây bị hạ', 'hôm thứ bảy'],
  ['hôm qua, tôi thấy họ đổ rác', 'hôm qua'],
  // Seasons of winds, rains and harvests, told in a whole sentence.
  ['Dạ để em nhớ lại xem, từ đầu mùa gió bấc ạ.', 'từ đầu mùa gió bấc'],
  ['Tình trạng này xảy ra từ sau vụ mùa nhé.', 'từ sau vụ mùa'],
  ['Từ đầu vụ đông xuân tới giờ ngày nào cũng vậy', 'Từ đầu vụ đông xuân tới giờ ngày nào cũng vậy'],
  ['Ngày nào cũng bị, từ mùa gió chướng năm ngoái.', 'Ngày nào cũng bị, từ mùa gió chướng năm ngoái'],
  ['từ sau vụ mua bán đất', null],
  // What began then, without manners and what is said of photos.
  ['từ lúc kho mới hoạt động Tôi không có ảnh, chỉ kể lại thôi.', 'từ lúc kho mới hoạt động'],
  ['Từ khi trạm trộn bê tông đi vào hoạt động ạ', 'Từ khi trạm trộn bê tông đi vào hoạt động'],
  ['Từ dạo nhà hàng khai trương nhé', 'Từ dạo nhà hàng khai trương'],
  // How many times says less than the day told apart from it.
  ['hẹn xuống nhà em ba lần rồi đòi tiền mới ký biên bản hôm thứ tư', 'hôm thứ tư'],
  ['cứ gom lá cây ra đốt trước cổng mỗi chiều', 'mỗi chiều'],
  ['chắc là tối thứ sáu tuần trước', 'tối thứ sáu tuần trước'],
];

it.each(WORDS)('of "%s" the time is told by: %s', (text, words) => {
  expect(told(text)).toBe(words);
  expect(told(fold(text))).toBe(words === null ? null : fold(words));
});

it('an evening behind a comma is one where it is told which', () => {
  expect(told('hôm qua, tối 9 giờ mới xả')).toContain('tối');
  expect(told('sang, trua, toi nao cung dot')).toBe('toi nao cung dot');
});

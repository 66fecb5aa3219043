/**
 * Reports as citizens give them, without the last word, which files the report. Together they hold every kind of
 * turn in about the proportion in which it comes: wishes, whole stories, places, times, contacts.
 */
export const REPORTS: readonly (readonly string[])[] = [
  [
    'Tôi muốn phản ánh',
    'Nhà máy giấy gần trường tiểu học xả khói đen khét lẹt, mấy hôm nay trẻ con ho suốt không ngủ được',
    'Số 12 đường An Dương, phường Hồng Hà, Hà Nội',
    'tối nào cũng có',
    'Ẩn danh',
  ],
  [
    'Sáng nay xe bồn xả nước thải đen ngòm, hôi thối xuống kênh ở phường Ba Đình, Hà Nội, cá chết nổi trắng cả đoạn',
    'Ẩn danh',
  ],
  [
    'toi muon phan anh',
    'Hàng xóm đốt rác nhựa ngay đầu ngõ, khói mù mịt bay vào nhà, cả xóm nhắc mà không nghe',
    'phường Hồng Hà, Hà Nội',
    'hôm qua',
    'Nguyễn Thị Lan 0912345678',
  ],
  [
    'Có người đổ trộm cả xe phế thải xây dựng xuống ruộng lúa nhà tôi từ tuần trước, giờ nước đục ngầu không cấy được',
    'phường Ba Đình, Hà Nội',
    'Ẩn danh',
  ],
];

export const FILES_IT = 'đúng rồi';

/** Words of sentences, with their accents and as they are typed without. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'cứ đừng hãy sống gọi goi ăn chán wá nhờ vợ chồng con cu dung không khong ko hông muốn muon cần can có co đã đang sẽ được duoc cho để de lại lai người nguoi dân dan hàng xóm xom ' +
    'nhà nha ở tại báo gửi gui phản hỏi hoi xử lý nước nuoc rác rac mùi mui khói khoi bụi ồn gì gi nào nao sao đâu dau ' +
    'bao lâu ai này kia thì mà và với voi từ tu lúc luc khi sau trước giờ gio ngày ngay hôm tối sáng chiều phường phuong ' +
    'quận quan tỉnh tinh đường duong xã huyện thôn ấp tổ khu ty cán bộ chủ thợ sinh viên giáo bí mật danh ẩn ' +
    'ảnh hình hinh video clip giấu giau thôi thoi rồi roi xong bỏ qua tiếp đúng dung đồng ý ok vâng thông tin biết nhớ chưa chua cũng rất quá lắm nữa ' +
    'như nhu bị bi tin nhắn mail email gmail khẩn nhanh giúp giup xem trả lời ừ ừm uh nhiều cảm ơn cám chào bạn bot ' +
    'số đất gần bên cạnh ngại phiền sợ lộ mật hotline họ nó tụi bọn chúng các những mọi một hai lấy nhận ' +
    'sđt sdt đt dt tên ten là la tôi toi mình em cháu tui chị cô chú bác ông bà ạ nha nhé dạ điện thoại dien thoai liên hệ lien he theo qua nhé nhe'
  ).split(' '),
);

import { understand } from '../town/content';
import { monday } from '../town/people';

const read = (text: string) => understand(text, monday);

describe('what a message wants', () => {
  it.each([
    ['report.pollution', 'tôi muốn phản ánh'],
    ['report.pollution', 'toi muon phan anh'],
    ['report.pollution', 'TÔI MUỐN PHẢN ÁNH!!!'],
    ['report.pollution', 'Cho em báo ô nhiễm với ạ'],
    ['report.pollution', 'Nhà máy xả nước thải chưa xử lý ra kênh, nước đen ngòm, cá chết'],
    ['report.pollution', 'nha may xa nuoc thai ra kenh nuoc den si boc mui'],
    ['report.pollution', 'karaoke ồn ào tới khuya hông ai ngủ được'],
    ['report.land', 'hàng xóm lấn chiếm đất công làm quán nhậu'],
    ['report.land', 'vi phạm đất đai'],
    ['report.land', 'xay nha tren dat nong nghiep'],
    ['report.misconduct', 'Sai phạm của cán bộ'],
    ['report.misconduct', 'cán bộ địa chính đòi phong bì mới làm sổ'],
    ['report.misconduct', 'toi muon to cao can bo'],
    ['report.emergency', 'rò rỉ hóa chất ở nhà máy, nhiều người ngất xỉu'],
    ['ticket.status', 'tra cứu phản ánh'],
    ['ticket.status', 'phan anh cua toi toi dau roi'],
    ['ticket.update', 'rút phản ánh'],
    ['staff.request', 'gặp cán bộ'],
    ['staff.request', 'cho toi gap nhan vien'],
    ['staff.request', 'tôi muốn nói chuyện với người thật'],
    ['procedure.ask', 'làm sổ đỏ cần giấy tờ gì'],
    ['air.quality', 'chất lượng không khí hôm nay'],
    ['help', 'bạn làm được gì'],
    ['greet', 'xin chào'],
    ['greet', 'alo'],
    ['thanks', 'cảm ơn nhiều'],
    ['goodbye', 'tạm biệt'],
    ['affirm', 'đúng rồi'],
    ['affirm', 'dung roi'],
    ['affirm', 'Dạ đúng ạ.'],
    ['deny', 'không phải'],
    ['deny', 'ko'],
    ['cancel', 'huỷ'],
    ['cancel', 'hủy'],
    ['cancel', 'thôi không phản ánh nữa'],
    ['cancel', 'bắt đầu lại'],
    ['out_of_scope', 'hôm nay ăn gì'],
    ['out_of_scope', ''],
    ['out_of_scope', '🤢🤢🤢'],
  ])('%s: %s', (intent, text) => {
    expect(read(text).intent).toBe(intent);
  });

  it.each([
    'họ vứt rác rồi bỏ đi',
    'Hôi quá, thôi rồi, cá chết hết, họ xả xong là bỏ đi',
    'tối qua gặp người đổ trộm rác xuống kênh',
    'vut rac day duong, noi mai khong ai don, chan qua',
  ])('a story is no wish to stop or to see somebody: %s', (text) => {
    expect(read(text).intent).toBe('report.pollution');
  });

  it('says how sure it is, and why', () => {
    for (const text of ['tôi muốn phản ánh', 'nước đen ngòm, cá chết trắng kênh từ hôm qua', 'abc']) {
      const { confidence, why, intent } = read(text);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(why.length > 0).toBe(intent !== 'out_of_scope');
    }
  });
});

describe('what a report is about', () => {
  it.each([
    ['water', 'xả nước thải chưa xử lý ra sông'],
    ['water', 'ca chet trang ho, nuoc den si'],
    ['odor', 'mùi hôi thối bốc lên cả ngày'],
    ['noise', 'hát karaoke kẹo kéo ầm ĩ'],
    ['open_burning', 'đốt rác um trời'],
    ['open_burning', 'dot rom ra khoi mu mit'],
    ['solid_waste', 'rác thải vứt bừa bãi ngoài đường'],
    ['minerals', 'khai thác cát trái phép dưới sông'],
    ['wildlife_forest', 'phá rừng phòng hộ'],
    ['hazardous_waste', 'đổ trộm chất thải nguy hại'],
  ])('%s: %s', (category, text) => {
    expect(read(text)).toMatchObject({ category });
  });

  it('only pollution and emergencies have a category', () => {
    expect(read('lấn chiếm đất công làm quán nhậu').category).toBeNull();
    expect(read('gặp cán bộ').category).toBeNull();
  });

  it.each([
    ['decomposed, as Macs send it', 'hát karaoke ầm ĩ, mùi hôi thối'.normalize('NFD')],
    ['in capitals', 'HÁT KARAOKE ẦM Ĩ, MÙI HÔI THỐI'],
    ['with the tone on the other vowel', 'Nước sủi bọt trắng xóa'],
    ['the same in the newer way', 'Nước sủi bọt trắng xoá'],
  ])('%s', (_story, text) => {
    expect(read(text).category).not.toBeNull();
  });
});

describe('danger', () => {
  it.each([
    'nhiều người bị ngất, khó thở',
    'nhieu nguoi bi ngat, kho tho',
    'đang cháy kho hóa chất',
    'vỡ đập rồi',
    'có khí độc bay ra',
  ])('is urgent: %s', (text) => {
    expect(read(text).urgent).toBe(true);
  });

  it.each(['rác vứt bừa bãi', 'tôi muốn phản ánh', 'cá chết trắng hồ', 'khói đốt rơm'])(
    'is not: %s',
    (text) => {
      expect(read(text).urgent).toBe(false);
    },
  );
});

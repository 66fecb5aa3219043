import { placesIn } from '../town/country';

const texts = (text: string): string[] => placesIn(text).map((place) => place.text);

describe('in a sentence: what was said of the place, as it was said', () => {
  it.each([
    ['Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải', 'phường Ba Đình, Hà Nội'],
    [
      'xưởng nhựa ở phường Tân Hiệp, TX Tân Uyên, Bình Dương khét lẹt',
      'phường Tân Hiệp, TX Tân Uyên, Bình Dương',
    ],
    ['kênh Tham Lương đoạn qua phường 15 quận Tân Bình hôi lắm', 'phường 15 quận Tân Bình'],
    ['cạnh cầu Long Biên, phường Hồng Hà, Hà Nội', 'phường Hồng Hà, Hà Nội'],
    ['đường Nguyễn Trãi, phường Thanh Xuân, Hà Nội bụi quá', 'phường Thanh Xuân, Hà Nội'],
    ['KCN Sóng Thần, phường Dĩ An, Bình Dương mùi sơn', 'phường Dĩ An, Bình Dương'],
    ['xa lộ Hà Nội, quận 9', 'quận 9'],
    ['45 Nguyễn Huệ Q1 TPHCM', 'Q1 TPHCM'],
    ['cầu Bãi Cháy, Hạ Long', 'Hạ Long'],
    ['chợ Đầm, Nha Trang', 'Nha Trang'],
    ['phố Huế, Hai Bà Trưng, Hà Nội', 'Hai Bà Trưng, Hà Nội'],
    ['sông Hồng đoạn qua Hưng Yên', 'Hưng Yên'],
    ['thôn Đoài xã Yên Phong Bắc Ninh nấu nhôm', 'xã Yên Phong Bắc Ninh'],
    ['Ngay ngã tư Vũng Áng cá chết trắng bờ', 'Vũng Áng'],
    ['vàng tặc quay lại bãi Mà Cooih rồi cán bộ ơi', 'Mà Cooih'],
    ['ở thu duc khoi bui qua', 'thu duc'],
    ['aqi bac ninh', 'bac ninh'],
    ['dia chi o ha noi', 'ha noi'],
    ['hồ sơ nộp tại xã Ia Grai hôm mùng 4 nhé', 'xã Ia Grai'],
    ['UBND xã Trừ Văn Thố làm ngơ', 'xã Trừ Văn Thố'],
    ['da Son La', 'Son La'],
    ['dạ tân hiệp an giang', 'tân hiệp an giang'],
    ['da lat lam dong', 'da lat lam dong'],
    ['dia chi o xa cua lo nghe an', 'xa cua lo nghe an'],
  ])('%s', (text, said) => {
    expect(texts(text)).toEqual([said]);
  });

  it('several places are all told, the ones introduced as communes first', () => {
    const text = 'à nhầm, ở phường Hồng Hà, Hà Nội chứ không phải phường Ba Đình';
    expect(texts(text)).toEqual(['phường Hồng Hà, Hà Nội', 'phường Ba Đình']);
    expect(placesIn(text).map(({ communeCode }) => communeCode)).toEqual(['00097', '00004']);
  });
});

describe('names of streets, bridges, firms and people, and everyday words, are no places', () => {
  it.each([
    'đường Nguyễn Trãi',
    'đường Nguyễn Trãi kẹt xe',
    'phố Huế',
    'trạm Nguyễn Văn Cừ giờ này bao nhiêu',
    'cầu Long Biên có người đổ rác',
    'chợ Bình Tây bốc mùi',
    'sông Đồng Nai nước đục',
    'xa lộ Hà Nội bụi mù',
    'KCN Sóng Thần xả khói',
    'sân bay Tân Sơn Nhất ồn quá',
    'công ty TNHH Tân Thành xả khói đen',
    'công ty Phú An Khang rao bán đất rừng',
    'cty TNHH kh.sản Bảo Sơn nổ mìn',
    'hợp tác xã Suối Tiên',
    'anh Nguyễn Tân Hiệp đổ trộm rác',
    'tôi tên là Trần Bình An',
    'chị Thanh Hà gọi lại cho em',
    'hòa bình cho mọi người',
    'mong được sống yên bình',
    'rác chất đống trước cửa nam nhà tôi',
    'ba vì say rượu nên đốt rác',
    'yêu cầu giấy tờ ngoài quy định',
    'có khói, cửa lò sập',
    'màn hình quảng cáo ở ngã sáu chiếu vô nhà tôi',
    'qua biên giới',
    'xã hội đen',
    'cán bộ xã làm ngơ',
    'trong phường có quán ồn',
    'xa rac thanh dong',
    'Cong xa cua lo nhuom chay ra muong',
    'nuoc thai trai heo, di lam ve lam ca chan',
    'phuong an xu ly the nao',
    'Phim X quang, hóa chất rửa phim',
    'tố cáo ông chủ tịch xã bán đất công',
    'x^2 - 5x + 6 = 0',
    '10 + 5 x 2',
    'đường số 7',
    'ngõ 12 hẻm 3',
    'gọi lại cho tôi số 0912345678',
    'thủ đô nước nào sạch nhất',
    'tôi muốn phản ánh',
    'nước đen ngòm',
    'đồng ý',
    'hợp lý',
    'đúng',
    'hông đúng nha',
    'trà đá',
    'anh Ba',
    '',
    '123',
    '😡😡',
  ])('%j', (text) => {
    expect(placesIn(text)).toEqual([]);
  });
});

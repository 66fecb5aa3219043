import { landmarkBefore, landmarkOf } from '../../nlp/landmark';

describe('what is said of a place before its commune', () => {
  it.each([
    ['Nhà máy xả thải ra sông gần cầu Nhật Tân, phường Hồng Hà, Hà Nội', 'Hồng Hà', 'gần cầu Nhật Tân'],
    [
      'Nhà máy xả thải ra sông gần cầu Nhật Tân, phường Hồng Hà, Hà Nội',
      'phường Hồng Hà, Hà Nội',
      'gần cầu Nhật Tân',
    ],
    ['họ đốt rác ở số 12 đường Lê Lợi, phường Ba Đình, Hà Nội', 'Ba Đình', 'số 12 đường Lê Lợi'],
    ['dot rac o so 12 duong le loi phuong ba dinh', 'ba dinh', 'so 12 duong le loi'],
    ['mùi sơn nồng nặc quanh KCN Sóng Thần, phường Dĩ An', 'phường Dĩ An', 'KCN Sóng Thần'],
    ['CCN Phong Khê, phường Võ Cường xả khói', 'phường Võ Cường', 'CCN Phong Khê'],
    ['xưởng nhựa gần cầu Đen ở phường Tân Hiệp', 'phường Tân Hiệp', 'gần cầu Đen'],
    ['lò mổ ấp 3 xã Đức Liễu xả nước đỏ', 'xã Đức Liễu', 'ấp 3'],
    ['rác thải ở bên hông chợ Bình Tây, phường Bình Tây', 'phường Bình Tây', 'bên hông chợ Bình Tây'],
    ['rác đầy đường ở phường Ba Đình', 'phường Ba Đình', ''],
    ['xả nước đen ở xã Tân Hiệp', 'Tân Hiệp', ''],
    ['Tôi sống gần chợ. Xả thải ở Phường Ba Đình', 'Ba Đình', ''],
    ['phường Ba Đình có người đốt rác', 'Ba Đình', ''],
    ['rác đổ cho đầy phường Ba Đình', 'Ba Đình', ''],
    ['nộp hồ sơ đất hôm qua ở phường Ba Đình', 'Ba Đình', ''],
    ['nop ho so dat hom qua o phuong ba dinh', 'ba dinh', ''],
    ['rác đổ bên hồ số 5, phường Ba Đình', 'Ba Đình', 'bên hồ số 5'],
    ['kho ở cuối đường sinh ra gián, chúng bò sang các nhà xung quanh ở phường Ba Đình', 'Ba Đình', ''],
    ['Xem giúp trường hợp này: nước giếng của cả xóm ở xã Yên Minh', 'Yên Minh', ''],
    ['nhà hàng ven hồ lén đặt đường ống xả nước thải xuống hồ ở Quảng Phú', 'Quảng Phú', ''],
    ['đường đầy rác mà không ai dọn, gần chợ Mơ, phường Ba Đình', 'Ba Đình', 'gần chợ Mơ'],
    ['Trường nằm ở phường Ba Đình', 'Ba Đình', ''],
    ['Trường Lê Lợi nằm ở phường Ba Đình', 'Ba Đình', 'Trường Lê Lợi'],
    ['con suối chảy qua phường Ba Đình', 'Ba Đình', ''],
    ['không có tên ấy', 'Ba Đình', ''],
    ['', '', ''],
  ])('%s', (text, commune, landmark) => {
    expect(landmarkBefore(text, commune)).toBe(landmark);
  });
});

describe('and after it', () => {
  it.each([
    ['P.14 Q.10, hẻm 285 Cách Mạng Tháng 8, ồn cả đêm', 'P.14 Q.10', 'hẻm 285 Cách Mạng Tháng 8'],
    ['phường Hồng Hà, gần cầu Nhật Tân. Nước đen ngòm', 'phường Hồng Hà', 'gần cầu Nhật Tân'],
    ['phường Hồng Hà gần cầu Nhật Tân', 'phường Hồng Hà', 'gần cầu Nhật Tân'],
    ['phường Hồng Hà có người đốt rác gần cầu', 'phường Hồng Hà', ''],
    ['phường Hồng Hà. Gần đây hay có khói', 'phường Hồng Hà', ''],
    ['gần chợ Bưởi, phường Tây Hồ, ngay cổng trường', 'phường Tây Hồ', 'gần chợ Bưởi'],
    ['không có tên ấy', 'Ba Đình', ''],
  ])('%s', (text, commune, landmark) => {
    expect(landmarkOf(text, commune)).toBe(landmark);
  });
});

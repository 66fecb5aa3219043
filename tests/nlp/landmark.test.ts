import { landmarkBefore } from '../../nlp/landmark';

describe('what is said of a place before its commune', () => {
  it.each([
    ['Nhà máy xả thải ra sông gần cầu Nhật Tân, phường Hồng Hà, Hà Nội', 'Hồng Hà', 'gần cầu Nhật Tân'],
    ['họ đốt rác ở số 12 đường Lê Lợi, phường Ba Đình, Hà Nội', 'Ba Đình', 'số 12 đường Lê Lợi'],
    ['dot rac o so 12 duong le loi phuong ba dinh', 'ba dinh', 'so 12 duong le loi'],
    ['xả nước đen ở xã Tân Hiệp', 'Tân Hiệp', ''],
    ['Tôi sống gần chợ. Xả thải ở Phường Ba Đình', 'Ba Đình', ''],
    ['phường Ba Đình có người đốt rác', 'Ba Đình', ''],
    ['rác đổ cho đầy phường Ba Đình', 'Ba Đình', ''],
    ['không có tên ấy', 'Ba Đình', ''],
  ])('%s', (text, commune, landmark) => {
    expect(landmarkBefore(text, commune)).toBe(landmark);
  });
});

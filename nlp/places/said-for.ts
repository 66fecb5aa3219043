/**
 * Other names that people use, with the full name of the unit they mean. Written by us. The quarters 2 and 9 became part
 * of Thủ Đức in 2021 and are still spoken of.
 */
export const SAID_FOR: readonly [said: string, fullName: string][] = [
  ['HCM', 'Thành phố Hồ Chí Minh'],
  ['HCMC', 'Thành phố Hồ Chí Minh'],
  ['TPHCM', 'Thành phố Hồ Chí Minh'],
  ['Sài Gòn', 'Thành phố Hồ Chí Minh'],
  ['Sì Gòn', 'Thành phố Hồ Chí Minh'],
  ['Sài Thành', 'Thành phố Hồ Chí Minh'],
  ['Hà Thành', 'Thành phố Hà Nội'],
  ['Đà Nẽng', 'Thành phố Đà Nẵng'],
  ['Bình Zương', 'Tỉnh Bình Dương'],
  ['Đắc Lắc', 'Tỉnh Đắk Lắk'],
  ['Đắc Nông', 'Tỉnh Đắk Nông'],
  ['Bắc Cạn', 'Tỉnh Bắc Kạn'],
  ['Kontum', 'Tỉnh Kon Tum'],
  ['BRVT', 'Tỉnh Bà Rịa - Vũng Tàu'],
  ['BR VT', 'Tỉnh Bà Rịa - Vũng Tàu'],
  ['BMT', 'Thành phố Buôn Ma Thuột'],
  ['Buôn Mê Thuột', 'Thành phố Buôn Ma Thuột'],
  ['Ban Mê Thuột', 'Thành phố Buôn Ma Thuột'],
  ['Ban Mê', 'Thành phố Buôn Ma Thuột'],
  ['Plei Ku', 'Thành phố Pleiku'],
  ['Qui Nhơn', 'Thành phố Quy Nhơn'],
  ['Phan Rang', 'Thành phố Phan Rang - Tháp Chàm'],
  ['Sapa', 'Thị xã Sa Pa'],
  ['2', 'Thành phố Thủ Đức'],
  ['9', 'Thành phố Thủ Đức'],
];

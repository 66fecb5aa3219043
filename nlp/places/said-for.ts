/**
 * Other names that people use, by the full name of the unit they mean. Written by us. The quarters 2 and 9 became part
 * of Thủ Đức in 2021 and are still spoken of.
 */
export const SAID_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['Thành phố Hồ Chí Minh', ['HCM', 'HCMC', 'TPHCM', 'Sài Gòn', 'Sì Gòn', 'Sài Thành']],
  ['Thành phố Hà Nội', ['Hà Thành']],
  ['Thành phố Đà Nẵng', ['Đà Nẽng']],
  ['Tỉnh Bình Dương', ['Bình Zương']],
  ['Tỉnh Đắk Lắk', ['Đắc Lắc']],
  ['Tỉnh Đắk Nông', ['Đắc Nông']],
  ['Tỉnh Bắc Kạn', ['Bắc Cạn']],
  ['Tỉnh Kon Tum', ['Kontum']],
  ['Tỉnh Bà Rịa - Vũng Tàu', ['BRVT', 'BR VT']],
  ['Thành phố Buôn Ma Thuột', ['BMT', 'Buôn Mê Thuột', 'Ban Mê Thuột', 'Ban Mê']],
  ['Thành phố Pleiku', ['Plei Ku']],
  ['Thành phố Quy Nhơn', ['Qui Nhơn']],
  ['Thành phố Phan Rang - Tháp Chàm', ['Phan Rang']],
  ['Thị xã Sa Pa', ['Sapa']],
  ['Thành phố Thủ Đức', ['2', '9']],
  // Spelt "Mù Căng Chải" in the register of old.
  ['Huyện Mù Căng Chải', ['Mù Cang Chải']],
]);

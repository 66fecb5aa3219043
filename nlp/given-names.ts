/** Given names that a single word in small letters may be. */
export const GIVEN: ReadonlySet<string> = new Set(
  (
    'hoa lan huong mai linh trang thao thu hang hanh nga nhung oanh phuong quynh thuy thanh van yen my ngoc diep dung ' +
    'dung tuan hung cuong nam hai minh long son tung quang duc huy khanh kien lam loc nghia phuc quan sang tai tam tan ' +
    'thang thinh tho tien toan tri trung truong tu viet vinh vu hieu hoang binh bao chau chi cuc dao diem giang ha hien ' +
    'hong hue kim lien loan luyen ly nhi nhu tham thoa tuyet uyen vy xuan anh an dat khoa kha phong quy hoan luan bay ba ' +
    'tu sau tam chin muoi ut hai nam thom nguyet thuan thuong trinh phat quyen thien truc tuyen bich cam khiem khoi nhat nhut hao sen lua gam xinh xoan'
  ).split(' '),
);

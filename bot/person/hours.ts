/** It asks when people are there. */
export const asksHours = (key: string): boolean => HOURS.test(key);
const HOURS =
  /\b(?:may gio|gio (?:lam viec|mo cua|hanh chinh|truc|giac)|thoi gian lam viec|lam viec (?:luc|tu|den|may|gio|ngay|thu|cuoi|chu nhat|24)|mo cua|(?:thu bay|thu 7|chu nhat|cuoi tuan|ngay le|ban dem|tet|nghi le|le tet|ngay nghi) co (?:lam|ai|nguoi|truc|mo)|co (?:lam|truc)(?: viec)? (?:thu|chu nhat|cuoi tuan|ngay le|ban dem)|opening hours|working hours|office hours|what time|are you open)\b/;

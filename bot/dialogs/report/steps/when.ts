import { readText } from '../../../../nlp/fold';

const FEW = 8;
/** "Giờ đang xả luôn", "thất thường lắm", "tùy hôm". */
const NOW =
  /^ (?:(?:gio|bay gio|dang|hien|hien gio|hien tai|hien nay|that thuong|bat thuong|bat chot|tuy|hen xui|luc nao cung)(?: [^ ]+){0,3}) $/;

/** "Mùa gió bấc này", "tối mịt là bắt đầu": it begins as people begin who say when, whatever else it sounds like. */
export function tellsWhen(text: string): boolean {
  const { typed, folded, accented, words } = readText(text.slice(0, LONGEST));
  const bare = folded.trim();
  return (
    words.length <= FEW &&
    (WHEN_ENGLISH.test(bare) || (accented ? WHEN.test(typed) : WHEN_BARE.test(folded)) || NOW.test(folded))
  );
}

/** "Tôi lo cho mấy đứa nhỏ lắm" tells of people, not when. */
export function speaksOfPeople(text: string): boolean {
  const { typed, folded, accented } = readText(text.slice(0, LONGEST));
  return accented ? PEOPLE.test(typed) : PEOPLE_BARE.test(folded);
}

const PEOPLE =
  /^ (?:tôi|tui|mình|con tôi|nhà tôi|nó|họ|tụi|bọn|chúng|cả (?:xóm|nhà|làng|khu|ấp|thôn)|mấy (?:đứa|người|ông|bà)) /;
// Without its accent "tôi" is an evening.
const PEOPLE_BARE =
  /^ (?:toi (?:lo|so|thay|biet|nghi)|tui|minh|con toi|nha toi|no|ho|bon|chung|ca (?:xom|nha|lang|khu|ap|thon)|may (?:dua|nguoi|ong)) /;

/** "Cả xóm mười mấy nhà đều vậy", "nhà nào cũng bị": whom it befalls, and not where; nor does "kêu hoài không ai tới". */
export const saysOfAll = (key: string): boolean => OF_ALL.test(key);
const OF_ALL =
  /^(?:ca|nguyen|het|toan|may|nhieu|ba con|nguoi dan)(?: \w+){1,6} (?:deu|cung|bi|chiu|phai|keu|than|khong (?:ai|the|chiu|ngu))\b|^(?:nha|ai|xom) nao cung\b|\b(?:khong|chang|chua|hong|ko) (?:thay |co )?ai (?:nghe|toi|den|xuong|xu ly|giai quyet|quan tam|chiu|doai|tra loi)\b/;

/** "Lúa của bà con bị vàng lá", "ai cũng bức xúc lắm": something is said of somebody or something. */
export function isStatement(text: string): boolean {
  const { typed, folded, accented, words } = readText(text.slice(0, LONGEST));
  return words.length >= SENTENCE && (accented ? SAYS.test(typed) : SAYS_BARE.test(folded));
}

const SENTENCE = 6;
const SAYS = / (?:bị|rất|đang|không|chẳng|cũng|đều|vẫn|lắm|không thể|phải|toàn) /;
const SAYS_BARE = / (?:bi|rat|dang|khong|chang|cung|deu|van|phai|toan) /;
const LONGEST = 200;
/** Understanding knows no English times. */
export const WHEN_ENGLISH =
  /^(?:every|since|last|yesterday|today|tonight|at night|this (?:week|month|morning)|all (?:day|night|week)|for \w+ (?:days|weeks|months|years))\b/;
const WHEN =
  /^ (?:(?:dạ|chắc|có|bị|tầm|cỡ|khoảng|vào|mới|là|cũng|ngay|hình như|xảy ra|diễn ra|thường) ){0,3}(?:từ|mỗi|mùa|tối|sáng|chiều|đêm|trưa|xế|khuya|khi|lúc|hồi|đợt|hôm|bữa|ngày|tuần|tháng|năm|suốt|cả (?:ngày|đêm|tuần|tháng|năm|mùa|buổi|sáng|trưa|chiều|tối|mấy|hai|ba|\d+)|cứ|vừa|lâu|nguyên|canh|kỳ|vụ|dịp|đầu|cuối|giữa|hằng|hàng|những (?:hôm|ngày|đêm|lúc|khi|buổi|bữa|dịp|tối)|hầu như|gần như|giờ (?:tan|cao điểm|nghỉ|hành chính|học)|thỉnh thoảng|liên tục|hễ|sớm|rạng|tờ mờ|nhập nhoạng|hè|mấy|vài|hai|ba|hơn|gần|sau|trước|xưa|nãy|\d+) /;
const WHEN_BARE =
  /^ (?:(?:da|chac|co|bi|tam|khoang|vao|moi|la|cung|ngay|hinh nhu|xay ra|dien ra|thuong) ){0,3}(?:tu|moi|mua|toi (?:nao|qua|hom|thu|mit|chu|kia)|sang|chieu|dem|trua|xe chieu|khuya|khi|luc|hoi|dot|hom|bua|ngay|tuan|thang|nam|suot|ca (?:ngay|dem|tuan|thang|nam|mua|buoi|sang|trua|chieu|toi|may|hai|ba|\d+)|cu|lau|nguyen|canh|ky|dip|vu (?:nay|truoc|mua)|dau|cuoi|giua|hang|nhung (?:hom|ngay|dem|luc|khi|buoi|bua|dip|toi)|hau nhu|gan nhu|gio (?:tan|cao diem|nghi|hanh chinh|hoc)|thinh thoang|lien tuc|som|rang|to mo|nhap nhoang|he|may|vai|hai|ba|hon|sau|truoc|xua|\d+) /;

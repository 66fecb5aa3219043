import type { Reading } from './fold';

/**
 * "Bị ong đốt", "kiến ba khoang đốt cả xóm": insects sting by the word that means to burn, as long as nothing that burns
 * stands behind it. Accents that were typed tell bees from "ông".
 */
export const stings = ({ typed, folded, accented }: Reading): boolean =>
  accented ? STINGS.test(typed) : STINGS_BARE.test(folded);

const STINGS =
  / đốt (?:sưng|ngứa|mẩn|sần|nhức|đỏ người|chảy máu) | (?:ong|kiến|muỗi|rết|bọ cạp|bò cạp|côn trùng|sâu róm)(?: [^ ]+){0,4} đốt (?!(?:rác|rơm|rạ|đồng|vải|nhựa|nilon|bao|dây|lốp|vỏ|cỏ|lá|củi|than|rừng|rẫy|nương|nhang|khói|lửa|giấy|xốp|phế|cây|cành|vàng|bãi|ruộng|trấu) )/;
const STINGS_BARE =
  / dot (?:sung (?:het|ca|tay|chan|mat|nguoi|vu)|ngua|man ngua|san sui|chay mau) | (?:(?:bi|to|dan|bay) ong|ong bay (?:vao|ra|sang|qua|toi|den)|ong vo ve|kien|muoi|ret|bo cap|con trung|sau rom)(?: [^ ]+){0,4} dot (?!(?:rac|rom|ra|dong|vai|nhua|nilon|bao|day|lop|vo|co|la|cui|than|rung|ray|nuong|nhang|khoi|lua|giay|xop|phe|cay|canh|vang|bai|ruong|trau) )/;

/** "Dot bao vua roi" without accents is "đợt bão": with no other word of fire beside it nothing burns. */
export const isOnlyBout = ({ folded, accented }: Reading): boolean =>
  !accented && BOUT.test(folded) && !FIRE.test(folded);

const BOUTS = 'nhien|ngot|xuat|bien|nay|truoc|vua|roi|mua|bao|lu|ap thap|han|trieu';
const BOUT = new RegExp(` dot (?:${BOUTS}) `);
const FIRE = new RegExp(` (?:dot (?!(?:${BOUTS}) )|khoi|chay|lua|khet|tro|thieu|hun) `);

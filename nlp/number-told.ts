const NUMBER = 'số|so|sđt|sdt|đt|dt|điện thoại|dien thoai|zalo|máy|may';
const OF = 'điện thoại|dien thoai|zalo|này|nay|máy|may|của|cua|mà|ma|nhà|nha';
const SELF = 'tôi|toi|tui|em|mình|minh|cháu|chau|con|bác|bac|chị|chi|anh|cô|co|chú|chu|ông|ong|bà|ba';
const NOW = 'đang|dang|thường|thuong|hay|vẫn|van|mới|moi|hiện|hien|giờ|gio|bây|bay|chỉ|chi|còn|con|luôn|luon';
const USE =
  '(?:dùng|dung|xài|xai|sử dụng|su dung|cầm|hoạt động|hoat dong|hiện tại|hien tai|hiện nay|hien nay)(?: (?:thường xuyên|thuong xuyen|nhất|nhat|lâu nay|lau nay|hằng ngày|hang ngay|nhiều nhất|nhieu nhat))?';
/** "Số em đang dùng", "em đang xài số". */
const USES = new RegExp(
  `(?<!\\p{L})((?:${NUMBER})(?: (?:${OF}|${SELF})){0,4} )((?:(?:${NOW}) ){0,3}${USE}(?: (?:của|cua) (?:${SELF}))?)(?!\\p{L})|(?<!\\p{L})((?:${SELF}) )((?:(?:${NOW}) ){1,2}${USE})(?= (?:${NUMBER}|\\|)(?!\\p{L}))`,
  'giu',
);

/**
 * What tells that a number is used names nobody, though "dang dung" may be Đặng Dung: blotted out, letter for letter, so
 * that all else stays where it stood.
 */
export const withoutUse = (text: string): string =>
  text.replace(USES, (said: string, of = '', use = '', self = '', uses = '') => {
    const told = `${use}${uses}`;
    // "Số em Dung".
    return NAME.test(told) ? said : `${of}${self}${' '.repeat(told.length)}`;
  });

const NAME = /^\p{Lu}\p{Ll}/u;

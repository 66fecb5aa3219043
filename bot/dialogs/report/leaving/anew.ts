import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';

/** More words tell something of their own. */
const FEW = 12;

/** "Tôi khai sai hết rồi, làm lại từ đầu": all that was told is to be told again. */
export const beginsAnew = ({ control, key, text, meant }: Heard): boolean =>
  control === 'restart' ||
  (control === null &&
    meant.places.length === 0 &&
    !text.includes('?') &&
    wordCount(key) <= FEW &&
    (ANEW.test(key) || (ALL_WRONG.test(key) && !OF_PART.test(key))));

const ANEW =
  /\b(?:lam|khai|nhap|ke|noi|bao|viet|dien|ghi|gui|bat dau|phan anh) lai (?:tu dau|toan bo|het tu dau|cai moi|phan anh moi)(?: (?:nhe|nha|di|giup|cho|toi|em|a|duoc|ban)){0,3}$/;

/** "Nhập sai hết rồi, bắt đầu lại", "xóa hết đi, làm lại"; what is wrong of one part is put right there. */
const ALL_WRONG =
  /\b(?:xoa|bo|sai|nham|lon|lung tung|lon xon|rac roi|roi (?:het|qua|ren|bet|tung)|met qua|chan qua)\b(?: \w+){0,5} (?:(?:lam|bat dau) lai|(?:khai|nhap|ke|noi|bao|viet|dien) lai (?:het|tat|ca|moi))(?: (?:het|tat|ca|di|nhe|nha|giup|gium|dum|cho|toi|tui|em|minh|bac|a|voi|duoc|khong|ban)){0,5}$/;
const OF_PART = /\b(?:so|sdt|ten|dia (?:chi|diem)|cho|gio|ngay|thoi gian|loai|cau nay|anh|hinh)\b/;

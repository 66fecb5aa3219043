import type { Heard } from '../../hear';

/** More words tell something of their own. */
const FEW = 12;

/** "Tôi khai sai hết rồi, làm lại từ đầu": all that was told is to be told again. */
export const beginsAnew = ({ control, key, text, meant }: Heard): boolean =>
  control === 'restart' ||
  (control === null &&
    meant.places.length === 0 &&
    !text.includes('?') &&
    key.split(' ').length <= FEW &&
    ANEW.test(key));

const ANEW =
  /\b(?:lam|khai|nhap|ke|noi|bao|viet|dien|ghi|gui|bat dau|phan anh) lai (?:tu dau|toan bo|het tu dau|cai moi|phan anh moi)(?: (?:nhe|nha|di|giup|cho|toi|em|a|duoc|ban)){0,3}$/;

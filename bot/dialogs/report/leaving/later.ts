import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { grumbles } from '../told/foreword';

/** "Giờ tôi bận, để lát nữa": they go away, and nothing is to be lost. */
export const isLater = ({ control, key }: Pick<Heard, 'control' | 'key'>): boolean =>
  control === 'later' ||
  (control === null &&
    wordCount(key) <= FEW &&
    // "Các bạn hỏi nhiều quá, tôi …" is no "bận".
    !grumbles(key) &&
    ((LATER.test(key) && !SENDS_LATER.test(key) && !TELLS_ANEW.test(key) && !OTHERS_PROMISE.test(key)) ||
      ONLY_DRIVES.test(key)));

const FEW = 12;
/** "Cho tôi nói lại, …", "để tôi nói lại cho đúng": it is told anew now. */
const TELLS_ANEW =
  /^(?:(?:a|u|o|da|thoi) ){0,2}(?:cho (?:toi|em|minh|tui|bac) (?:noi|ghi|ke|khai) lai|(?:de )?(?:toi|em|minh|tui|bac) (?:noi|ghi|ke|khai) lai (?:cho (?:dung|chinh xac|chac|ro)|la))\b/;
/** "Ảnh tôi sẽ gửi sau", "để tối gửi video": what is sent later keeps nothing waiting. */
const SENDS_LATER =
  /^(?:(?:con|may|cac|tam|them|file|ban) )?(?:anh|hinh|hinh anh|video|clip|phim|giay to|tai lieu|bang chung)\b(?: \w+){0,5} (?:gui|bo sung|nop|chup|dua)(?: \w+)? (?:sau|them)\b|\b(?:gui|bo sung|nop|chup) (?:them )?(?:anh|hinh|video|clip|phim|giay to|tai lieu|bang chung)(?: \w+)? sau\b|\b(?:gui|bo sung|nop|chup) (?:them )?(?:hinh|hinh anh|video|clip|tai lieu|bang chung)$/;
/** "Họ hứa lát nữa quay lại dọn", "trưa họ nghỉ, chiều làm tiếp". */
const OTHERS_PROMISE =
  /\b(?:ho|no|bon no|chung no|nguoi ta|chu|can bo|cong an) (?:(?:cu|toan|co|van) )?(?:hua|noi|bao|keu|hen)\b|\b(?:ho|chung no|nguoi ta|xuong|nha may|cong ty|tho) (?:nghi|lam|chay|xa|dot|do)\b/;
const LATER =
  /^(?:(?:toi|em|minh|tui|thoi|da|de|chac|gio) ){0,3}(?:se |lat |ti |mai |toi )(?:nua )?(?:quay lai(?! (?:day|roi|ne|video|vi deo|clip|phim|canh|hinh|anh|bien so|duoc|het|toan|tu luc|ca|mat))|tro lai|lam tiep|nhan lai|noi tiep|bao tiep|khai tiep|dien tiep|ke tiep)\b|\b(?:de (?:sau|lat|mai|khi khac|luc khac|hom khac|bua khac|bua sau|(?:lat|ti|chut) nua|(?:toi|chieu|sang|trua|khuya|toi nay|chieu nay|sang mai)(?: ve| ranh| roi)?(?: (?:toi|em|minh|tui|bac|co|chu|con|chau))? (?:lam|nhan|noi|ke|bao|viet|quay|gui))|(?:lat|ti|chut|mai|toi|chieu|sang mai)(?: nua| nay| mai)?(?: ranh| roi| ve)?(?: (?:toi|em|minh|tui|bac|co|chu|con))? (?:lam|nhan|noi|ke|bao|viet|quay(?! lai (?:day|roi|ne|video|vi deo|clip|phim|canh|hinh|anh|bien so|duoc|het|toan|tu luc|ca|mat))|gui|khai|dien)(?: (?:tiep|not|lai))+|(?:(?<!\b(?:dung|ngoi|buon) )ban(?! (?:cong|ghe|do|tho|hang|an|ngay|dem|le|buon|cat|dat|da|go|thit|nha|cho|ra|nhan|goi|bao|lien|tra loi|ghi|giup|oi|a|nhe)\b)|lai xe|hop|di lam|nau com|do tay|ban tay|het pin|yeu pin|co khach|chay xe|cho con|dang do)\b.{0,20}\b(?:lat|ti|chut|chieu|(?<!(?:nha|cua|voi|gan|con|me|bo|ba|vo|chong|chung|canh|truoc|sau|giup|gium|dum|cho|goi|hoi|bao) )toi|mai|bua)(?: nua| nay)?|(?:lam|nhan|noi) (?:tiep|not) sau|(?:luc|khi|hom|bua) khac(?: (?:toi|tui|em|minh|bac|se))? (?:lam|nhan|noi|ke|bao|khai|viet|quay lai))\b|\b(?:lam|nhan|noi|ke|khai|gui|dien|tinh) sau(?: (?:nhe|nha|a|di|duoc khong|vay|cung duoc)){0,2}$/;

/** "Dạ em đang chạy xe": who tells this and nothing else cannot write now. */
const ONLY_DRIVES =
  /^(?:(?:da|a|oi|ban|em|toi|minh|tui|bac|chau|gio|bay gio|thoi|xin loi) ){0,4}(?:dang|con|lo|mac|ban) (?:chay|lai) (?:xe|grab|ship)(?: (?:may|om|hoi|ngoai|tren|duong|roi|a|nha|nhe|em|ban|oi|ne|khong|ko|chua|nhan|noi|viet|tra|loi|tien|duoc)){0,6}$/;

/**
 * "Giờ đang chạy xe, tối tui nhắn lại", "dang do tay, lat lam tiep": without accents it sounds like "đang cháy", "đang
 * đổ", and names no danger.
 */
export const onlyPutsOff = ({ control, key, text }: Pick<Heard, 'control' | 'key' | 'text'>): boolean => {
  if (ACCENTED_DANGER.test(text.normalize('NFC'))) return false;
  return DRIVES.test(key) || (isLater({ control, key }) && !DANGER.test(key));
};

const DRIVES =
  /\b(?:dang|con|lo|mac|ban) (?:chay|lai) (?:xe|grab|ship|hang|cho|ban|may)\b.*\b(?:nhan|noi|ke|bao|viet|tra loi|lam|goi) (?:tiep|lai|sau|not)\b/;
const ACCENTED_DANGER = /cháy|nổ|ngất|cứu|sập|ngạt|ngộ độc/i;
const DANGER = /\b(?:chay|no|ngat|cuu|bong|ro ri|sap|vo|chet|ngo doc|xiu|tai nan)\b/;

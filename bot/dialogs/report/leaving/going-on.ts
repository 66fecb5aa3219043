import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { isLater } from './later';

/** More words tell something of their own. */
const FEW = 9;

/** "Làm tiếp phản ánh lúc nãy", "giờ rảnh rồi, mình tiếp nhé": back to what was left. */
export const goesOn = (heard: Heard): boolean =>
  heard.control === 'resume' ||
  (heard.control === null &&
    heard.files.length === 0 &&
    heard.meant.places.length === 0 &&
    !heard.text.includes('?') &&
    wordCount(heard.key) <= FEW &&
    (GOES_ON.test(heard.key) || COMES_BACK.test(heard.key)) &&
    !isLater({ control: null, key: withoutSelf(heard) }));

/** "Gửi đi", "đúng rồi gửi giúp tôi": said of what was left, it goes on with that. */
export const wantsSent = ({ key }: Pick<Heard, 'key'>): boolean => SENDS.test(key);
const SENDS =
  /^(?:(?:ok|oke|u|vang|da|dung|roi|thi|cu|toi|em|minh|tui|bac|muon|dong y|a|chu) ){0,5}(?:gui|nop)(?: (?:di|giup|gium|dum|luon|cho|toi|tui|em|minh|nhe|nha|a|duoc|phan anh|ban|voi|roi)){0,5}$/;

/** "Tôi làm tiếp đây" is said by whoever is back; only without its accent it may be an evening. */
const withoutSelf = ({ text, key }: Heard): string =>
  /(?<!\p{L})tôi(?!\p{L})/iu.test(text.normalize('NFC'))
    ? key.replace(/\btoi (?=(?:lam|bao|ke|noi|nhan|khai|viet|dien|gui|quay|tiep)\b)/, '')
    : key;

/** "Quay lại phản ánh lúc nãy". */
const COMES_BACK =
  /^(?:(?:a|da|roi|ok|gio|thi|toi|em|minh|tui|bac|cho|muon|xin) ){0,4}quay (?:lai|ve)(?: (?:cai|vu|viec|chuyen|phan anh|don|bao cao|hoi|luc|khi|nay|dang|do|roi|ne|nhe|nha|day|voi)){1,6}$/;

const GOES_ON =
  /^(?:(?:a|da|roi|ok|gio|bay gio|chu|thi|toi|em|minh|tui|bac|chau|con|ta|cho|muon|xin|quay lai|quay ve|da|ranh|xong|viec|moi|day|nhe) ){0,8}(?:(?:lam|bao|ke|noi|nhan|khai|viet|dien|gui|di) )?(?:tiep|not|tiep tuc)(?: (?:tuc|di|nhe|nha|nao|thoi|a|duoc|roi|day|luon|ne|cai|vu|viec|chuyen|phan anh|don|bao cao|hoi|luc|nay|dang do|do|con|nhe|em|ban|cho|toi|giup)){0,6}$/;

import type { Reading } from './fold';
import type { Intent } from './types';

/**
 * "Mỏ đá hết hạn giấy phép vẫn khai thác", "họ xây kho trên đất lúa, không phép": words of permits sound like a question
 * about one, and tell of somebody who does without. Undefined: it tells of nobody, or something is asked.
 */
export function breachIn({ text, folded }: Reading): Extract<Intent, `report.${string}`> | undefined {
  const said = folded.trim();
  const key = said.replace(NONE_AT_ALL, 'khong phep').replace(LAMENT, '');
  const asks = text.includes('?') && !laments(said);
  if (!(BREACH.test(key) || BEYOND_MINE.test(key)) || asks || WANTS_TO_KNOW.test(key)) return undefined;
  return OF_LAND.test(key) && !BEYOND_MINE.test(key) ? 'report.land' : 'report.pollution';
}

/** "Không ai quản hay sao?", "mà chẳng ai làm gì": it ends as a question does, and asks for nothing. */
export const laments = (key: string): boolean => LAMENT.test(key);
const LAMENT =
  /\b(?:bao (?:(?:rat )?nhieu|khap|may) (?:noi|lan|cho|cap) (?:roi )?)?(?:ma )?(?:khong|chang|ko|hong) (?:(?:thay|co|con) )?ai (?:quan|quan ly|xu ly|giai quyet|lam gi|quan tam|dep|can thiep)(?: (?:het|ca|hay|sao|ha|a|vay|chu)){0,3}$/;

/** "Chẳng thấy giấy phép gì": it ends as a question does, and asks for none. */
const NONE_AT_ALL =
  /\b(?:khong|chua|chang|cha|ko|hong) (?:he |co |thay |xin |trinh ){1,3}(?:giay )?phep (?:tac )?(?:gi|nao)(?: (?:ca|het|sat|dau|tron)){0,2}$/;
const BREACH =
  /\b(?:trai phep|khong phep|(?:khong|chua|chang|ko) (?:he )?(?:co |xin )?(?:giay )?phep|(?:het|qua|sai|ngoai) (?:han )?(?:giay )?phep|ma khong xin|(?:van|cu|vo tu|ngang nhien|len lut|lau) (?:cu )?(?:khai thac|hoat dong|xa|do|dot|xay|san xuat|dao|muc|hut|thi cong|san lap|phan lo|dung))\b/;
const WANTS_TO_KNOW =
  /\b(?:(?:can|lam|co|nhung|cai|giay|phai) gi(?! (?:thi )?(?:(?:xin|nho|cu|ban|chau|anh|chi|em|co quan) ){0,2}(?:goi|alo|lien he|nhan|bao))|(?:thi|ra|lam|tai|vi) sao|o dau|the nao|bao (?:nhieu|lau|gio)|may (?:tien|ngay)|thu tuc|ho so gi|giay to|can phai|co phai|muon (?:xin|hoi|biet|lam)|cho (?:toi |em )?hoi|(?:bi|xu|muc|tien) phat|phat (?:tien|the|nhu|ra|sao)|duoc (?:khong|phep|ko)|phai khong|khong a|ko a)\b|\b(?:khong|ko|k|chua|hong|gi|sao|vay|ha|a)$/;
const OF_LAND =
  /\b(?:xay|cat nha|dung nha|lan (?:chiem|dat|sang|ra)|phan lo|ban nen|san lap|(?:dat|ruong) (?:lua|nong nghiep|vuon|rung|cong|trong|ray))\b/;

/** "Mỏ đá đào lấn ra ngoài mốc được cấp phép", "múc đất quá phép", "lấn mốc mỏ": it digs where, or more than, it may. */
export const digsBeyond = (key: string): boolean => BEYOND_MINE.test(key);
const BEYOND_MINE =
  /\b(?:dao|muc|xuc|hut|khai thac)(?: (?:dat|da|cat|soi|doi|nui|than))? (?:lan|qua|vuot|ngoai|sai) (?:\w+ ){0,3}(?:moc|ranh|phep|pham vi)\b|\b(?:lan|vuot|ngoai|qua) (?:\w+ ){0,2}(?:moc|ranh) mo\b/;

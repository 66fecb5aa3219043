import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { type Draft, withWords } from '../draft';

/** "Gọi ai bây giờ", "làm sao đây, gần nhà dân lắm": asked in danger, it is answered by the numbers, not by a menu. */
export const criesForHelp = (
  { urgent }: Pick<Draft, 'urgent'>,
  { key, meant }: Pick<Heard, 'key' | 'meant'>,
): boolean => urgent && ((wordCount(key) <= LONGEST && CRIES.test(key)) || callsThem(key, meant));

const LONGEST = 25;
const CRIES =
  /\b(?:(?:goi|bao|keu|nho|dien) (?:cho )?(?:ai|dau|so (?:nao|may|gi))|(?:lam|phai lam) (?:sao|gi|the nao|rang)(?: (?:day|bay gio|gio|chu|bay chu|troi|a|ha))*$|chay (?:di )?(?:dau|huong nao)|cuu (?:voi|toi|tui|chung toi|nguoi)|who (?:do i|should i|to) call|help us)\b/;

/** "Mau cho người tới!" says where to nobody. */
const callsThem = (key: string, { places }: Heard['meant']): boolean =>
  places.length === 0 && wordCount(key) <= SHORT && CALLS.test(key);
const SHORT = 8;
const CALLS =
  /\b(?:cho|keu|cu|dieu|dua) (?:nguoi|cong an|cuu hoa|chua chay|xe|luc luong|doi)(?: \w+){0,3} (?:toi|den|xuong|ra|cuu|giup)(?: (?:lien|ngay|gap|nhanh|voi|di|giup|luon)){0,2}$|^(?:mau|nhanh|le|khan cap|gap) (?:len|cuu|giup|xuong|den|toi)(?: (?:voi|giup|di|nhanh|ngay|cuu|nao)){0,2}$/;

/** The cry belongs to the report: staff hear how it stands with them. */
export const withCry = (draft: Draft, { text }: Heard): Draft => withWords(draft, text);

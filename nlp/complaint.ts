import type { Reading } from './fold';

/**
 * "Hồ sơ sang tên nằm ở xã năm tháng, hỏi thì bị nạt" sounds like a question about a dossier and is a complaint about
 * those who have it: how they treat people is told, and nothing is asked.
 */
export const complainsOfOffice = ({ text, folded }: Reading): boolean =>
  !text.includes('?') && MISTREATED.test(folded) && !ASKS.test(folded);

const MISTREATED =
  /\b(?:bi (?:nat|quat|chui|mang|hanh|duoi|ep|lam kho|lam tien)|quat thao|nat no|duoi ve|doi (?:tien|them tien|phong bi|chung chi|hoi lo)|(?:phai|bat) chung chi|voi (?:tien|vinh)|phong bi|lot tay|dut lot|lam kho|gay kho|hach sach|nhung nhieu|hanh (?:dan|toi|tui)|tra (?:lai )?di tra lai|(?:khong|ko|k|chang) (?:chiu )?(?:noi|cho biet|neu) ly do)\b/;
const ASKS =
  /\b(?:sao roi|toi dau|den dau|xong chua|duoc chua|co chua|bao gio|khi nao|chung nao|bao lau|the nao roi|kiem tra (?:giup|gium)|check (?:giup|gium)|tra cuu)\b/;

/**
 * "Vào hỏi thủ tục đất đai bị cô ở bộ phận một cửa quát": who went to ask about a procedure tells how those who are to
 * answer treated them.
 */
export const complainsOfCounter = ({ text, folded }: Reading): boolean =>
  !text.includes('?') &&
  OFFICIAL.test(folded) &&
  (BEFELL.test(folded) || TREATS.test(folded)) &&
  !ASKS_HOW.test(folded);

const OFFICIAL =
  /\b(?:can bo|cong chuc|nhan vien|bo phan|mot cua|dia chinh|tiep (?:dan|nhan)|uy ban|ubnd|chu tich|truong (?:thon|ap|phong))\b/;
/** By whom stands between: "bị chị ở một cửa mắng". */
const BEFELL =
  /\bbi (?:[a-z]+ ){0,8}(?:quat|nat|chui|mang|la mang|duoi|gat|hach sach|hanh (?!chinh)|xi va|lam kho|gay kho|ep|doi (?:tien|them|phong bi|hoi lo|\d+|[a-z]+ (?:trieu|tram|nghin|ngan|cu|xi))|voi (?:tien|vinh|tui|toi)|vong vo)/;
const TREATS =
  /\b(?:can bo|cong chuc|nhan vien|mot cua|dia chinh|tiep (?:dan|nhan)) (?:[a-z]+ ){0,6}(?:quat|nat no|chui|mang (?:chui|cho|xoi|nhu|toi|tui|em|dan)|xua duoi|duoi (?:ve|ra|toi|tui|em|dan)|hach sach|hanh (?:toi|tui|em|dan|ha|len|xuong)|gay kho|lam kho|doi (?:tien|them tien|phong bi|hoi lo|\d+ (?:trieu|tram|nghin|ngan|cu|xi)|[a-z]+ (?:trieu|tram|nghin|ngan|cu|xi))|voi (?:tien|vinh))\b/;
const ASKS_HOW =
  /\b(?:mau don|don khieu nai|thu tuc (?:to cao|khieu nai|to giac)|(?:to cao|khieu nai) (?:thi )?(?:o|gui|nop|can|lam|phai)|gui (?:cho )?(?:ai|dau)|nop (?:o )?dau|o dau|the nao|bao (?:lau|nhieu|gio)|can (?:giay to )?gi|gom gi|lam sao|duoc khong|co duoc|phai lam)\b/;

/** "Tôi muốn khiếu nại cán bộ địa chính" is about somebody; a complaint about a decision is a procedure. */
export const complainsOfOfficial = ({ text, folded }: Reading): boolean =>
  !text.includes('?') && OF_OFFICIAL.test(folded) && !OF_PROCEDURE.test(folded);

const OF_OFFICIAL =
  /\bkhieu nai (?:(?:ve|viec|chuyen|thai do|cach lam viec|hanh vi|cua|may|cac|mot|ong|ba|anh|chi|co|thang) ){0,5}(?:thai do|can bo|cong chuc|lanh dao|chu tich|pho chu tich|truong (?:phong|thon|ap|khu pho)|dia chinh|nhan vien|bo phan mot cua|to dan pho|thanh tra)\b/;
const OF_PROCEDURE =
  /\b(?:thu tuc|mau don|don khieu nai|quyet dinh|gui (?:cho )?(?:ai|dau)|nop (?:o )?dau|o dau|the nao|bao (?:lau|nhieu)|can (?:giay to )?gi|gom gi|lam sao|duoc khong|co duoc)\b/;

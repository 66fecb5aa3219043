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

/** "Tôi muốn khiếu nại cán bộ địa chính" is about somebody; a complaint about a decision is a procedure. */
export const complainsOfOfficial = ({ text, folded }: Reading): boolean =>
  !text.includes('?') && OF_OFFICIAL.test(folded) && !OF_PROCEDURE.test(folded);

const OF_OFFICIAL =
  /\bkhieu nai (?:(?:ve|viec|chuyen|thai do|cach lam viec|hanh vi|cua|may|cac|mot|ong|ba|anh|chi|co|thang) ){0,5}(?:thai do|can bo|cong chuc|lanh dao|chu tich|pho chu tich|truong (?:phong|thon|ap|khu pho)|dia chinh|nhan vien|bo phan mot cua|to dan pho|thanh tra)\b/;
const OF_PROCEDURE =
  /\b(?:thu tuc|mau don|don khieu nai|quyet dinh|gui (?:cho )?(?:ai|dau)|nop (?:o )?dau|o dau|the nao|bao (?:lau|nhieu)|can (?:giay to )?gi|gom gi|lam sao|duoc khong|co duoc)\b/;

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

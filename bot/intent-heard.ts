import type { Intent, Understanding } from '../nlp/types';

/** What is wanted, where it is likely enough to act upon; else `out_of_scope`. */
export const intentHeard = (understood: Understanding, key: string): Intent =>
  complaintOfOffice(understood, key) ?? likely(understood);

/** Less likely than this, and nothing is done upon it; a report that says where is taken for one sooner. */
const LIKELY = 0.4;
const LIKELY_SOMEWHERE = 0.25;

const likely = ({ intent, confidence, places }: Understanding): Intent =>
  confidence >= (intent.startsWith('report.') && places.length > 0 ? LIKELY_SOMEWHERE : LIKELY)
    ? intent
    : 'out_of_scope';

/**
 * "Hồ sơ sang tên nằm ở xã năm tháng, hỏi thì bị nạt" sounds like a question about a dossier and is a complaint about
 * those who have it: how they treat people is told, no code is given and nothing is asked.
 */
const complaintOfOffice = (
  { intent, text, dossierCodes }: Pick<Understanding, 'intent' | 'text' | 'dossierCodes'>,
  key: string,
): Intent | undefined =>
  intent === 'dossier.status' &&
  dossierCodes.length === 0 &&
  !text.includes('?') &&
  MISTREATED.test(key) &&
  !ASKS.test(key)
    ? 'report.misconduct'
    : undefined;

const MISTREATED =
  /\b(?:bi (?:nat|quat|chui|mang|hanh|duoi|ep|lam kho|lam tien|tra (?:ve|lai|di tra lai))|quat thao|nat no|duoi ve|doi (?:tien|them tien|phong bi|chung chi|hoi lo)|voi (?:tien|vinh)|phong bi|chung chi|lot tay|dut lot|lam kho|gay kho|hach sach|nhung nhieu|hanh (?:dan|toi|tui)|(?:khong|ko|chang) (?:noi|cho biet|neu) ly do|khong (?:co )?ly do)\b/;
const ASKS =
  /\b(?:sao roi|toi dau|den dau|xong chua|duoc chua|co chua|bao gio|khi nao|chung nao|bao lau|the nao roi|kiem tra (?:giup|gium)|tra cuu)\b/;

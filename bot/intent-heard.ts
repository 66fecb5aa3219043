import type { Intent, Understanding } from '../nlp/types';

/** What is wanted, where it is likely enough to act upon; else `out_of_scope`. */
export const intentHeard = (understood: Understanding, key: string): Intent =>
  breachTold(understood, key) ?? likely(understood);

/** Less likely than this, and nothing is done upon it; a report that says where is taken for one sooner. */
const LIKELY = 0.4;
const LIKELY_SOMEWHERE = 0.25;

const likely = ({ intent, confidence, places }: Understanding): Intent =>
  confidence >= (intent.startsWith('report.') && places.length > 0 ? LIKELY_SOMEWHERE : LIKELY)
    ? intent
    : 'out_of_scope';

/**
 * "Mỏ đá hết hạn giấy phép vẫn khai thác", "họ xây kho trên đất lúa, không phép": words of permits sound like a question
 * about one, and tell of somebody who does without.
 */
const breachTold = (
  { intent, text }: Pick<Understanding, 'intent' | 'text'>,
  key: string,
): Intent | undefined =>
  ABOUT_PERMITS.has(intent) && BREACH.test(key) && !text.includes('?') && !WANTS_TO_KNOW.test(key)
    ? OF_LAND.test(key)
      ? 'report.land'
      : 'report.pollution'
    : undefined;

const ABOUT_PERMITS: ReadonlySet<Intent> = new Set(['procedure.ask', 'regulation.ask']);
const BREACH =
  /\b(?:trai phep|khong phep|(?:khong|chua|chang|ko) (?:he )?(?:co |xin )?(?:giay )?phep|(?:het|qua|sai|ngoai) (?:han )?(?:giay )?phep|ma khong xin|(?:van|cu|vo tu|ngang nhien|len lut|lau) (?:cu )?(?:khai thac|hoat dong|xa|do|dot|xay|san xuat|dao|muc|hut|thi cong|san lap|phan lo|dung))\b/;
const WANTS_TO_KNOW =
  /\b(?:(?:can|lam|co|nhung|cai|giay|phai) gi|(?:thi|ra|lam|tai|vi) sao|o dau|the nao|bao (?:nhieu|lau|gio)|may (?:tien|ngay)|thu tuc|ho so gi|giay to|can phai|co phai|muon (?:xin|hoi|biet|lam)|cho (?:toi |em )?hoi|(?:bi|xu|muc|tien) phat|phat (?:tien|the|nhu|ra|sao)|duoc (?:khong|phep|ko)|phai khong|khong a|ko a)\b|\b(?:khong|ko|k|chua|hong|gi|sao|vay|ha|a)$/;
const OF_LAND =
  /\b(?:xay|cat nha|dung nha|lan (?:chiem|dat|sang|ra)|phan lo|ban nen|san lap|(?:dat|ruong) (?:lua|nong nghiep|vuon|rung|cong|trong|ray))\b/;

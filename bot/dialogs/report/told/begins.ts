import { wordCount } from '../../../../nlp/fold';
import type { Intent } from '../../../../nlp/types';
import type { Heard } from '../../../hear';

/**
 * "Tố cáo công ty xả tải", "phản ảh ô nhiễm ko khí": it begins as reports begin and asks nothing, whatever a slip of the
 * thumb makes it sound like.
 */
export const beginsAsReport = ({ intent, key, text }: Heard): boolean =>
  MISHEARD.has(intent) &&
  !text.includes('?') &&
  wordCount(key) <= LONGEST_WISH &&
  ((BEGINS.test(key) && !ASKS_RULE.test(key)) || accusesOffice(key));
/** "Công an phường đánh người", "bác sĩ vòi tiền": of whatever office they are, staff will know whose matter it is. */
export const accusesOffice = (key: string): boolean => ACCUSES_OFFICE.test(key);
const ACCUSES_OFFICE =
  /\b(?:cong an|canh sat|csgt|dan phong|hai quan|kiem lam|co giao|thay giao|giao vien|hieu truong|nha truong|bac si|y ta|benh vien|tram y te)\b(?: [a-z]+){0,5} (?:(?:doi|voi|an|nhan|vay|bat nop)(?: [a-z]+){0,2} (?:tien|hoi lo|phong bi|lot tay|trieu)|danh (?:nguoi|dan|dap|hoc sinh|toi|con)|hanh hung|quat mang|bao ke)\b/;
const MISHEARD: ReadonlySet<Intent> = new Set(['procedure.ask', 'air.quality', 'out_of_scope']);
const LONGEST_WISH = 12;
const BEGINS =
  /^(?:(?:toi|em|minh|tui|bac|con|chau|xin|cho|muon|can|da|a|alo|ad|chao|gui) ){0,5}(?:(?:phan (?:anh|ah|ang|an)|to (?:cao|cap|giac)) \w|khieu (?:nai|nay) (?:o nhiem|on|mui|rac|khoi|bui|nuoc thai|xa thai)\b)/;
const ASKS_RULE =
  /\b(?:thu tuc|ho so|mau|don|giay|dau|the nao|sao|gi|may|bao|ai|can|phai|duoc|khong(?! khi)|ko(?! khi)|quyet dinh|nac danh|luat|nghi dinh|quy dinh|trinh tu|thoi han|giai quyet|tiep nhan|nguoi to cao)\b/;

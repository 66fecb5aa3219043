import type { Heard } from '../../../hear';
import { waves } from '../leaving/cancel';
import type { Draft } from '../draft';

/** "Giữ nguyên", "thôi để vậy", "không sửa nữa": what stood in the summary stays, and nothing of the report is lost by it. */
export const leavesAsIs = ({ changing, waitingFor }: Draft, heard: Heard): boolean =>
  (changing || waitingFor === 'change') &&
  ((waves(heard) && !isSmoke(waitingFor, heard)) ||
    KEEPS.test(heard.key) ||
    (waitingFor === 'photos' && /\bgui sau\b/.test(heard.key)));

/** "Khói", where a kind is the answer. */
const isSmoke = (waitingFor: Draft['waitingFor'], { key }: Heard): boolean =>
  key === 'khoi' && (waitingFor === 'category' || waitingFor === 'lane');

const KEEPS =
  /^(?:(?:thoi|da|ok|a|u|vay|thi|cu|toi|em|minh|tui|nghi lai) ){0,4}(?:giu (?:nguyen|lai|y|nhu (?:cu|vay|the))|de (?:vay|nguyen|the|y|yen|nhu (?:cu|vay|the))|(?:khong|khoi|ko|hong|dung|chua|chang) (?:(?:can|muon|phai|co|gui) ){0,2}(?:sua|doi|thay doi|chinh|them|bo sung|gui)(?: (?:gi|nua|them|dau|lai|het)){0,4}|(?:khong|ko|hong) co gi(?: (?:sua|them|nua|het|dau|khac|ca)){0,4})(?: (?:di|nhe|nha|a|cung duoc|duoc roi|luon|nua|em|ban|nhu cu|vay|thoi|giup|toi)){0,6}$/;

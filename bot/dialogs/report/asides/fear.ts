import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';

/** More words tell a story in which somebody is afraid. */
const LONGEST = 8;

/** "Sợ nó biết lắm": somebody is afraid to be found out; accents that were typed tell "sợ" from "số". */
export const fears = ({ text, key }: Pick<Heard, 'text' | 'key'>): boolean =>
  wordCount(key) <= LONGEST &&
  (HAS_ACCENT.test(text) ? FEARS.test(text.normalize('NFC').toLowerCase()) : FEARS_BARE.test(key));

const HAS_ACCENT = /[^\p{ASCII}]/u;
const FEARS =
  /(?<!\p{L})(?:sợ|ngại|lo) (?:nó|họ|bị|người|lắm|quá|lộ|trả thù|phiền)(?!\p{L})|(?<!\p{L})trả thù(?!\p{L})|(?<!\p{L})(?:đừng|không|chớ) (?:để|cho|nói|báo)(?: (?:cho|với|ai|người ta|họ|nó|xã|phường|thôn|cơ quan|hàng xóm|chủ|công ty|chúng nó)){1,3} (?:biết|hay)(?!\p{L})/u;
const FEARS_BARE =
  /\b(?:so|ngai|lo) (?:no|ho|bi|nguoi|lam|qua|lo|tra thu|phien)\b|\btra thu\b|\b(?:dung|khong|cho) (?:de|cho|noi|bao)(?: (?:cho|voi|ai|nguoi ta|ho|no|xa|phuong|thon|co quan|hang xom|chu|cong ty|chung no)){1,3} (?:biet|hay)\b/;

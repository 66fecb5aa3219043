import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';

const LONGEST = 12;
const UNKNOWN =
  /\b(?:(?:khong|hong|chua|ko|k|chang|hem)(?: co)? (?:biet|nho|ro|ranh|chac|bit|nam)|quen(?: mat)?)(?: (?:la|o|no|cai|ten|thuoc|do|day|cho)){0,4} (?:xa|phuong|huyen|quan|tinh|dia chi|duong)(?: (?:gi|nao|hay|hoac|phuong|xa|tinh|may|chi|nua|het|dau|a|ca|luon|moi|so)){0,5}$/;

/** "Hông biết xã gì nữa", "không nhớ tên phường": no more is known of the place than was said. */
export const knowsNoUnit = ({ key, meant }: Pick<Heard, 'key' | 'meant'>): boolean =>
  meant.places.length === 0 && wordCount(key) <= LONGEST && UNKNOWN.test(key);

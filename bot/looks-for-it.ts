import { wordCount } from '../nlp/fold';

const LONGEST = 9;
const LOOKS =
  /^(?:(?:vang|da|u|ok|thoi|the|vay|khoan) ){0,3}(?:de|cho|doi|cho chut|doi chut|cho ty|doi ty)(?: (?:toi|em|minh|tui|bac|chau|chut|xiu|ti|ty|da)){0,3} (?:di )?(?:tim|kiem|luc|mo|xem|coi|hoi)(?: lai)?\b|\b(?:dang tim|wait a (?:moment|minute)|let me (?:look|find|check))\b|^(?:(?:ua|a|o|ay|thoi|nhung|ma) ){0,3}(?:khoan|tu tu|doi|cho)(?: (?:da|chut|xiu|ti|ty|ti|nhe|nha|em|ban|khoan|doi|tu tu)){0,3}$/;

/** "Để em tìm giấy hẹn", where a code was asked for. */
export const looksForIt = (key: string): boolean => wordCount(key) <= LONGEST && LOOKS.test(key);

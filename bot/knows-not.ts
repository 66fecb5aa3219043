import { keyOf } from '../nlp/fold';

/** More words tell what they do know. */
const LONGEST_TEXT = 60;

/** "Không nhớ lúc nào nữa", "tôi không biết ai gây ra", "chưa rõ nguồn": nothing but that they do not know. */
export function knowsNot(said: string): boolean {
  if (said.length > LONGEST_TEXT || said.includes('?')) return false;
  const key = keyOf(said);
  return (KNOWS_NOT.test(key) && !LOST.test(key)) || NOBODY_KNOWS.test(key) || FORGOT.test(key);
}

const KNOWS_NOT =
  /^(?:(?:da|thi|toi|em|minh|tui|bac|con|chau|a|u|cai (?:nay|do)|that (?:ra|tinh|long|su|lam)|noi that|thuc su|thuc tinh|la|cung|thoi) ){0,5}(?:khong|ko|k|kg|kh|hong|hok|hem|chua|chang)(?: (?:co|the|duoc|he)){0,2} (?:biet|bit|nho|ro|chac|ranh|nam|xac dinh)(?: (?:la|thi|ro|duoc|chinh xac|cu the|khi|luc|ngay|gio|hom|thang|nam|bao|tu|nao|thoi|gian|diem|ai|cua|nguoi|nha|cho|co so|ben|don vi|cong ty|chu|ten|nguon|gay|ra|lam|den|o|dau|chon|phan|loai|gi|sao|ke|noi|tra loi|ghi|viet|nua|het|luon|a|nhe|nha|em|ban|ad|oi|cho)){0,8}$/;
/** Who does not know what to do or where to turn asks for help. */
const LOST =
  /\blam (?:sao|gi|the nao)\b|\b(?:biet|bit) (?:gi|sao|o dau|noi voi ai)(?: (?:nua|het|luon|a|nhe|nha))*$/;
/** "Quên mất rồi không nhớ" */
const FORGOT =
  /^(?:(?:da|thi|toi|em|minh|tui|bac|con|chau|a|u|cung|lai|gio) ){0,3}quen(?: (?:mat|tiet|bang|het|luon|roi)){1,3}(?: (?:khong|ko|k|hong|chua|chang) nho(?: (?:noi|duoc|ra|gi|nua|het)){0,2})?(?: (?:a|nhe|nha|ban|em|oi)){0,2}$/;
/** "Tôi có hỏi mà chẳng ai biết", "tôi làm sao biết được". */
const NOBODY_KNOWS =
  /^(?:(?:da|thi|toi|em|minh|tui|bac|con|chau|co|da|cung) ){0,4}(?:hoi (?:(?:roi|ca xom|khap|het|may nguoi) ){0,2}(?:ma |cung )?(?:chang|khong|ko|chua|co) (?:thay )?ai (?:biet|ro|nho)|(?:lam )?sao (?:ma )?(?:toi |em |minh |tui |bac )?biet(?: (?:duoc|noi|het)){1,2})(?: (?:a|ca|het|dau|nhe|nha|ban|em|oi)){0,3}$/;

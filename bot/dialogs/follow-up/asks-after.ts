import { wordCount } from '../../../nlp/fold';
import { isSpokenOf } from '../../topics/regulations/spoken-of';
import { justTold } from '../../topics/dossier/thread';
import { procedureTalk } from '../../topics/procedures/thread';
import type { TurnScope } from '../../turn-scope';

/** More words tell something of their own. */
const LONGEST = 10;

/** "Sao lâu thế", "bao giờ có người xuống" of who has sent a report, and speaks of nothing else: how it stands. */
export function asksAfterOwn(scope: TurnScope): boolean {
  const { heard, state } = scope;
  if (state.tickets.length === 0 || heard.isWish || heard.understood.places.length > 0) return false;
  if (wordCount(heard.key) > LONGEST || !AFTER.test(heard.key)) return false;
  return procedureTalk(scope, true) === undefined && justTold(scope) === undefined && !isSpokenOf(scope);
}

const AFTER =
  /^(?:(?:gi|sao|ma|the|vay|a|u|troi|oi|troi oi|lam|gi ma) ){0,4}(?:lau|cham)(?: (?:tre|chap))? (?:the|vay|qua|ghe|du|lam)(?: (?:vay|a|ha|em|ban|ad|troi|troi oi|nhi|nua)){0,2}$|^(?:(?:the|vay|a|da|thi|con|cho hoi|toi|em|gio) ){0,3}(?:mat )?(?:bao gio|khi nao|chung nao|bao lau|may gio|hom nao|ngay nao)(?: (?:nua|thi|moi|se|can bo|ho|nguoi ta))* (?:xong|(?:co|duoc|nhan|biet) (?:ket qua|tra loi|cau tra loi|giai quyet|xu ly|nguoi|ai|tin)|giai quyet|xu ly|tra loi|xuong|den|toi)\b|^(?:(?:the|vay|a|ma) )?(?:sao|vi sao|tai sao|ly do gi)(?: ma)?(?: (?:lai|phan anh|cua|toi))* (?:khong|ko|chua|tu choi|bi tu choi)(?: (?:duoc|co ai|thay|ai))* ?(?:nhan|tiep nhan|tra loi|xu ly|giai quyet)?(?: (?:the|vay|a|ha)){0,2}$|^(?:so |and |but )?(?:when will|how long|how much longer|any news|why so long|why does it take|what is taking|what takes)\b/;

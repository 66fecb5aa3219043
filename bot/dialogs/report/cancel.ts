import type { Heard } from '../../hear';
import { saysAnonymous, saysContact } from './absorb';

/** How sure it must be that a message which is no answer means to stop: a draft is soon lost, and not soon told again. */
const SURE = 0.75;

/** "Giờ tôi bận, để lát nữa": they go away, and nothing is to be lost. */
export const isLater = ({ control, key }: Heard): boolean =>
  control === 'later' || (control === null && key.split(' ').length <= FEW && LATER.test(key));

const FEW = 12;
const LATER =
  /\b(?:de (?:sau|lat|mai|khi khac|luc khac|hom khac|(?:lat|ti|chut) nua|toi (?:nay )?(?:lam|nhan|noi))|(?:lat|ti|chut|mai|toi|chieu|sang mai)(?: nua| nay| mai)?(?: ranh| roi| ve)?(?: (?:toi|em|minh|tui|bac|co|chu|con))? (?:lam|nhan|noi|ke|bao|viet|quay)(?: (?:tiep|not|lai))+|(?:ban|lai xe|hop|di lam|nau com)\b.{0,20}\b(?:lat|ti|chut|toi|mai)(?: nua| nay)?|(?:lam|nhan|noi) (?:tiep|not) sau)\b/;

/** Nothing is filed yet, so who wants to withdraw the report wants to stop. */
export function isCancel(heard: Heard): boolean {
  const { control, reply, intent, key, understood } = heard;
  if (control !== null) return control === 'cancel';
  if (reply !== null || saysAnonymous(heard) || saysContact(heard)) return false;
  // Of their name, or of one question, not of the report.
  if (/\b(?:ten|so|sdt|lien he|thong tin|biet|bit|nho|ranh)\b/.test(key)) return false;
  if (intent === 'cancel') return understood.confidence >= SURE;
  return intent === 'ticket.update' && /\b(?:rut|huy|khong (?:phan anh|bao|gui|khai) nua)\b/.test(key);
}

import type { Heard } from '../../hear';
import { saysAnonymous, saysContact } from './absorb';

/** How sure it must be that a message which is no answer means to stop: a draft is soon lost, and not soon told again. */
const SURE = 0.75;

/** Nothing is filed yet, so who wants to withdraw the report wants to stop. */
export function isCancel(heard: Heard): boolean {
  const { control, reply, intent, key, understood } = heard;
  if (control !== null) return control === 'cancel';
  if (reply !== null || saysAnonymous(heard) || saysContact(heard)) return false;
  if (intent === 'cancel') return understood.confidence >= SURE;
  return intent === 'ticket.update' && /\b(?:rut|huy|khong (?:phan anh|bao|gui|khai) nua)\b/.test(key);
}

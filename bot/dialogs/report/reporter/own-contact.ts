import { introducedIn, signatureIn } from '../../../../nlp/contact';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';
import { contactOf } from './shown-contact';
import type { StepTools } from '../step';

/** Who signs a story leaves name and number; the story keeps them as they were told. */
export function withOwnContact(draft: Draft, { understood, key, text }: Heard, { scope }: StepTools): Draft {
  if (!understood.phone || draft.anonymous || draft.contact !== null) return draft;
  const isOwn = OWN_PHONE.test(key) && !isNumberOfElse(key);
  const signed = signatureIn(text) ?? (isOwn ? { name: introducedIn(text), phone: understood.phone } : null);
  if (!signed) return draft;
  const { name, phone } = signed;
  scope.keepContact({ ...(name !== null && { name }), phone });
  return { ...draft, anonymous: false, contact: contactOf(name, phone) };
}

/** "Liên hệ tôi 0912…" amid other words is the reporter's number as well. */
const OWN_PHONE =
  /\b(?:(?:lien he|lien lac|goi(?: lai)?(?: cho)?|alo)(?: (?:voi|cho|qua))? (?:toi|em|minh|tui|con|chau|so)|(?:sdt|so dien thoai|dien thoai|so)(?: cua)? (?:toi|em|minh|tui|con|chau)|(?:toi|em|minh|tui) (?:la|ten)|my (?:phone|number)|call me)\b/;

/** "Số của chủ xưởng 0912…". */
export const isNumberOfElse = (key: string): boolean => ELSE.test(key);
const ELSE =
  /\b(?:cua (?!(?:toi|em|minh|tui|bac|con|chau)\b)|(?:chu|tai xe|lai xe|giam doc|quan ly|bao ve|thu pham) )(?:(?!(?:toi|em|minh|tui|goi|lien|lh)\b)[a-z]{1,9} ){1,6}(?=\d)/;

import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft, Waiting } from '../draft';
import { knowsNoUnit } from '../steps/unknown-unit';

/** More words ask something of their own. */
const LONGEST = 9;
const HOW =
  /^(?:(?:a|ua|u|o|oi|ha|ok|hu|hum|the|vay|da|ma|thi|toi|em|minh|tui|bac|cho hoi|cau nay|cho nay|cai nay) ){0,4}(?:la sao|la the nao|y la sao|nghia la sao|(?:(?:la )?(?:phai|can|nen) )?(?:ghi|viet|noi|ke|tra loi|dien|nhap)(?: (?:vao|o|cai|cho|lam))? (?:gi|sao|cai gi|the nao|nhu the nao|kieu gi|rang)|(?:khong|chua|ko|hong|chang) hieu(?: (?:gi|cau hoi|cau nay|lam|y|ban|hoi|noi)){0,3}|(?:cho )?vi du(?: (?:di|xem|nhu the nao|la sao))?|huong dan(?: (?:toi|em|minh|giup|voi|di))*|(?:su )?dung(?: (?:hotline|bot|kenh|cai|chat|duong day(?: nong)?))?(?: nay)? (?:the nao|nhu the nao|lam sao|kieu gi)|what do you mean|i do not understand|like what|gi(?: co)?|cai gi(?: co)?|huh|what|pardon)(?: (?:vay|a|nhi|the|ha|ta|day|ban|ad|em|anh|chi|troi|bay gio|gio|duoc|dau)){0,3}$/;

const ANSWERS: Partial<Record<Waiting, string>> = {
  lane: 'report.how.category',
  category: 'report.how.category',
  description: 'report.how.description',
  location: 'report.how.location',
  time: 'report.how.time',
  source: 'report.how.source',
  anonymity: 'report.how.anonymity',
  contact: 'report.how.contact',
  confirm: 'report.how.confirm',
};

/** "Là sao?", "ghi gì vậy ta": who does not know what to write is shown by an example. The answer's key. */
export function shownHow({ waitingFor, location }: Draft, heard: Heard): string | undefined {
  if (waitingFor === null || wordCount(heard.key) > LONGEST) return undefined;
  const isLost = waitingFor === 'location' && !location && knowsNoUnit(heard);
  return isLost || HOW.test(heard.key) || wonders(heard.text) ? ANSWERS[waitingFor] : undefined;
}

/** "?", "hả"; without its accent it is a name as well. */
const wonders = (text: string): boolean =>
  text.length <= LONGEST_SIGN && WONDERS.test(text.trim()) && (text.includes('?') || ACCENTED.test(text));
const LONGEST_SIGN = 12;
const WONDERS = /^(?:hả|ha|hở|hử|ủa|ơ)?[?!.…\s]*$/iu;
const ACCENTED = /[ảởửủơ]/iu;

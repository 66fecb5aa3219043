import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { speaksOfOthers, withdraws } from '../../../in-sentences';
import { saysAnonymous, saysContact } from '../told/absorb';
import { ordersOthers } from '../asides/asides';
import type { Draft, Waiting } from '../draft';
import { isNoneOfThese } from '../steps/kinds';

/** How sure it must be that a message which is no answer means to stop: a draft is soon lost, and not soon told again. */
const SURE = 0.75;

/** It may mean the question alone: what was told is kept for a while. */
export const waves = ({ key }: Pick<Heard, 'key'>): boolean =>
  /^(?:da )?(?:thoi|khoi|thoi khoi|khoi can|thoi khoi can)(?: (?:a|nhe|nha|di|em|ban)){0,2}$/.test(key);

/** Questions that may be waved aside; elsewhere "thôi khỏi" means the report. */
const WAVED: ReadonlySet<Waiting | null | undefined> = new Set(['anonymity', 'contact', 'source', 'photos']);

/** "Thôi khỏi" to "do you want to leave your number?" leaves none; the report is not lost by it. */
export const wavesAside = ({ waitingFor }: Partial<Draft>, heard: Pick<Heard, 'key'>): boolean =>
  (WAVED.has(waitingFor) && waves(heard)) || (waitingFor === 'photos' && /\bgui\b/.test(heard.key));

/** "Hỏi gì lắm thế bỏ qua"; an office that passes over it is another matter. */
export const wantsPast = ({ key }: Pick<Heard, 'key'>): boolean => wordCount(key) <= FEW && PAST.test(key);
const FEW = 10;
const PAST =
  /(?<!\b(?:xa|phuong|ho|no|quyen|ban|an|ai|ong|cu|cung|lai|toan|deu) )\b(?:bo qua|qua cau (?:khac|sau|ke|tiep)|cau (?:khac|sau|tiep)|khoi (?:hoi|noi|tra loi))(?: (?:di|luon|giup|gium|dum|nhe|nha|a|cho|nhanh|cau|nay)){0,3}$/;

/** Nothing is filed yet, so who wants to withdraw the report wants to stop. */
export function isCancel(heard: Heard): boolean {
  const { control, reply, intent, key, understood } = heard;
  if (control !== null) return control === 'cancel';
  if (reply !== null || saysAnonymous(heard) || saysContact(heard) || wantsPast(heard)) return false;
  if (stopsOutright(heard)) return true;
  if (meansElse(key)) return false;
  // Of their name, of one question, of what is to be changed, not of the report.
  if (/\b(?:sua|chinh sua|loai|ten|so|sdt|lien he|thong tin|biet|bit|nho|ranh)\b/.test(key)) return false;
  if (intent === 'cancel') return understood.confidence >= SURE && (isBrief(key) || saysStop(heard));
  return (
    intent === 'ticket.update' &&
    !heard.isCorrection &&
    /\b(?:rut|huy|khong (?:phan anh|bao|gui|khai) nua)\b/.test(key)
  );
}

/** Somebody else is to stop, or has stopped; "loại khác" chooses a kind, wherever it is said. */
const meansElse = (key: string): boolean => ordersOthers(key) || speaksOfOthers(key) || isNoneOfThese(key);

const stopsOutright = ({ key, text, understood: { places, phone } }: Heard): boolean =>
  places.length === 0 &&
  (GIVES_UP.test(key) ||
    ENDS_IT.test(text) ||
    (phone === null && STOPS_FIRST.test(text)) ||
    (/\brut\b/.test(key) && withdraws(text)));

/** "Tôi có quay video lại" only sounds like it: a sentence that means to stop has a word for it. */
const isBrief = (key: string): boolean => wordCount(key) < SENTENCE;
const SENTENCE = 4;
const saysStop = ({ key, text }: Heard): boolean =>
  STOPS.test(STANDS.test(text.normalize('NFC')) ? key.replace(DUNG, ' ') : key);
/** "Tôi đứng bán nên tôi biết" stops nothing; nor does it without accents before what is done standing. */
const STANDS =
  /đứng|đúng|dùng|dựng|\bdung (?:ban|may|xe|o|gan|ngay|truoc|tren|duoi|cho|doi|nhin|xem|lop|choi)\b/iu;
const DUNG = /\bdung\b/g;
const STOPS =
  /\b(?:huy|thoi|dung|ngung|bo|rut|nghi|khoi|khong|ko|k|hong|chang|dep|xoa|nua|thoat|het|tat|ngan|lui|di|ve|quay (?:lai|ve)|out|stop|cancel|quit|exit|leave|forget|mind|never)\b/;

/** "Tôi không muốn làm lớn chuyện, hủy giùm". */
const ENDS_IT =
  /[,.;]\s{0,3}(?:(?:thôi|thoi)\s)?(?:hủy|huỷ|huy)(?:\s(?:giúp|giup|giùm|gium|đi|di|luôn|luon|nhé|nhe|nha|cho|tôi|toi|tui|em|phản ánh|phan anh|báo cáo|bao cao|đơn|don|này|nay)){0,4}[.!\s]{0,3}$/iu;

/** "Hủy giùm, tôi sợ phiền phức": the reason comes behind; "Huy" without its accent is a name as well. */
const STOPS_FIRST =
  /^\s*(?:(?:dạ|da|thôi|thoi|ờ|cho|tôi|toi|em|xin)\s){0,3}(?:hủy|huỷ|huy)(?:\s(?:giúp|giup|giùm|gium|đi|luôn|luon|cho|tôi|toi|tui|em|phản ánh|phan anh|báo cáo|bao cao|đơn|don|này|nay)){1,4}\s*[,.;…]/iu;

/** "Thôi không kiện cáo gì nữa", "tôi không muốn báo nữa": they speak of themselves, and of nothing else. */
const GIVES_UP =
  /^(?:(?:thoi|da|a|u|oi|het|di|dung|ngung|dep|xin|phep|cho|toi|em|bac|chau|co|chu|minh|tui|anh|chi|con|nghi lai|nghi|lai|bo qua|bo|roi|doi y|doi|y|suy|so|lam|qua) ){0,8}(?:khong|khoi|hong|ko|chang|dung) (?:muon |can |thich |them |co |dam )?(?:bao|gui|phan anh|to(?: cao| giac)?|kien(?: cao)?|khieu nai|khai|noi|ke|tiep tuc|lam)(?: \w+){0,2} nua(?: (?:dau|a|nhe|nha|nghe|chau|em|con|toi|tui|minh|bac|so|ngai|lo|lam|qua|met|ban|roi|vi|phien|bi|tra thu|tra|thu|mat|cong|ho|no|nguoi|ta)){0,7}$/;

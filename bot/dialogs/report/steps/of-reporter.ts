import { nameIn } from '../../../../nlp/contact';
import { keyOf, wordCount } from '../../../../nlp/fold';
import { wordSet } from '../../../../nlp/word-set';
import type { Heard } from '../../../hear';
import { isMoreOfTheStory, saysAnonymous } from '../told/absorb';

/** More words tell something else as well. */
const FEW = 8;
const LONGEST_TEXT = 120;

/** What stands around a name or a number that is left, and of what "để lại tên và số" is made. */
const AROUND = wordSet(
  'da vang a u ok em toi minh tui bac con chau la ten ho va voi so sdt dien thoai zalo may cua lien he lac goi theo cho qua ' +
    'gap anh chi co chu ong ba nhe nha ne day di nghe hen de lai gui bao dua ghi luu cung cap thong tin thi can muon chon dong y ' +
    'the cu duoc dc san sang xung neu nguoi phan anh luon contact phone my name',
);
const OF_CONTACT = /\b(?:lien (?:he|lac)|so|sdt|dien thoai|ten|thong tin|contact|phone)\b/;

/** "Hoa 0912…", "gọi tôi theo số 0912…": a number, a name, and nothing of what happened. */
export function isContactAlone({ understood: { phone, text } }: Pick<Heard, 'understood'>): boolean {
  if (phone === null || text.length > LONGEST_TEXT) return false;
  const name = keyOf(nameIn(text) ?? '');
  const beside = ` ${keyOf(text)} `.replace(name === '' ? ' ' : ` ${name} `, ' ');
  return beside.split(' ').every((word) => word === '' || /\d/.test(word) || AROUND.has(word));
}

/** "Cho tôi ẩn danh nhé", before anything was told. */
const isAnonymityAlone = (heard: Heard): boolean =>
  wordCount(heard.key) <= FEW && saysAnonymous(heard) && !isMoreOfTheStory(heard);

/** Who reports was told where what happened was asked for: it is kept apart, and is no part of the story. */
export const isOfReporterAlone = (heard: Heard): boolean => isContactAlone(heard) || isAnonymityAlone(heard);

/** "Cho tên và số", "cung cấp thông tin", where it was asked whether they leave one. */
export const offersContact = ({ key }: Pick<Heard, 'key'>): boolean =>
  OF_CONTACT.test(key) &&
  !NAMES_SELF.test(key) &&
  wordCount(key) <= FEW &&
  key.split(' ').every((word) => AROUND.has(word));
/** "Họ tên em là Minh Châu ạ": of words around a name, and a name. */
const NAMES_SELF =
  /\bten (?:(?:cua )?(?:toi|em|minh|tui|bac|chau|con) )?la (?!gi\b)\w|^(?:(?:da|vang) )*(?:toi|em|minh|tui|bac|chau|con) ten (?!va\b|la gi\b)\w/;

/** "Không có số", "ngại cho số lắm", "không": whose number is asked for leaves none. */
export const refusesContact = ({ key, reply, text }: Pick<Heard, 'key' | 'reply' | 'text'>): boolean =>
  !text.includes('?') && ((reply === 'no' && wordCount(key) < NAMES) || REFUSES.test(key));
/** "Ho Thi No" is somebody. */
const NAMES = 3;
const REFUSES =
  /^(?:(?:da|thoi|toi|em|minh|tui|bac|chau|con|cung|that su|rat|hoi) ){0,4}(?:khong|ko|k|hong|chang|ngai)(?: (?:muon|co|can|cho|dua|noi|nho|xai|dung|dam|thich|tien|de|lai)){1,3}(?: (?:so|sdt|dien thoai|ten|lien he|thong tin|ai|nao|lam|qua|dau|a|nhe|nha|em|ban|nua|het|luon|duoc)){0,5}$/;

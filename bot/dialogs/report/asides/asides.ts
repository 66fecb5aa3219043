import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { ABOUT_THE_REPORT } from './about-report';
import { asksForStory, type Draft, type Waiting } from '../draft';
import { grumbles, sighs } from '../told/foreword';
import { putsPlaceRight, putsTimeRight } from '../put-right/put-right';

/** A question is short; more words tell a story that asks along the way. */
const LONGEST = 16;

/** Words that make a question even where no mark was typed. */
const ASKS =
  /\b(?:bao nhieu|bao lau|bao gio|the nao|nhu the nao|lam sao|la gi|ai xu ly|duoc khong|co khong|phai khong|duoc ko|how much|how long|what|why)\b|^(?:sao|tai sao|vi sao) /;

const isShort = ({ key }: Heard): boolean => wordCount(key) <= LONGEST;
const asks = ({ text, key }: Heard): boolean =>
  text.trimEnd().endsWith('?') || (ASKS.test(key) && !NOBODY.test(key));

/** The answer to a question about the report itself, by its key. */
export function asideOf(heard: Heard): string | undefined {
  if (!isShort(heard) || heard.files.length > 0) return undefined;
  if (namesProcedure(heard)) return undefined;
  if (heard.understood.phone !== null) return undefined;
  const { key, text } = heard;
  const [answer] = ABOUT_THE_REPORT.find(([, about]) => about.test(key)) ?? [];
  if (answer === undefined) return undefined;
  if (!text.includes('?') && (NOBODY.test(key) || HAS_PROOF.test(key) || HAVE_NONE.test(key)))
    return undefined;
  const meant = text.includes('?') || endsAsQuestion(heard) || ENGLISH.test(key) || SURE_TO_ASK.has(answer);
  return meant ? answer : undefined;
}

/** "Tên em có bị lộ k" is asked of no procedure. */
const LEAKS = /\b(?:ten|thong tin|danh tinh|so|sdt)\b(?: \w+){0,4} bi (?:lo|tiet lo|ro ri)\b/;

/** "Việc này đã báo xã nhưng chưa ai xử lý" complains, and asks nothing. */
const NOBODY =
  /\b(?:chua|khong|ko|chang|hong) (?:(?:co|thay) ){0,2}(?:ai|co quan nao|don vi nao|ben nao) |\bco (?:thay )?ai (?:\w+ ){1,3}dau$/;

/** "Phân lô bán nền, chưa có giấy tờ gì" tells what they lack, and asks for no papers; "không có giấy tờ có được không" does. */
const HAVE_NONE =
  /\b(?:chua|khong|ko|chang|chong) (?:he |thay |duoc )?(?:co |cap )(?:bat ky |mot )?(?:giay (?:to|phep)|ho so|so do)(?! (?:\w+ ){0,4}(?:khong|ko|hong|sao|chua)$)/;

/** "Tôi có giấy tờ chứng minh", "tôi có chụp được tờ giấy đó" tell of proof, and ask for no papers. */
const HAS_PROOF =
  /^(?:(?:toi|em|minh|tui|bac|chung toi|nha toi|gia dinh toi|ba con) )?(?:da |con |van |dang )?(?:co|giu|(?:co )?(?:chup|quay|ghi am)) (?:day du |du |ca |duoc |lai )?(?:giay to|to giay|don|anh|hinh|video|clip|canh|bang chung)(?: (?!khong$|ko$|gi$|chua$|nao$|sao$)\w+)*$/;

/** "Tách thửa cần giấy tờ gì" is no question about the report. */
function namesProcedure({ understood, key }: Heard): boolean {
  if (understood.intent !== 'procedure.ask' || LEAKS.test(key)) return false;
  const [first] = understood.procedures;
  return first !== undefined && first.score >= NAMED && !isOfReports(first.id);
}

const NAMED = 0.5;
const isOfReports = (procedure: string): boolean => procedure.startsWith('phan-anh-');

/** The "ạ" of who is polite asks nothing, "không ạ" and "à" do. */
const QUESTION_ENDS =
  /\b(?:khong|ko|k|hong|chua|vay|the|ha|nhi|bao lau|chu|sao|gi|dau|ai|nao|may|nguoi)(?: a)?$|\b(?:co|can|phai|ai|nao|bao lau|may ngay|khi nao|bao gio|sao)\b/;
const endsAsQuestion = ({ key, text }: Heard): boolean =>
  QUESTION_ENDS.test(key) || /\sà[\s.!?]*$/iu.test(text);
/** English asks at the beginning. */
const ENGLISH = /^(?:and |but |so )?(?:how|who|what|when|why|is|are|can|may|do|does|will|should|must) /;
const SURE_TO_ASK: ReadonlySet<string> = new Set([
  'report.aboutWhy',
  'report.aboutMachine',
  'report.aboutWriting',
]);

/** A question that nobody could answer here is no answer to ours. Stories ask as they complain, and stay stories. */
export function isUnanswerable(heard: Heard, waiting: Waiting | null): boolean {
  if (!isShort(heard) || heard.files.length > 0 || tellsFact(heard, waiting)) return false;
  if (!heard.text.includes('?') && HAS_PROOF.test(heard.key)) return false;
  if (asksForElse(heard)) return true;
  if (asksForStory({ waitingFor: waiting })) return false;
  const tells = heard.meant.places.length > 0 || heard.meant.time !== null || heard.point !== null;
  return !tells && asks(heard);
}

/** "Phường La Gi, tỉnh Lâm Đồng", "thời gian phải là từ đầu năm": a place or a time that was asked for, or put right. */
const tellsFact = (heard: Heard, waiting: Waiting | null): boolean =>
  putsTimeRight(heard) ||
  (!heard.text.includes('?') &&
    (putsPlaceRight(heard) ||
      (waiting === 'location' && heard.meant.places.length > 0) ||
      (waiting === 'time' && heard.meant.time !== null && !TERM.test(heard.key))));
/** "Bên mình làm việc từ mấy giờ" asks. */
const TERM = /\b(?:may|bao) (?:gio|ngay|lau|nhieu)\b/;

/** "Giờ làm việc của bên mình là mấy giờ?" asks for something else for certain, even while a story is waited for. */
const asksForElse = (heard: Heard): boolean =>
  OF_ELSE.has(heard.intent) &&
  heard.understood.confidence >= SURE &&
  heard.understood.phone === null &&
  (asks(heard) || endsAsQuestion(heard));

const OF_ELSE: ReadonlySet<string> = new Set([
  'procedure.ask',
  'regulation.ask',
  'air.quality',
  'dossier.status',
  'hotline.info',
  'help',
]);

/** Bad words, a sigh, or what they think of us: met calmly. */
export const isAngry = (heard: Heard): boolean =>
  isAngryAt(heard.key.includes('hoi') ? { ...heard, key: withoutSmell(heard) } : heard);

/** "Hôi nhiều quá" complains of no question. */
const withoutSmell = ({ key, text }: Heard): string =>
  SMELL.test(text.normalize('NFC')) ? key.replace(/\bhoi\b/g, 'mui') : key;
const SMELL = /(?<!\p{L})hôi(?!\p{L})/iu;

const isAngryAt = ({ isRude, intent, understood, key, meant, isCorrection }: Heard): boolean =>
  isRude ||
  (((sighs(key) && meant.time === null && !OF_OTHERS.test(key) && !OF_SELF.test(key)) || grumbles(key)) &&
    meant.places.length === 0) ||
  (intent === 'feedback' &&
    !isCorrection &&
    understood.confidence >= SURE &&
    isSentence(key) &&
    !BESIDES.test(key) &&
    !urges(key));

/** "Mong xử lý dứt điểm giùm", "đề nghị cho người xuống": what is to be done about it belongs to the report. */
export const urges = (key: string): boolean =>
  URGES.test(key) || PLEADS.test(key) || CALLS_OVER.test(key) || ordersOthers(key);
/** "Xử lý sớm nhé", "có gì thì bạn nhắn lại tôi nha". */
const PLEADS =
  /^(?:(?:hay|cu|cho|lam on|rat|hy vong) ){0,2}(?:xu ly|giai quyet|kiem tra|can thiep|xem xet|xu phat|vao cuoc|ngan chan|dep)(?: (?:som|nhanh|ngay|gap|lien|lap tuc|dut diem|triet de|nghiem|manh tay|that|giup|gium|dum|ho|di|nhe|nha|a|cho|voi|toi|em|minh|tui|bac|ba con|dan|chung toi|viec nay|vu nay|len)){1,6}$|^co (?:gi|tin|ket qua)(?: gi| moi)? (?:thi )?(?:xin |nho )?(?:\w+ )?(?:nhan|goi|bao|alo|lien he|tra loi)(?: \w+){1,4}$/;
/** "Xuống coi giùm cái", "cán bộ xuống kiểm tra giùm", "xin cứu lấy dân". */
const CALLS_OVER =
  /^(?:(?:can bo|co quan|chinh quyen|nha nuoc|xa|phuong|cac|anh|chi|ong|ai do|ben minh|xin|nho|lam on|mau|nhanh) ){0,3}(?:xuong|toi|den|qua|ra|len|vo|vao) (?:(?:day|tan noi|cho) ){0,2}(?:coi|xem|kiem tra|xu ly|giai quyet|dep|bat|lap bien ban|lam viec)(?: (?:giup|gium|dum|ho|cai|mot|thu|di|nhe|nha|a|voi|som|ngay|gap|lien|cho|toi|tui|em|minh|bac|dan|ba con|no|tui no|bon no)){0,6}$|^(?:xin |hay |lam on )?cuu (?:lay |giup )?(?:dan|ba con|chung toi|tui toi)(?: (?:voi|a|toi|lang|xom|nay))*$/;
/** "Bắt tụi nó ngưng giùm": they are to stop, and not the report. */
export const ordersOthers = (key: string): boolean => ORDERS.test(key);
const ORDERS =
  /^(?:(?:de nghi|lam on|nho|xin|phai|can|mong|cu|thi) ){0,2}(?:bat|buoc|bao|keu|yeu cau|cam|ep|cho) (?:(?:tui|bon|chung|dam) no|no|ho|tui kia|nguoi ta|chu|(?:nha may|xuong|cong ty|co so|quan|trai|lo)(?: \w+){0,3}) (?:\w+ ){0,2}(?:ngung|dung|thoi|don|dep|tat|nghi|dong|boi thuong)\b/;
const URGES =
  /^(?:(?:toi|em|minh|tui|bac|chau|con|ba con|nguoi dan|rat|kinh|chung toi|da|thi) ){0,4}(?:mong|de nghi|yeu cau|kien nghi|xin|nho|kinh mong|hy vong) (?:\w+ ){0,5}(?:xu ly|giai quyet|vao cuoc|can thiep|kiem tra|lam ro|lam cho ra|xuong|den|quan tam|xem xet|ngan chan|dep|phat|som|nhanh|xu phat|lam nghiem|chua chay|dap lua|cuu(?: ho| giup)?)\b/;

/** "Xã không thấy xử lý" tells what is not done, and of no commune. */
export const blamesOffice = (key: string): boolean => IDLE_OFFICE.test(key);
const IDLE_OFFICE =
  /^(?:xa|phuong|huyen|tinh|thon|ap|khu pho|truong thon) (?:(?:thi|cung|van) ){0,2}(?:khong|ko|chua|chang|lam ngo|lo di|im lang|biet ma|bo qua|noi la|hua|bao la)\b/;

/** "Hàng xóm tôi cũng bức xúc chuyện này" tells how others take it: to lose a word of the story is worse than to keep one too many. */
const OF_OTHERS =
  /^(?:(?:ca|may|cac|nhieu|o day|quanh day|xung quanh) ){0,2}(?:hang xom|ba con|nguoi dan|dan|moi nguoi|xom|lang|khu|ho|nha|gia dinh|tre con|nguoi gia)(?: \w+){2,}$/;

/** "Tôi mới mổ tim không chịu nổi tiếng động": so does who tells how it is with themselves. */
const OF_SELF =
  /^(?:(?:vo|chong|me|bo|ba|con|chau|nha) )?(?:toi|em|minh|tui|bac) (?:moi|dang|bi|co|vua|hay|da)(?: \w+){4,}$/;

/** "Nhân tiện báo luôn là cống cũng tắc" adds to the story. */
const BESIDES = /^(?:nhan tien|san tien|tien the|tien day|bao them|noi them|ghi them)\b/;

const isSentence = (key: string): boolean => {
  const words = wordCount(key);
  return words > 2 && words <= LONGEST;
};

const SURE = 0.8;

/** "Kỳ báo cáo quý trước" names a matter of procedures, and asks for nothing: where any words are an answer, it is one. */
export const tellsFreely = ({ waitingFor }: Pick<Draft, 'waitingFor'>, { text, key }: Heard): boolean =>
  !text.includes('?') &&
  (HAS_PROOF.test(key) ||
    ((waitingFor === 'time' ||
      waitingFor === 'source' ||
      (asksForStory({ waitingFor }) && wordCount(key) >= AT_LENGTH)) &&
      !ASKS_AT_ALL.test(key)));
const AT_LENGTH = 8;

const ASKS_AT_ALL =
  /\b(?:gi|sao|nao|dau|bao (?:nhieu|lau|gio)|nhieu|may gio|thu tuc|giay to|giay phep|ho so|le phi|phat|khong khi|hoi|duoc khong|khong a|ko|what|how|where|when|need)\b/;

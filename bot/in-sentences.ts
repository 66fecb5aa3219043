import { keyOf } from '../nlp/fold';
import { knowsNot } from './knows-not';
import type { Control } from './steering';

/** What is longer tells a story. */
const LONGEST = 160;
/** No more clauses than that. */
const MOST = 6;
/** Who leaves a number says who they are. */
const NUMBER = /\d{6}/;
/** Most messages hold none of these. */
const STEERS =
  /\b(?:huy|rut|xoa|bo|dung|ngung|ket thuc|nua|lai|tiep|not|dang do|hoan tat|hoan thanh|sau|qua|sang|chiu|biet|ro|nho|nam|chac|de y|tra loi|thong tin)\b/;

/**
 * What a whole sentence asks for: "dạ em suy nghĩ lại rồi, cho em hủy phản ánh này ạ". One of its clauses must be nothing
 * but what is asked for and manners around it; the reason beside it may be any. Null: none is.
 */
export function askedInSentence(said: string): Control | null {
  if (said.length > LONGEST || NUMBER.test(said) || !STEERS.test(keyOf(said))) return null;
  const clauses = said
    .normalize('NFC')
    .split(CLAUSE_ENDS)
    .filter((part) => /\p{L}/u.test(part));
  if (clauses.length > MOST) return null;
  const asked = clauses.map(controlIn);
  if (asked.includes('again') && asked.includes('cancel')) return 'restart';
  const found = FIRST.find((control) => asked.includes(control));
  if (found !== undefined) return found;
  return isSkip(clauses, asked) ? 'skip' : isGoingOn(clauses, asked) ? 'resume' : null;
}
const CLAUSE_ENDS =
  /[,.;:!?…\n]+|(?<!\p{L})(?:nên|nen|vì|vi)(?!\p{L})|(?<=(?:xuống xe|xuong xe|tới nơi|toi noi|ăn xong|an xong) (?:rồi|roi)) /u;
/** "Bạn xóa hết giúp mình, mình làm lại từ đầu nhé" begins anew; "cho em tạm dừng ở đây, mai em kể tiếp" comes back. */
const FIRST = ['restart', 'later', 'cancel'] as const;

type Asked = Control | 'again' | 'goesOn' | 'knowsNot' | null;

function controlIn(clause: string): Asked {
  const key = keyOf(clause);
  const { core, head } = coreOf(key);
  if (core === '' || speaksOfOthers(key)) return null;
  if (ANEW.test(core)) return 'restart';
  if (isLater(key, core) || TONIGHT.test(clause)) return 'later';
  if (isCancel(clause, core, head)) return 'cancel';
  if (AGAIN.test(core)) return 'again';
  return goingOnIn(core, head) ?? passingIn(clause, core, head);
}

/** "Con ngủ rồi, mình làm tiếp nhé" is said by whoever is back. */
function goingOnIn(core: string, head: string): Asked {
  if (WITH_LEFT.test(core)) return 'resume';
  if (!GOES_ON.test(core)) return null;
  return OF_SELF.test(head) ? 'resume' : 'goesOn';
}

function passingIn(clause: string, core: string, head: string): Asked {
  if (PASSES.test(core) || (core === 'qua' && head.endsWith('cho'))) return 'skip';
  return core === 'chiu' || knowsNot(clause) || KNOWS_NOT.test(core) ? 'knowsNot' : null;
}

/** "Họ không làm nữa", "bà con không dám báo nữa", "cán bộ bảo em mai em quay lại". */
export const speaksOfOthers = (key: string): boolean => OF_OTHERS.test(key);
const OF_OTHERS =
  /^(?:(?:da|a|roi|ma|thi|va|nhung|gio|gio thi|may) ){0,3}(?:ho|no|nguoi ta|ba con|anh em|(?:anh|ong|co|ba|chi) (?:ta|ay))\b|\b(?:bao|hen|keu|bat) (?:(?:em|toi|minh|tui|bac|chau|con|voi|la|thi) ){0,3}(?:mai|sang mai|chieu|toi|lat|bua khac|hom khac)\b/;

/** "Em quay lại rồi, làm tiếp nhé": they speak of themselves. "Họ nghỉ một hôm, rồi làm tiếp" does not. */
const isGoingOn = (clauses: readonly string[], asked: readonly Asked[]): boolean =>
  asked.includes('resume') ||
  (asked.includes('goesOn') && clauses.some((clause, at) => asked[at] === null && BACK.test(keyOf(clause))));

/** To skip a question, all of it must; whoever tells something beside it has answered. */
const isSkip = (clauses: readonly string[], asked: readonly Asked[]): boolean =>
  asked.some((each) => each === 'skip' || each === 'knowsNot') &&
  clauses.every((clause, at) => PASSED.has(asked[at] ?? null) || isExcuse(clause));
/** "Tôi không rõ, mình đi tiếp nhé". */
const PASSED: ReadonlySet<Asked> = new Set(['skip', 'knowsNot', 'goesOn', 'resume']);

const isExcuse = (clause: string): boolean => {
  const { core, rest } = coreOf(keyOf(clause));
  return core === '' || EXCUSE.test(rest);
};
const EXCUSE =
  /^(?:(?:dang |hoi )?(?:voi|ban|gap)(?: (?:qua|lam|viec|a|roi|nhe|nha))*|cam on(?: \w+){0,4}|thong cam(?: \w+){0,3})$/;

interface Core {
  /** The clause without the manners around it. */
  core: string;
  /** What stands before it. */
  head: string;
  /** What stands behind the head. */
  rest: string;
}

function coreOf(key: string): Core {
  const words = key.replace(TO_BE_FRANK, '').split(' ').filter(Boolean);
  const from = words.findIndex(
    (word, at) => !BEFORE.has(word) || (word in HEADS && HEADS[word] === words[at + 1]),
  );
  if (from < 0) return { core: '', head: key, rest: '' };
  const to = words.findLastIndex(
    (word, at) => !BEHIND.has(word) || (word in PAIRED && PAIRED[word] === words[at - 1]),
  );
  return {
    core: words.slice(from, to + 1).join(' '),
    head: words.slice(0, from).join(' '),
    rest: words.slice(from).join(' '),
  };
}
/** "Phản ánh", "từ đầu" end in what else is manners: "anh", "đâu". */
const PAIRED: Readonly<Record<string, string>> = { anh: 'phan', dau: 'tu' };
/** And "thời gian" begins in "thôi". */
const HEADS: Readonly<Record<string, string>> = { thoi: 'gian' };
const TO_BE_FRANK = /\b(?:noi|thu) that\b|\blam on\b/;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const SELVES = 'em toi minh tui tao bac co ong ba chau con chi anh ban ad cac quy';
const BEFORE = setOf(
  `${SELVES} ta da vang u a oi thoi that ra thi la nen gio bay cho xin phep duoc muon can nhu nho vui long giup gium ` +
    'dum co the loi neu ma cung nghi chac lon tuoi gia roi hien tai thuc su long thua hay cu',
);
const BEHIND = setOf(
  `${SELVES} a nhe nha nhen nghen di luon giup gium dum ho voi duoc khong ko dau roi cho ngay oi day the vay thoi nao ne`,
);

/** What a report is called, and which of them is meant. */
const OF_REPORT =
  '(?:phan anh|bao cao|to cao|to giac|khieu nai|yeu cau|don|tin|viec|vu|cai|ban|cuoc|noi chuyen|bao|nay|do|vua roi|vua|luc|khi|hoi|ban nay|tren|truoc|cua|em|toi|minh|tui|bac|con|chau|het|luon|giup|gium|ca|lai|di|o|tai|day|gui|khai|dang|ke|roi)';

const ANEW = new RegExp(
  `^(?:(?:de nghi|yeu cau) (?:(?:duoc|cho|toi|em|minh) ){0,2})?(?:lam|khai|nhap|ke|noi|bao|viet|dien|ghi|gui|bat dau|phan anh|trinh bay)(?: ${OF_REPORT}){0,3} lai(?: (?:${OF_REPORT}|toan bo|tat ca|thong tin|noi dung|moi thu)){0,5} tu (?:dau|so khong)(?: (?:cho|ro|rang|dung|de|hieu|chinh|xac|day|du|hon|het)){0,6}$|^bat dau lai(?: ${OF_REPORT}){0,4}$`,
);

/** "Xóa hết đi, làm lại": by itself one part may be meant. */
const AGAIN = /^(?:lam|khai|nhap|ke|dien|viet) lai(?: (?:het|tat ca))?$/;

/** "Em xin rút lại phản ánh này": what is not sent yet is stopped, what was sent is taken back. */
export const withdraws = (said: string): boolean =>
  said.length <= LONGEST &&
  said.split(CLAUSE_ENDS).some((clause) => WITHDRAWS.test(coreOf(keyOf(clause)).core));
const WITHDRAWS = new RegExp(`^rut(?: ${OF_REPORT}){0,9}$`);

function isCancel(clause: string, core: string, head: string): boolean {
  if (TAKES_BACK.test(core))
    return core !== 'huy' || /hủy|huỷ/iu.test(clause) || ASKS_FOR.test(keyOf(clause));
  if (NO_MORE.test(core)) return OF_SELF.test(head) || OF_TELLING.test(core);
  if (!ENDS.test(core)) return false;
  return /dừng|ngừng/iu.test(clause) || (ASKS_FOR.test(head) && !/đúng|đừng|dùng/iu.test(clause));
}
const ASKS_FOR = /\b(?:xin|phep|muon|can|cho|giup|gium|dum|ho|nho)\b/;
const TAKES_BACK = new RegExp(
  `^(?:huy|xoa)(?: bo)?(?: ${OF_REPORT}){0,9}$|^bo (?:phan anh|bao cao|don)(?: ${OF_REPORT}){0,6}$`,
);
const ENDS = new RegExp(`^(?:dung|ngung|ket thuc|cham dut)(?: han)?(?: ${OF_REPORT}){0,8}$`);
/** "Không gửi phản ánh này nữa". */
const NO_MORE = new RegExp(
  `^(?:khong|khoi|chang|ko|hong|dung) (?:(?:muon|can|dinh|co|nhu cau|y dinh|con|the|dam|thiet) ){0,3}(?:bao|bao cao|gui|phan anh|to cao|to giac|khieu nai|kien|khai|noi|ke|tiep tuc|lam)(?: ${OF_REPORT}){0,6} nua$`,
);

/** "Giờ không làm nữa" may be said of what happened. */
const OF_SELF = /\b(?:em|toi|minh|tui|bac|chau|con|xin|thoi)\b/;
const OF_TELLING = /\b(?:phan anh|to cao|bao|gui|khai)\b/;

function isLater(key: string, core: string): boolean {
  return PUTS_OFF.test(core) || (COMES_BACK.test(key) && !STAYS.test(key));
}
const PUTS_OFF =
  /^de (?:sau|lat|lat nua|khi khac|hom khac|bua khac|luc khac)$|^tam (?:dung|ngung|nghi|gac)(?: (?:lai|o day|tai day|mot chut|chut|day)){0,2}$|^(?:se )?(?:quay|tro) lai sau$|^gian doan(?: mot)? (?:chut|lat|ti)$/;
/** "Khi nào xong em nhắn tiếp", "lát nữa em quay lại khai tiếp". */
const COMES_BACK =
  /(?:^|\b(?:de|xin phep|xin|chac|thoi|nhe|a|da|em|bac|minh) )(?:lat nua|lat|chut nua|ti nua|khi nao (?:xong|ranh|tien|ve)|xong viec|xong|luc khac|khi khac|hom khac|bua khac|mai|sang mai|ngay mai|chieu|chieu nay|toi nay|toi(?= (?:minh|em|bac|chau|con|ve|ranh|toi)\b)|trua|dem|het ca|tan ca|ranh)(?: (?:thi|ranh|ve))?(?: (?:em|toi|minh|tui|bac|co|chu|chau|con|se)){1,2} (?:quay lai|tro lai|(?:nhan|khai|lam|bao|ke|noi|viet|bo sung|dien|gui)(?: (?:cho|ban|em|anh|chi|chau)){0,2} (?:tiep|lai|sau|not|them))(?: (?:khai|lam|bao|ke|noi|nhan|bo sung|cho|ban|tiep|sau|not|them|nghe|a|nhe|nha|em|chau|anh|chi)){0,6}$|\b(?:xin phep|cho em|cho toi) (?:lat nua|lat|chut nua) quay lai(?: (?:a|nhe|nha|sau)){0,2}$/;
/** "Bận quá, tối làm tiếp": without its accent it is "tôi". */
const TONIGHT =
  /^\s*(?:để |thôi )?(?:tối|chiều|sáng mai|mai|trưa|khuya|lát|tí|chút)(?: nữa| nay| mai| về| ranh| rảnh)?(?: (?:em|tôi|mình|tui|bác|cháu|con))? (?:làm|khai|nói|kể|gửi|nhắn|báo) (?:tiếp|nốt)(?: (?:nhé|nha|ạ|sau|cho|bạn|em|vậy)){0,3}\s*$/iu;
/** "Chiều tôi quay lại đây" is somebody who is there. */
const STAYS = /\bquay lai (?:day|roi|video|clip|hinh|anh)\b/;

/** What was left half told. */
const LEFT =
  '(?:phan anh|phan|chuyen|vu|viec|cai|bao cao|don|noi dung|luc nay|khi nay|ban nay|hoi nay|luc trua|luc sang|hoi sang|hom qua|truoc do|luc truoc|con|dang|do|dang do|do dang|khai|lam|bao|ke|cua|em|toi|minh|tui|bac|chau|nay|day|lai|tiep)';
const WITH_LEFT = new RegExp(
  `^(?:(?:quay|tro) lai (?:de )?)?(?:lam|khai|noi|ke|bao|viet|dien|nhan)? ?(?:tiep tuc|tiep|not|hoan thanh not|hoan thanh|hoan tat|mo lai)(?: (?:lam|khai|noi|ke|bao))?(?: ${LEFT}){0,4} (?:phan anh|luc nay|khi nay|ban nay|hoi nay|do|do dang|dang do|luc trua|luc sang|luc truoc)(?: ${LEFT}){0,3}$|^(?:quay|tro) lai (?:voi )?(?:phan anh|phan|chuyen)(?: ${LEFT}){1,6}$`,
);
const GOES_ON =
  /^(?:(?:di|lam|khai|noi|ke|bao|viet|dien) (?:tiep|not)|tiep tuc(?: (?:lam|khai|noi|ke|bao))?)$/;
const BACK =
  /^(?:(?:da|a|gio|chao|vang|hom nay) ){0,2}(?:(?:em|toi|minh|tui|bac|co|chu|chau|con) (?:\w+ ){0,5}(?:xong|ve|ranh|quay lai|tro lai|xuong xe|toi noi|mot minh|yen|vang nguoi)(?: (?:viec|nha|roi|day|a|ne)){0,4}|xin loi\b.{0,40})$/;

/** "Bỏ qua phần này", "hỏi câu khác". */
const PASSES =
  /^(?:bo qua|khong tra loi|(?:bo|cho) qua(?: (?:luon|nhanh|cau hoi|cau|phan|muc|cai|thong tin|nay|do)){1,4}|(?:qua|sang|chuyen|chuyen sang|hoi)(?: luon)? (?:cau hoi|cau|phan|muc)(?: (?:khac|sau|nay|do|tiep theo|tiep|ke tiep|ke)){0,3})$/;
const KNOWS_NOT =
  /^(?:(?:cai|chuyen|viec|cau|phan|thong tin|thoi gian|ngay gio|dieu|van de|nay|do|ay|cu the|chinh xac|hien|thi|em|toi|minh|tui|bac|chau|con|cung) ){0,6}(?:chiu|(?:khong|chua|chang|ko|hong) (?:(?:duoc|the|con|he|tien|dam|kip) ){0,2}(?:(?:biet|nho|ro|chac|ranh|nam|de y|tra loi|nghi ra)(?: (?:duoc|noi|ro|lam|chac|nua|chinh xac|cu the|thong tin|chuyen|viec|cau|cai|nay|do|ve|hon|phai|nen|tra loi|noi|ke|the nao|sao)){0,6}|co (?:thong tin|du lieu)(?: (?:ve|viec|chuyen|cai|nay|do|gi)){0,4}))$/;

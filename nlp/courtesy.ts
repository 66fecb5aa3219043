import { fold, type Reading, readText, type Word } from './fold';
import { isOver } from './negation';

/**
 * What stands around a story and tells nothing of it: calls and greetings ("cháu ơi", "alo", "dạ thưa anh chị"), that
 * something will be told ("cho tôi báo chút"), thanks, and pleas ("mong anh chị xuống coi giùm"). A learnt guess takes
 * thanks for being heard for thanks for what was done, and a plea for a question what became of a report.
 */

/** So many words at the beginning, and as many at the end, may be courtesy. */
const REACH = 16;
/** So many pieces of it, one beside the other: "alo, dạ em chào anh chị, cho em hỏi chút". */
const PIECES = 3;
/** Fewer words tell nothing. */
const LEAST = 2;

/** The message without its frame; undefined where it has none, or is hardly anything else. */
export function withoutCourtesy(said: Reading): Reading | undefined {
  const { length } = said.words;
  const from = lengthOf(OPENING, pointed(said, 0, REACH));
  const to = length - lengthOf(CLOSING, pointed(said, Math.max(from, length - REACH), length));
  if (from === 0 && to === length) return undefined;
  // "Alo, em muốn phản ánh ạ, cảm ơn": where nothing else is told, that something will be is.
  const matter = part(said, from, to) ?? (to < length ? part(said, 0, to, 2 * LEAST) : undefined);
  return matter && !isThanksForIt(said, matter) ? matter : undefined;
}

/** Some words with the signs behind them; undefined where they are too few. */
const part = ({ text, words }: Reading, from: number, to: number, least = LEAST): Reading | undefined =>
  to - from < least ? undefined : readText(text.slice(words[from]?.start, words[to]?.start).trimEnd());

/** "Sáng nay xe tới hốt rác rồi. Cảm ơn nhiều": whoever tells what was done means their thanks. */
const isThanksForIt = (said: Reading, matter: Reading): boolean =>
  said.folded.includes(' cam on ') && (DONE.test(matter.folded) || isOver(matter));

/** "Chịu hết nổi rồi", "cả tháng nay rồi" tell of what goes on. */
const DONE =
  / lai $| het (?!noi|chiu)[a-z]+ $|(?<! (?:nay|thang|tuan|nam|ngay|hom|bua|lan|noi|lam|qua|gio|lau|dem|doi|met|dau|sao)) roi $/;

/** How many words of a key are courtesy. */
function lengthOf(courtesy: RegExp, key: string): number {
  let rest = key;
  for (let piece = 0; piece < PIECES && courtesy.test(rest); piece++) rest = rest.replace(courtesy, '');
  return rest === key ? 0 : key.split(' ').length - rest.split(' ').length;
}

/** Words without accents, with a comma where they are parted from the next: "chau oi, bien an vo sau, ". */
function pointed({ text, words }: Reading, from: number, to: number): string {
  let key = '';
  words.slice(from, to).forEach((word, at) => {
    const behind = text.slice(word.end, words[from + at + 1]?.start);
    key += `${lettersOf(word)}${PARTS.test(behind) ? ',' : ''} `;
  });
  return key;
}

const PARTS = /[,.;:!?…\n]/;

/** Without accents, unless those that were typed make another word of it: "đá" is no "dạ". */
const lettersOf = ({ typed, folded }: Word): string =>
  typed === folded || (SPELT.get(folded)?.has(typed) ?? true) ? folded : typed;

/** How the words of courtesy are spelt. */
const SPELT = new Map<string, Set<string>>();

/** One of these, with or without accents. Longer ones come first, or "co" would be taken of "co quan". */
function oneOf(...lists: string[]): string {
  const phrases = lists.join('|');
  for (const [word] of phrases.matchAll(/\p{L}+/gu))
    SPELT.set(fold(word), (SPELT.get(fold(word)) ?? new Set()).add(word));
  const bare = [...new Set(fold(phrases).split('|'))].sort((a, b) => b.length - a.length);
  return `(?:${bare.join('|')})`;
}

const I = 'tôi|em|mình|tui|cháu|con|bác|cô|chú|chúng tôi|bà con|người dân|gia đình|xóm';
const OFFICES =
  'cơ quan|chức năng|cán bộ|lãnh đạo|đơn vị|bên|ngành|ban|môi trường|đường dây nóng|hotline|hotline xanh|tổng đài|trực|' +
  'chính quyền|địa phương|ủy ban|sở|xã|phường';
const PEOPLE = oneOf(I, OFFICES, 'anh|chị|ông|bà|bạn|ad|admin|shop|bot|trợ lý|các|mấy|quý|mọi người');
const SMALL = oneOf('giúp|giùm|dùm|với|chút|một|xíu|tí|cái|chuyện|việc|vụ|tình hình|này|là|rằng|nha|nhé|ạ');
const PLEADS = oneOf('mong|mong muốn|nhờ|xin|đề nghị|yêu cầu|kiến nghị|hy vọng|làm ơn|cầu mong|giúp');
/** Not to rescue: that tells of danger. */
const DOES = oneOf(
  'xuống|xem|coi|kiểm tra|xử lý|giải quyết|can thiệp|vào cuộc|hồi âm|phản hồi|làm rõ|xử phạt|phạt|quan tâm|nhắc nhở|' +
    'ngăn chặn|dọn dẹp|dẹp|xác minh|thanh tra|giúp|giùm',
);
const HOW = oneOf(
  'rất|sớm|ngay|liền|gấp|nhanh|chóng|kịp thời|triệt để|dứt điểm|nghiêm|nghiêm minh|nghiêm túc|thật|được|dùm|hộ|cho|với|ạ|' +
    'nha|nhé|đi|tới|đến|ra|lại|này|việc|chuyện|vụ|tình trạng|và|nhất|có|người|dân|tay|một lần|phía|theo|để|đỡ|khổ|xét|' +
    'thực tế|hiện trường|tận nơi',
);

const CALL = `(?:${PEOPLE} ){1,4}${oneOf('ơi')}`;
const HELLO = `${oneOf('a lô|alo|hello|hi|hey')}(?: ${PEOPLE}){0,6}`;
const GREETING = `(?:${oneOf('dạ|em|con|cháu|tôi|xin|kính')},? ){0,3}${oneOf('chào')}(?: ${PEOPLE}){0,6}(?: ${oneOf('ạ|nhé|nha')})?`;
const ADDRESS = `(?:${oneOf('dạ|kính')} )?${oneOf('thưa')}(?: ${PEOPLE}){1,6}(?: ${oneOf('ạ')})?|${oneOf('kính gửi')}(?: [^ ,]+){1,10},`;
const YES = `${oneOf('dạ|vâng|dạ vâng')}(?:,|(?= ${oneOf(I, 'thưa|chào|cho|anh|chị|xin|alo')} ))`;
/** Only where it is plain that the story begins behind it: "cho em báo chút", "tôi xin phản ánh:". */
const NOTICE =
  `(?:${oneOf(I, 'cho|xin|muốn|cần|được|phép|dạ')} ){1,5}` +
  oneOf('phản ánh|gửi phản ánh|trình báo|thông báo|báo cáo|báo|hỏi|hỏi thăm|nhờ') +
  `(?: (?:${SMALL}|${PEOPLE})){0,8}(?:,|(?<= ${oneOf('là|rằng|chút|xíu|tí|ạ|này|nha|nhé')}))`;
const PLEA = `${PLEADS}(?: (?:${PEOPLE}|${HOW}|${DOES})){1,10},`;
const OPENING = new RegExp(`^(?:${[CALL, HELLO, GREETING, ADDRESS, YES, NOTICE, PLEA].join('|')}),? `);

const THANKS =
  `(?:${oneOf(I, 'dạ|vâng|xin|rất|chân thành|trân trọng|và|vô cùng|thật')} ){0,5}` +
  oneOf('cảm ơn|cám ơn|cảm tạ|thanks|thank|thank you') +
  `(?: (?:${PEOPLE}|${oneOf('nhiều|lắm|quá|rất|trước|và|ạ|nha|nhé|nghen|nhen|nghe|cậu|đứa|đồng chí')})){0,8}`;
const LAST_PLEA =
  `(?:${oneOf(I, 'rất|kính|dạ|nên|thì')} ){0,3}${PLEADS}(?: (?:${PEOPLE}|${HOW})){0,8} ${DOES}` +
  `(?: (?:${PEOPLE}|${HOW}|${DOES})){0,8}`;
const REGARDS = oneOf('trân trọng|kính thư|kính chào|xin hết');
const CLOSING = new RegExp(`(?:${[THANKS, LAST_PLEA, REGARDS].join('|')}),? $`);

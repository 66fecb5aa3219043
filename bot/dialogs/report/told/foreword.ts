import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { TurnScope } from '../../../turn-scope';

const KEY = 'foreword';
/** What comes later than this, or after so many other messages, begins something new. */
const SIGH_LASTS_MS = 15 * 60 * 1000;
/** A piece of a sentence is soon followed by the rest. */
const LASTS_MS = 3 * 60 * 1000;
const LASTS_TURNS = 3;
/** So many pieces at most, each of so many letters. */
const MOST = 3;
const LONGEST = 500;
/** Fewer words tell nothing, unless they complain. */
const FEW = 4;
/** A piece after a piece may be short: "bự lắm". */
const FEWEST = 2;

interface Piece {
  text: string;
  at: number;
  seq: number;
}

/** "Trời ơi khổ quá", then the report: what sounds like its beginning, and is none by itself, is kept for it. */
export function keepForeword(scope: TurnScope): void {
  const { heard, question, memory } = scope;
  if (heard.isCorrection) Reflect.deleteProperty(memory, KEY);
  if (!isForeword(heard, lately(scope).length > 0)) return;
  const piece: Piece = { text: heard.text.slice(0, LONGEST), at: question.at.getTime(), seq: question.seq };
  memory[KEY] = [...lately(scope), piece].slice(-MOST);
}

/** What was said right before the report, in order; told once. */
export function takeForeword(scope: TurnScope): string[] {
  const pieces = lately(scope);
  Reflect.deleteProperty(scope.memory, KEY);
  return pieces.filter(({ seq }) => seq < scope.question.seq).map(({ text }) => text);
}

function lately({ memory, question }: TurnScope): Piece[] {
  const pieces = (memory[KEY] ?? []) as Piece[];
  const now = question.at.getTime();
  const [last] = pieces.slice(-1);
  const lasts = last && sighs(keyOf(last.text)) ? SIGH_LASTS_MS : LASTS_MS;
  const isFresh = last && now - last.at <= lasts && question.seq - last.seq <= LASTS_TURNS;
  return isFresh ? pieces : [];
}

function isForeword(heard: Heard, goesOn: boolean): boolean {
  const { intent, text, key, understood } = heard;
  if (heard.isCorrection || isAnswer(heard) || understood.phone !== null || understood.ticketCodes.length > 0)
    return false;
  if (sighs(key)) return true;
  const isLong = wordCount(key) >= (goesOn ? FEWEST : FEW);
  // "Tôi nộp hồ sơ tách thửa ở xã Chí Minh,": the rest follows, whatever this piece sounds like by itself.
  if (isLong && text.trimEnd().endsWith(',') && !ASKS.test(key)) return true;
  return MAY_BEGIN.has(intent) && isLong && !text.includes('?') && !ASKS.test(key);
}

const isAnswer = ({ text, key, control, reply, saying, isMenu, isWish, isRude }: Heard): boolean =>
  text === '' ||
  control !== null ||
  reply !== null ||
  saying !== null ||
  isMenu ||
  // "Kính gửi cơ quan chức năng,": the rest follows.
  (isWish && !sighs(key) && !text.trimEnd().endsWith(',')) ||
  isRude;

const MAY_BEGIN: ReadonlySet<string> = new Set(['out_of_scope', 'feedback', 'help', 'hotline.info']);
const ASKS =
  /\b(?:gi|sao|nao|dau|bao (?:nhieu|lau|gio)|may gio|la ai|ai la|khong|ko|chua|what|how|where|who)$|\b(?:hoi|lien he|so dien thoai|dia chi|huong dan|lam sao|the nao|gi|help)\b/;

/** Somebody is fed up, with what happens or with us: "trời ơi khổ quá", "sao không ai giải quyết". */
export const sighs = (key: string): boolean => wordCount(key) <= LONGEST_SIGH && SIGHS.test(key);

const LONGEST_SIGH = 10;
const SIGHS =
  /\b(?:troi (?:oi|dat)|oi troi|kho (?:qua|so (?:qua|lam))|het (?:chiu )?noi|chiu (?:het |khong |ko )?noi|(?<!(?:nhieu|may|chuc|tram|\d) )met (?:qua|moi|ghe|oi|lam|voi|vs|vi|may|cac)|ngao ngan|phat (?:ngan|met|dien)|noi hoai|noi mai|qua suc chiu|qua suc roi|buc (?:qua|minh|xuc|lam|boi)|chan (?:qua|wa|lam|chuong|(?:may|cac) (?:ong|ba|anh|chi|nguoi|vi))|(?:khong|chang|ko|co) (?:thay )?ai (?:giai quyet|xu ly|quan tam|quan(?: ly)? (?:hay sao|het|ca|a|ha|sao|gi)|lam gi|ngo (?:toi|ngang|den|dau|nghieng)|doai hoai|dem xia|dung toi|them)|tuc (?:khong chiu|qua|muon|chet|dien|minh|ghe|anh ach)|hoi (?:hoai|lam the|nhieu (?:qua|the|vay|ghe))|an luong|ngoi choi|song sao noi|sao (?:ma )?(?:chiu|song) (?:duoc|noi|thau)|(?:keu|than) troi (?:khong|chang|ko) thau)\b/;

/** "Tôi chịu hết nổi rồi đấy!": a sigh and nothing else. */
export const onlySighs = (key: string): boolean => sighs(key) && !tellsBesideSigh(key);

/** "Trời ơi, hôi không chịu nổi": something is left when the sigh is taken away. */
export const tellsBesideSigh = (key: string): boolean =>
  key
    .replace(ALL_SIGHS, ' ')
    .split(' ')
    .some((word) => word !== '' && !AROUND_SIGHS.has(word));
const ALL_SIGHS = new RegExp(SIGHS, 'g');
const AROUND_SIGHS: ReadonlySet<string> = new Set(
  'qua lam roi day do nua luon di ma vay the a ha la troi oi toi minh em tui bac chau dat nay ne nhe nha het gio sao cung da mat that su'.split(
    ' ',
  ),
);

/** Fed up with the hotline alone: met as calmly, and no part of what is reported. */
export const grumbles = (key: string): boolean =>
  (wordCount(key) <= LONGEST_GRUMBLE && (GRUMBLES.test(key) || hurries(key) || IDLE.test(key))) ||
  scolds(key);

/** The same in a whole sentence: "sao cứ hỏi hoài vậy, tôi đang bực lắm rồi đây". */
const scolds = (key: string): boolean =>
  key.length <= LONGEST_SCOLDING && SCOLDS.test(key) && !OF_OFFICIALS.test(key);
/** How these work is what is reported. */
const OF_OFFICIALS = /\b(?:can bo|cong chuc|dia chinh|chu tich|cong an|truong thon|uy ban|ubnd)\b/;
const LONGEST_SCOLDING = 100;
const US =
  '(?:(?:cac|may|quy|ben) )?(?:anh chi|anh|chi|ban|em|ong|ba|minh|may|bot|robot|tong dai|hotline|kenh nay|co quan)';
const SCOLDS = new RegExp(
  [
    '\\bhet (?:muc |ca |san )?kien nhan\\b',
    '\\b(?:toi|em|minh|tui) (?:dien len|phat dien|tuc dien)\\b',
    `\\b(?:that vong|chan ngan|ngan ngam|phat ngan|buc minh|buc boi|mat (?:het |ca )?(?:niem tin|long tin))(?: (?:lam|qua|het suc))? (?:voi|vao|ve) (?:(?:cach|kieu) [a-z]{1,9}(?: [a-z]{1,9})? )?(?:(?:cua|nay) )?${US}\\b`,
    `\\b(?:cach|kieu) (?:lam viec|lam an|tra loi|hoi han|hoi|phuc vu) (?:nay|cua ${US})\\b`,
    `\\b(?:phat ngan|buc minh|chan|met) (?:voi|vi) (?:cai )?(?:kieu|cach) `,
    '\\blam (?:viec|an) (?:kieu|the|nhu) (?:nay|vay|gi|the)\\b',
    `\\b${US} (?:lam viec|tra loi) (?:rat |qua |that )?(?:cham|tac trach|vo trach nhiem|quan lieu|qua loa|te)`,
    '\\bhoi (?:di hoi lai|toi hoi lui|toi lui|vong vo|lung tung|lan man|linh tinh|gi (?:ma )?(?:hoi )?(?:lam|nhieu|hoai))\\b',
    `\\b(?:sao (?:ma )?(?:cu|lai)|${US}(?: (?:van|cu|lai|toan|da)){1,3}) hoi (?:hoai|mai|lam|nhieu|suot)\\b`,
    `\\b${US} hoi (?:nhieu|lam|hoai|mai) (?:qua|the|vay)\\b`,
    `\\bnoi chuyen voi ${US}\\b(?: [a-z]+){0,8} (?:mat thoi gian|vo ich|met|chan)\\b`,
    '(?<!mui )\\bhoi du (?:thu|dieu)\\b',
    '\\b(?:la|da|cu|ma) hoi qua nhieu\\b',
    '\\bsao (?:ma )?lang nhang\\b',
    '\\bdung (?:co )?hoi (?:nua|hoai|toi nua)\\b',
  ].join('|'),
);

/** "Lẹ lên giùm cái". */
export const hurries = (key: string): boolean => HURRIES.test(key);
const HURRIES =
  /^(?:(?:thoi|lam on|em|ban|bot) ){0,2}(?:le|nhanh|mau) (?:len|tay)(?: (?:giup|gium|dum|cai|di|coi|nao|voi|toi|tui|em|duoc khong)){0,4}$/;

/** "Các anh chỉ ngồi đó thôi à", "mấy ông toàn hứa": said to us, and nothing follows; who only sits there drinking is somebody else. */
const IDLE =
  /\b(?:chi|toan|cu) (?:biet )?(?:hua|noi|hoi|ngoi (?:do|day|khong|im|yen|mat|nhin|choi|(?:phong|may) lanh))(?: (?:suong|hoai|mai|thoi|a|ha|chu|lam|vay|the|cho|qua|luon|co|gi)){0,3}$|\blam viec (?:the|vay|nhu (?:the|vay)|kieu (?:gi|j|do|the|vay))(?: (?:nay|the|ni|vay|z|a|ha|do|day|sao|hoai)){0,2}$/;

const LONGEST_GRUMBLE = 13;
const GRUMBLES =
  /^(?:(?:troi oi|thoi|met|sao|ma|da|a) ){0,2}noi (?:gi (?:ma )?)?(?:nhieu|lam|dai|dai dong) (?:qua|the|vay|ghe)\b(?! (?:roi|ma|lan|nhung)\b)|\bsao (?:ma )?(?:rac roi|phien phuc|lam chuyen|cham)\b|\b(?:may|cac) (?:ong|ba|nguoi|anh|chi) (?:(?:co|da|toan) )?(?:lam|giai quyet|xu ly) (?:duoc )?gi dau\b|\b(?:lau lac|lau la (?:qua|the|ghe|vay|lam)|(?:co|chang|khong) (?:thay )?ai lam gi dau|lam an (?:kieu|the|nhu|gi|chi)|hua (?:suong|hao|lao|hoai)|noi suong|bo tay (?:voi |voi may )?(?:cac |may )?(?:ong|ba|nguoi|ban|anh|chi|luon|roi)|(?:phan anh|bao|goi|keu|noi|gui) (?:\w+ ){0,2}(?:lan|hoai|mai) (?:\w+ ){0,3}(?:khong|chang|chua|co|ko) (?:thay |co )?ai (?:giai quyet|xu ly|lam gi|tra loi|ngo (?:toi|ngang|den|dau|nghieng)|doai hoai|dem xia|dung toi|nghe|quan tam|hoi am|dong tinh)|(?:phan anh|bao|goi|keu|noi|gui) (?:\w+ ){0,3}lan (?:\w+ ){0,3}(?:chang|khong|chua|ko|co) (?:thay |co ){0,2}(?:gi|dong tinh|hoi am|ket qua|chuyen bien|thay doi)|hoi (?:(?:chi|gi) (?:ma )?(?:hoi )?lam(?: (?:rua|vay|the))?|lam (?:rua|vay|the|gi|chi))|(?:bo tay|chiu thua) (?:voi )?(?:cac|may|ben|lu|tui) \w+|(?:goi|nhan|keu|bam may) (?:mai|hoai|suot|quai) (?:ma )?(?:khong|chang|ko|hong|chua) (?:thay |co )?ai (?:nghe|tra loi|bat may|nhac may)|(?:doi|cho) (?:den |toi )?(?:bao gio|khi nao|chung nao|kiep nao|mai qua)(?: nua)?)\b/;

import { type Reading, readText } from './fold';
import { plainSet } from './word-set';

/** How many words before a commune's name may still tell where in it, and how many after it. */
const REACH = 14;
const REACH_AFTER = 10;
const AT = new Set(['ở', 'tại']);
/** "Xuống sông đoạn qua phường X": the way goes on, and "đoạn qua" is no place. */
const THROUGH = new Set(['qua', 'thuộc']);
const NEAR = new Set(
  'gần cạnh trước sau ngay số đường ngõ ngách hẻm khu cụm kcn ccn thôn ấp bản chợ cầu bờ đoạn tổ kp đối'.split(
    ' ',
  ),
);
/** These are too many other words without accents: "khối" and "khói", "chùa" and "chưa". */
const NEAR_ACCENTED = new Set(
  'kiệt khóm khối buôn làng xóm kênh rạch suối hồ ngã quốc bên cổng trường chùa đê sân bến cảng phố'.split(
    ' ',
  ),
);
const LAKE = new Set(['hồ']);
const PAPERS = new Set(['sơ']);
/** "Trường nằm ở phường X", "suối chảy qua xã Y": what lies or flows there is no way to it. */
const LIES = new Set(['nằm', 'chảy', 'đặt', 'đóng']);
/** Behind these words the story is told, and before them as well. */
const TOLD = new Set('mà chẳng chưa chúng nó bị lén rồi lắm quá nhiều nên vì nhưng dính kéo suốt'.split(' '));
const UNITS = new Set(['xã', 'phường', 'p', 'x', 'đặc', 'khu', 'tt', 'thuộc']);

/**
 * What is said of the place beside its commune: "xả ra sông gần cầu Nhật Tân, phường Hồng Hà" → "gần cầu Nhật Tân",
 * "P.14 Q.10, hẻm 285 Cách Mạng Tháng 8" → "hẻm 285 Cách Mạng Tháng 8". Empty when nothing is.
 */
export const landmarkOf = (text: string, commune: string): string =>
  landmarkBefore(text, commune) || landmarkAfter(text, commune);

/** The same, as far as it is said before the commune. */
export function landmarkBefore(text: string, commune: string): string {
  const said = readText(text);
  const at = said.text.indexOf(commune);
  if (at < 0) return '';
  let end = said.words.findLastIndex((word) => word.end <= at) + 1;
  while (end > 0 && leadsTo(said, end - 1)) end--;
  const from = startOf(said, end);
  if (from === undefined || from >= end) return '';
  return worded(said, from, end);
}

const leadsTo = (said: Reading, index: number): boolean =>
  [UNITS, AT, THROUGH].some((words) => is(said, index, words)) || (said.accented && is(said, index, LIES));

/** After the nearest "ở" or "tại"; else from the first word that places something, both in the same sentence. */
function startOf(said: Reading, end: number): number | undefined {
  let first: number | undefined;
  for (let index = end - 1; index >= Math.max(0, end - REACH); index--) {
    if (is(said, index, AT) && !isLorry(said, index)) return index + 1;
    // "Rác đầy đường mà không ai dọn, phường X": what stands before it is the story.
    if (isTold(said, index)) break;
    if (isNear(said, index)) first = index;
    if (endsSentence(said, index - 1)) break;
  }
  return first;
}

/** Only what follows at once: the story goes on behind it. */
function landmarkAfter(text: string, commune: string): string {
  const said = readText(text);
  const at = said.text.indexOf(commune);
  if (at < 0) return '';
  const from = said.words.findIndex(({ start }) => start >= at + commune.length);
  if (from < 0 || !isNear(said, from) || endsSentence(said, from - 1)) return '';
  let to = from + 1;
  while (to < Math.min(said.words.length, from + REACH_AFTER) && !endsPart(said, to - 1)) to++;
  return worded(said, from, to);
}

/** One word is no landmark: "rác đầy đường". */
function worded({ text, words }: Reading, from: number, to: number): string {
  const cut = text.slice(words[from]?.start, words[to - 1]?.end);
  return /[\s.]/.test(cut) ? cut : '';
}

const isNear = (said: Reading, index: number): boolean =>
  !isPapers(said, index) &&
  !isNoSchool(said, index) &&
  !isMerelyAsked(said, index) &&
  !isNeighbour(said, index) &&
  !isOtherWord(said, index) &&
  (is(said, index, NEAR) || (said.accented && is(said, index, NEAR_ACCENTED)));

/** "Xe tai chay": no "tại". */
const isLorry = ({ accented, words }: Reading, index: number): boolean =>
  !accented && words[index]?.folded === 'tai' && words[index - 1]?.folded === 'xe';

/** "Môi trường", "thị trường", "trường hợp" are no schools, "đường ống" is no street. */
function isNoSchool({ words }: Reading, index: number): boolean {
  const [before = '', here, next] = [index - 1, index, index + 1].map((at) => words[at]?.folded);
  if (here === 'duong') return next === 'ong';
  return here === 'truong' && (next === 'hop' || /^(?:moi|thi|hien|cong|nong|lam|quang)$/.test(before));
}

/** Without accents these words are part of names as well: "song Ma", "khu chung cu". */
const isTold = ({ accented, words }: Reading, index: number): boolean =>
  accented && TOLD.has(words[index]?.typed ?? '');

/** "Hồ sơ" is no lake, and "ho so" no number. */
const isPapers = (said: Reading, index: number): boolean =>
  (is(said, index, LAKE) && is(said, index + 1, PAPERS)) ||
  (is(said, index - 1, LAKE) && is(said, index, PAPERS));

/** "Đối diện" places something, "đòi tiền" without accents does not. */
const isMerelyAsked = ({ words }: Reading, index: number): boolean =>
  words[index]?.folded === 'doi' && words[index + 1]?.folded !== 'dien';

/** "Hàng xóm" is somebody, and no hamlet. */
const isNeighbour = ({ words }: Reading, index: number): boolean =>
  words[index]?.folded === 'xom' && words[index - 1]?.folded === 'hang';

/** "Ba ngay nay" are days, and "cho di ban" is carried: without accents these place nothing. */
function isOtherWord({ accented, words }: Reading, index: number): boolean {
  const [before = '', here = '', next = ''] = [index - 1, index, index + 1].map((at) => words[at]?.folded);
  if (here === 'sau' || here === 'truoc') return EVENTS.has(next) || before === 'thuoc' || before === 'tru';
  if (accented || (here !== 'ngay' && here !== 'cho')) return false;
  return here === 'ngay' ? DAYS.has(before) || DAYS.has(next) : CARRIED.has(next);
}

const DAYS = new Set(
  'hai ba bon nam may vai moi ca bao nhieu hang nay qua truoc sau dem nao thang tu ho'.split(' '),
);
/** "Sau trận mưa" tells when. */
const EVENTS = new Set(
  'tran con dot vu khi luc moi le tet do day kia bao lu gio may nay mua dich'.split(' '),
);
const CARRIED = new Set(
  'di ban toi em chau con nguoi dan xe dat cat da nuoc rac go biet hoi phep'.split(' '),
);

/** Accented text must have the word's accents: "cho" is no "chợ". */
function is(said: Reading, index: number, words: ReadonlySet<string>): boolean {
  const word = said.words[index];
  if (!word) return false;
  return said.accented ? words.has(word.typed) : plainSet(words).has(word.folded);
}

const endsSentence = (said: Reading, index: number): boolean => /[.:!?;\n]/.test(gapAfter(said, index));

const endsPart = (said: Reading, index: number): boolean => /[.,!?;\n()]/.test(gapAfter(said, index));

/** What stands between a word and the next; the end of the text ends a sentence. */
function gapAfter({ text, words }: Reading, index: number): string {
  const [word, next] = [words[index], words[index + 1]];
  return word && next ? text.slice(word.end, next.start) : '.';
}

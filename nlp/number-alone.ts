import { fold } from './fold';
import { withoutPhones } from './phone';
import { wordSet } from './word-set';

/**
 * Whether a message tells a number and nobody's name: "số hồi nãy sai rồi chú, 0912… mới đúng", "So tui 0912… do chu".
 * Several of its words are names as well, and so they are read by what stands around them.
 */
export function tellsNumberAlone(text: string): boolean {
  const said = withoutPhones(text.normalize('NFC').slice(0, LONG), () => ` ${TOLD} `);
  const words = said.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const keys = words.map(fold);
  return keys.some((key) => NUMBER.has(key)) && words.every((_, at) => isAround(words, keys, at));
}

const LONG = 120;
/** Stands for the number. */
const TOLD = '0';

function isAround(words: readonly string[], keys: readonly string[], at: number): boolean {
  const [key = '', before = ''] = [keys[at], keys[at - 1]];
  const isCapital = /^\p{Lu}\p{Ll}/u.test(words[at] ?? '');
  // "Toi la Chau", "Châu": who calls themselves "cháu" does so elsewhere.
  if ((LEADS.has(before) && isCapital) || /^châu$/iu.test(words[at] ?? '')) return false;
  if (AROUND.has(key)) return true;
  // "Đổi số của mình thành 0912…".
  if (key === 'thanh') return keys[at + 1] === TOLD && keys.some((each) => each === 'doi' || each === 'sua');
  return NAMES_TOO.has(key) && at > 0 && !SELF.has(before) && !isCapital && mayStand(key, before);
}

/** "Số đúng", "mới đúng", "đúng là"; Dũng is a name. */
const mayStand = (key: string, before: string): boolean =>
  key !== 'dung' || before === 'so' || before === 'moi';

const NUMBER = wordSet('so sdt dt thoai may goi');
/** "Em Chi số 0912…". */
const SELF = wordSet('em toi minh tui chau con ten');
const NAMES_TOO = wordSet('do chi nhan dung');
const LEADS = wordSet('la ten ghi di gap hoi tui gium giup em');
const AROUND = wordSet(
  `${TOLD} so sdt dt dien thoai zalo may cua toi tui em minh chau con ong anh co ba bac chu ban dong oi nay hoi sai roi nham lon doc go ghi dua ` +
    'cho gui phai sua doi qua bo goi theo giup gium nha nhe nghe nghen a ngay nho day da gap di luon va thi xin la lai cu lay moi kia tin',
);

import { fold } from './fold';
import { isFullName, isSingleName, isTitledName, nameOfTitled } from './full-name';
import type { Phone } from './phone';
import { plainSet, wordSet } from './word-set';

/** A name right before a number, and where what is signed so begins. */
interface Named {
  name: string;
  start: number;
}

/**
 * Whose number ends a story that was typed without stops: "… không ai thu về gọi từ ngọc diễm số 0326…", "… hít khói ạ
 * (Thảo, 0772…)". What leads to the name must stand right before it, and behind the number nothing but manners; whom the
 * story speaks of ("chủ xưởng (Hùng, 0912…)", "đã gọi anh Hùng 0912…") is nobody who signs. Null: none.
 * @param isTheirs the number is known to be theirs: then whoever stands right before it tells the story
 */
export function nameOfNumber(text: string, phone: Phone, isTheirs = false): Named | null {
  const behind = text.slice(phone.end, phone.end + SOME);
  if (!isTheirs && !(ENDS.test(behind) && wordsOf(behind).every(({ key }) => MANNERS.has(key)))) return null;
  const from = Math.max(0, phone.start - SOME);
  const before = text.slice(from, phone.start);
  const words = withoutNumber(wordsOf(before));
  const name = longest(words, before);
  if (!name) return null;
  const told = words.slice(0, name.at);
  const gap = before.slice(told.at(-1)?.end ?? 0, words[name.at]?.start);
  const start = leadOf(told, gap, isTheirs);
  return start === null ? null : { name: name.said, start: from + start };
}

const SOME = 110;
/** To the end of all that is told, or of the sentence. */
const ENDS = /^[^\n]{0,60}$/u;

interface Word {
  text: string;
  key: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}'’\d]+/gu), ({ 0: said, index }) => ({
    text: said,
    key: fold(said),
    start: index,
    end: index + said.length,
  }));

/** Without "số điện thoại", "sđt" at its end. */
function withoutNumber(words: readonly Word[]): readonly Word[] {
  let to = words.length;
  while (to > 0 && OF_NUMBER.has(words[to - 1]?.key ?? '')) to--;
  return words.slice(0, to);
}

/** The longest name that ends there; no stop stands in it. */
function longest(words: readonly Word[], before: string): { said: string; at: number } | null {
  for (let count = Math.min(MOST, words.length); count > 0; count--) {
    const at = words.length - count;
    const said = words.slice(at);
    const isOne = before.slice(said[0]?.start, said.at(-1)?.end) === said.map(({ text }) => text).join(' ');
    const name = isOne ? nameFrom(said.map(({ text }) => text)) : null;
    if (name !== null) return { said: name, at };
  }
  return null;
}

function nameFrom(words: readonly string[]): string | null {
  if (isTitledName(words)) return nameOfTitled(words);
  return isFullName(words) || isSingleName(words) ? words.join(' ') : null;
}

/** Where what leads to the name begins; null: nothing does, or it is somebody whom the story speaks of. */
function leadOf(told: readonly Word[], gap: string, isTheirs: boolean): number | null {
  const said = told
    .slice(-LEAD)
    .map(({ key }) => key)
    .join(' ');
  const [, lead] = LEADS.exec(said) ?? [];
  const end = told.at(-1)?.end ?? 0;
  if (lead !== undefined) {
    const at = told.length - lead.split(' ').length;
    const isTold = tells(told[at - 1], told[at - 2]);
    return isTold && !isTheirs ? null : (told[at]?.start ?? 0);
  }
  return (isTheirs || ASIDE.test(gap)) && !ABOUT.test(said) ? end : null;
}

const LEAD = 9;
const LEADS =
  /(?:^| )((?:(?:can|co|muon) (?:gi |hoi them |hoi |them )?(?:thi )?(?:(?:ban|chau|em|anh chi|anh|chi|chu) )?)?(?:goi|lh|lien he|lien lac|alo|nhan)(?: (?:cho|voi|qua|gap|em|toi|minh|tui|anh|chi|co|chu|bac|chau)){0,3}|(?:toi|em|minh|mik|tui|chau|con|bac) (?:ten la|ten|la)(?: (?:em|anh|chi|co|chu|bac))?|nguoi (?:bao|gui|phan anh))$/;
/** "Đã gọi", "nó bảo gọi", "tôi gọi": that somebody was called is told. */
const TELLS = wordSet(
  'đã bảo kêu biểu phải nói dặn nó họ ai hay mới có tôi em mình tui cháu người ta được hoài không ghi để biển dán in',
);
const tells = (word: Word | undefined, before: Word | undefined): boolean =>
  word !== undefined &&
  !(word.key === 'noi' && before?.key === 'ha') &&
  (TELLS.has(word.text.toLowerCase()) ||
    (word.text.toLowerCase() === word.key && plainSet(TELLS).has(word.key)));
/** "… - Ngọc Hân 0771…", "… (Thảo, 0772…)". */
const ASIDE = /\(\s*$|\s[–—-]\s+$/u;
/** Whom it speaks of, or what is somebody's. */
const ABOUT =
  /(?:^| )(?:chu|ong|ba|anh|chi|ten|giam doc|tai xe|quan ly|can bo|nhan vien|bao ve|truong thon|to truong|cong ty|cty|xuong|tiem|vua|nha may|co so|cua)(?: \S+){0,2}$/;
const OF_NUMBER = wordSet('so sdt dt dien thoai may zalo la');
const MANNERS = wordSet(
  'nha nhe nghen nghe a ban chu em anh chi cam on goi lai cho toi minh tui gap xin luc nao cung duoc ne day',
);
const MOST = 5;

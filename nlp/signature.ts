import { fold } from './fold';
import { fullNameIn } from './full-name';
import { READ, introducedIn } from './introduced';
import { nameIn } from './name';
import { nameOfNumber } from './name-of-number';
import { withoutUse } from './number-told';
import { type Phone, phoneIn, phonesIn, withoutPhones } from './phone';
import { NUMBER, type Said, isNameOf, isSomebodyElse, leads, leftOf, runOfName } from './signature-words';

/** Who tells a story, as they sign it: "…khói mù mịt. Cần hỏi thêm thì gọi Hoa số 0912…". */
export interface Signature {
  /** As typed; null: only the number is left. */
  name: string | null;
  /** E.164. */
  phone: string;
  /** What is told before it. */
  story: string;
}

/**
 * Name and number of whoever tells it, wherever they stand in a text. What is signed is nothing but a name, a number and
 * the words around them, and begins a sentence or with words that lead to them ("tôi là", "liên hệ"); so the number of
 * "chủ quán tên Hùng 0912…" is nobody's who tells it. Null when none is left.
 * @param offered they said that they leave what they told before: then a bare number is theirs as well
 */
export function signatureIn(text: string, offered = false): Signature | null {
  const composed = text.slice(0, READ).normalize('NFC');
  for (const each of phonesIn(composed).slice(0, TRIES)) {
    const phone = phoneIn(composed.slice(each.start, each.end));
    const signed = phone === null ? null : withName(composed, each, signedAt(composed, each, offered));
    if (phone !== null && signed) return { ...signed, phone };
  }
  return null;
}

/** The longer of two names that end alike; the one that was told elsewhere, where none stands there. */
function withName(text: string, phone: Phone, signed: Unnumbered | undefined): Unnumbered | null {
  const ended = signed?.name?.includes(' ') ? null : endedBy(text, phone);
  if (ended?.name?.includes(signed?.name ?? ''))
    return { name: ended.name, story: signed?.story ?? ended.story };
  return signed ? { ...signed, name: signed.name ?? behind(text, phone) ?? introducedIn(text) } : null;
}

type Unnumbered = Omit<Signature, 'phone'>;

/** "… không ai thu về gọi từ ngọc diễm số 0326…": typed without a stop before it. */
function endedBy(text: string, phone: Phone): Unnumbered | null {
  const named = nameOfNumber(text, phone);
  const story = named && text.slice(0, named.start).trimEnd();
  return named && story !== null && !isSomebodyElse(named.name, story) ? { name: named.name, story } : null;
}

/** "Gọi mình số 0912…, tên mẹ Bống nha". */
function behind(text: string, { end }: Phone): string | null {
  const [, said] = NAMED_BEHIND.exec(text.slice(end, end + BEHIND)) ?? [];
  return said === undefined ? null : fullNameIn(said);
}
const NAMED_BEHIND = /^,? ((?:tên|ten) [^.,;!?\n]{2,60})/iu;

/** The name beside a number that is known to be theirs, where a story holds it; null: none. */
export function nameBesideNumber(text: string, phone: string): string | null {
  const composed = text.slice(0, READ).normalize('NFC');
  for (const each of phonesIn(composed).slice(0, TRIES))
    if (phoneIn(composed.slice(each.start, each.end)) === phone)
      return nameOfNumber(composed, each, true)?.name ?? signedAt(composed, each, true)?.name ?? null;
  return null;
}

/** So many letters are looked at on either side of it. */
const BEFORE = 140;
const BEHIND = 90;

/** So many of its numbers are looked at. */
const TRIES = 5;

/** The longest part around a number that is nothing but a signature. */
function signedAt(text: string, phone: Phone, offered: boolean): Unnumbered | undefined {
  const from = Math.max(0, phone.start - BEFORE);
  const before = text.slice(from, phone.start);
  const first = from === 0 ? 'sentence' : null;
  const head = wordsOf(before, first);
  const words = wordsOf(`${before}${NUMBER}${text.slice(phone.end, phone.end + BEHIND)}`, first);
  const ends = [...partsFrom(words, head.length + 1), words.length].reverse();
  for (const at of partsFrom(words.slice(0, head.length + 1), 0))
    for (const end of ends) {
      const story = text.slice(0, from + (words[at]?.start ?? 0)).trimEnd();
      const signed = signedBy(words.slice(at, end), story, offered);
      if (signed) return { ...signed, story };
    }
  return undefined;
}

/** Where parts begin, from a word on. */
const partsFrom = (words: readonly Said[], from: number): number[] =>
  words.flatMap(({ begins }, index) => (index >= from && begins !== null ? [index] : []));

function wordsOf(text: string, first: Said['begins']): Said[] {
  let begins = first;
  const words: Said[] = [];
  const numbered = withoutUse(withoutPhones(text, ({ start, end }) => NUMBER.padEnd(end - start)));
  for (const { 0: said, index: start } of numbered.matchAll(PIECES)) {
    const stop = STOPS.exec(said);
    if (stop) begins = begins === 'sentence' || stop[1] !== undefined ? 'sentence' : 'part';
    else {
      words.push({
        text: said,
        key: said === NUMBER ? said : fold(said),
        begins: begins ?? (SPEAKS.test(said) ? 'sentence' : null),
        start,
      });
      begins = null;
    }
  }
  return words;
}
const PIECES = /\||[\p{L}\p{M}'’\d]+|[.!?…\n](?=[\s.!?…]|$)|[,;:()[\]"“”/–—]| - /gu;
const STOPS = /^(?:([.!?…\n])|[^\p{L}\p{M}\d|]+)$/u;

/** "… xã Lý Quốc Cao Bằng Tôi Thạch Sa Rươl, 0984…": with a capital a sentence begins, whose stop was not typed. */
const SPEAKS = /^(?:Tôi|Toi|Tui|Mình|Cháu|Em)$/u;

const textOf = (words: readonly Said[]): string =>
  words.map(({ text, begins }, index) => (begins !== null && index > 0 ? `, ${text}` : text)).join(' ');

/** Nothing but a name, a number and words around them; undefined: it is something else, or somebody else. */
function signedBy(
  words: readonly Said[],
  story: string,
  offered: boolean,
): Pick<Signature, 'name'> | undefined {
  const left = leftOf(words).length;
  const lead = leads(words);
  const isWhole =
    words[0]?.begins === 'sentence' ||
    (offered && isBesideNumber(words) && !SOMEBODY.test(fold(lastSentence(story))));
  if (left > MOST || (lead === null && !isWhole)) return undefined;
  if (left === 0) {
    const run = nameAround(words);
    return lead !== null || offered || run !== null ? { name: run } : undefined;
  }
  const name = nameOf(words);
  return name === undefined || (lead === null && isSomebodyElse(name, story)) ? undefined : { name };
}

/** "Gọi em Minh Châu, số 0912…": both words may lead to a name as well. */
function nameAround(words: readonly Said[]): string | null {
  const run = runOfName(words);
  if (run !== null) return run;
  const name = nameIn(textOf(words));
  return name !== null && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$/u.test(name) ? name : null;
}

/** "… ở Bát Tràng, Hà Nội. Số 0912…": behind a comma only what is in one part with the number. */
const isBesideNumber = (words: readonly Said[]): boolean => {
  const next = words.findIndex(({ begins }, at) => at > 0 && begins !== null);
  return next < 0 || words.findIndex(({ key }) => key === NUMBER) < next;
};

const lastSentence = (story: string): string => story.split(/[.!?\n]/).at(-1) ?? '';
/** A sentence that speaks of somebody: "chủ xưởng tên Hùng, sđt 0912…". */
const SOMEBODY = /\b(?:chu|ten|ong|ba|anh|chi|tai xe|giam doc|quan ly|can bo|nhan vien)\b/;

/** More words are no name. */
const MOST = 5;

function nameOf(words: readonly Said[]): string | undefined {
  const text = textOf(words);
  if (ACCUSES.test(text) || OF_ELSE.test(fold(text))) return undefined;
  const names = [withoutTail(nameIn(text)), runOfName(words)];
  return names.find((each) => each !== null && isNameOf(words, each)) ?? undefined;
}

/** "Là anh Hùng, 0912…", "do anh Hùng": who it is, and not who tells it. */
const ACCUSES = /^(?:l[àa]|do(?: (?:anh|ch[ịi]|[ôo]ng|b[àa]|ch[úu])|(?=.*[À-ỹ]))) /iu;

/** "Lò gạch của ông Hai Lúa", "gọi chủ xưởng Hùng", "họ nói liên hệ …". */
const OF_ELSE =
  /(?:^| )(?:cua (?!(?:toi|em|minh|mik|tui|bac|con|chau|to)(?: |$))|chu (?:xuong|trai|quan|lo|dat|vua) |noi (?:goi|lien he) )/;

/** "Doan Van Thinh a". */
const withoutTail = (name: string | null): string | null =>
  name?.replace(/(?<=\p{Ll}) (?:a|ạ|nha|nhe|nhé|day|đây)$/u, '') ?? null;

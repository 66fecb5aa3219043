import type { Reading } from './fold';
import { type Spot, spotter } from './spotter';
import type { Danger } from './types';

type List =
  | 'sign'
  | 'spelt'
  | 'ailment'
  | 'victim'
  | 'figure'
  | 'denied'
  | 'nobody'
  | 'feared'
  | 'over'
  | 'past'
  | 'asked'
  | 'supposed'
  | 'still'
  | 'bare'
  | `these${number}`
  | `beside${number}`;
type Found = Spot<List>;

/** A pair stands together with so many words between at most. */
const NEAR = 3;
/** What goes on stands so near. */
const STILL = 4;
/** A denial or a fear reaches over so many words: "không có ai bị thương hay ngộ độc". */
const REACH: Readonly<Partial<Record<List, number>>> = { denied: 4, feared: 4, nobody: 8 };

/**
 * Are people in danger now? By the signs of it, unless they are figures of speech ("mùi muốn xỉu"), denied, feared,
 * asked about, long ago or over; or because the whole message sounds like it, unless it is typed without accents and
 * holds what only reads so ("nuoc dang chay" flows).
 */
export function urgencyFinder(danger: Danger): (said: Reading, sounds?: boolean) => boolean {
  const spots = spotter<List>(listsOf(danger));
  return (said, sounds = false) => {
    const found = spots(said);
    const signs = signsIn(found, said);
    const isSure =
      sounds &&
      (said.accented || !found.some(({ list }) => list === 'bare')) &&
      !tellsWhoLives(said) &&
      !drives(said) &&
      (signs.length > 0 || !isMild(found, said));
    return isSure || signs.some((sign) => isNow(sign, found, said));
  };
}

/** "Khó thở lắm", "khói cay mắt quá, không thở được": so few words that name nobody whom it befell tell how bad it is, and of no harm done. */
const isMild = (found: readonly Found[], { words }: Reading): boolean =>
  words.length <= FEW &&
  found.some(({ list }) => MILD.has(list)) &&
  !found.some(({ list }) => list === 'victim');
const FEW = 8;
const MILD: ReadonlySet<List> = new Set<List>(['ailment', 'figure', 'bare']);

/** "Để sau nha, đang chạy xe": who is on the road says so; "xe đang cháy" and, without accents, a lorry may burn. */
const drives = ({ words, typed }: Reading): boolean =>
  words.length <= MOST_DRIVEN && (DRIVES.test(typed) || DRIVES_BARE.test(typed));
const MOST_DRIVEN = 10;
const DRIVES = / (?:chạy|lái) (?:xe|grab|ship|hàng|ba gác|tàu|ghe) /;
const DRIVES_BARE =
  / (?:(?:toi|em|minh|tui|bac|chau) (?:dang|con|lo|mac|ban) chay (?:xe|grab|ship)|(?:dang|con|lo|mac|ban) (?:lai xe|chay (?:grab|ship)|chay xe(?= (?:$|(?:may|om|dap|roi|a|nha|nhe|ve|di|de|lat|ti|chut|toi|chieu|mai|khong|ko|nen|ma|luc) )))) /;

/** "Ở đây nhiều người già và trẻ nhỏ lắm": it tells who lives there, and of nothing that happened to them. */
const tellsWhoLives = ({ words }: Reading): boolean =>
  words.length <= MOST_WHO && words.every(({ folded }) => WHO_LIVES.has(folded));
const MOST_WHO = 18;
const WHO_LIVES = new Set(
  (
    'o day khu xom lang ap thon to pho quanh gan canh sat ben trong ngay trong nay nha minh toi chung em con chau ba ' +
    'co nhieu rat dong toan la ca may vai lam nua a nhe va voi cung lai hai ba nguoi dan cu ho gia dinh lon tuoi cao ' +
    'tre nho em be hoc sinh truong mam non mau giao tieu phu nu ba bau mang thai benh nhan yeu song sinh hoat'
  ).split(' '),
);

function listsOf(danger: Danger): Record<List, { phrases: readonly string[]; spelt?: boolean }> {
  const spelt = new Set(danger.accented);
  const pairs = danger.pairs.flatMap(({ these, beside }, index) => [
    [`these${index}`, { phrases: these }],
    [`beside${index}`, { phrases: beside }],
  ]);
  return {
    sign: { phrases: danger.signs.filter((each) => !spelt.has(each)) },
    spelt: { phrases: danger.accented, spelt: true },
    ailment: { phrases: danger.ailments },
    victim: { phrases: danger.victims },
    figure: { phrases: danger.figures },
    nobody: { phrases: danger.nobody },
    denied: { phrases: danger.denied },
    feared: { phrases: danger.feared },
    over: { phrases: danger.over },
    past: { phrases: danger.past },
    asked: { phrases: danger.asked },
    supposed: { phrases: danger.supposed },
    still: { phrases: danger.still },
    bare: { phrases: danger.bare },
    ...(Object.fromEntries(pairs) as Record<`these${number}`, { phrases: readonly string[] }>),
  };
}

/** Signs that are enough alone, ailments of somebody, and the first of each pair. */
function signsIn(found: readonly Found[], said: Reading): Found[] {
  const plain = found.filter((each) => !isFigure(each, found, said));
  const hasVictim = plain.some(({ list }) => list === 'victim');
  return plain.filter(({ list, ...spot }) => {
    if (list === 'sign' || list === 'spelt') return true;
    if (list === 'ailment') return hasVictim;
    if (!list.startsWith('these')) return false;
    const beside = list.replace('these', 'beside');
    return plain.some((each) => each.list === beside && areNear({ list, ...spot }, each, said));
  });
}

function areNear(a: Found, b: Found, said: Reading): boolean {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return (
    second.from - first.to <= NEAR &&
    second.from >= first.to &&
    !partsSentence(said, first.to - 1, second.from)
  );
}

const isFigure = (sign: Found, found: readonly Found[], said: Reading): boolean =>
  found.some(
    (each) =>
      each.list === 'figure' && overlaps(each, sign) && !isWithin(each, sign) && !isFactory(each, said),
  );

/** "Buồn nôn" is said of any smell, "đồng loạt buồn nôn" is not. */
const isWithin = (figure: Found, sign: Found): boolean =>
  sign.from <= figure.from && sign.to >= figure.to && sign.to - sign.from > figure.to - figure.from;

const overlaps = (a: Found, b: Found): boolean => a.from < b.to && b.from < a.to;

/** "nhà máy nổ": no engine runs there. */
const isFactory = ({ from }: Found, { words }: Reading): boolean =>
  words[from]?.folded === 'may' && words[from - 1]?.folded === 'nha';

function isNow(sign: Found, found: readonly Found[], said: Reading): boolean {
  const before = found.some((each) => reaches(each, sign, said));
  if (before || isQuestion(sign, said)) return false;
  const inSentence = (list: List): boolean =>
    found.some(
      (each) =>
        each.list === list &&
        !(list === 'still' && overlaps(each, sign)) &&
        !partsSentence(said, each.from, sign.from),
    );
  if (inSentence('supposed')) return false;
  if (found.some((each) => goesOn(each, sign, said))) return true;
  return !(
    inSentence('asked') ||
    inSentence('past') ||
    isOfYear(said, sign) ||
    inSentence('over') ||
    endsLater(sign, found)
  );
}

/** "vẫn đang cháy", "giờ lại nổ": right beside the sign. */
function goesOn(each: Found, sign: Found, said: Reading): boolean {
  if (each.list !== 'still' || each.from === sign.from) return false;
  const words = each.from < sign.from ? sign.from - each.to : each.from - sign.to;
  return words < STILL && !partsClause(said, each.from, sign.from);
}

function reaches(each: Found, sign: Found, said: Reading): boolean {
  const reach = REACH[each.list] ?? 0;
  return each.to <= sign.from && sign.from - each.to < reach && !partsClause(said, each.to - 1, sign.from);
}

/** "Cháy kho. Đã dập xong rồi": what is told after it may end it. */
const endsLater = (sign: Found, found: readonly Found[]): boolean =>
  found.some(({ list, from }) => list === 'over' && from >= sign.to);

/** "năm 2024". */
const isOfYear = ({ words }: Reading, sign: Found): boolean =>
  words.some(
    ({ folded }, index) =>
      index < sign.from && folded === 'nam' && /^(?:19|20)\d{2}$/.test(words[index + 1]?.folded ?? ''),
  );

/** "có nổ không", "có bị rò rỉ không". */
function isQuestion({ from, to }: Found, { words }: Reading): boolean {
  const asks = words.slice(Math.max(0, from - 4), from).some(({ typed }) => typed === 'có' || typed === 'co');
  return asks && words.slice(to, to + 4).some(({ typed }) => /^(?:không|khong|ko|hông|hok)$/.test(typed));
}

function partsSentence({ words, text }: Reading, one: number, other: number): boolean {
  return /[.!?;\n]/.test(between(words, text, one, other));
}

function partsClause({ words, text }: Reading, one: number, other: number): boolean {
  return /[.!?;,\n]/.test(between(words, text, one, other));
}

function between(words: Reading['words'], text: string, one: number, other: number): string {
  const [first, last] = one < other ? [one, other] : [other, one];
  return text.slice(words[first]?.end ?? 0, words[last]?.start ?? 0);
}

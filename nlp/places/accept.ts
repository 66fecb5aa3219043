import type { Around } from './around';
import type { Chain } from './chain';
import { isMeant, isSure } from './initials';
import type { Mention } from './mention';
import { isAnswer, isOrdinary, isPhrase, isUnsurePlain, startsWithSurname } from './ordinary';

/** Is what was found a place, or are they words that happen to be a name? Whoever doubts, leaves it. */
export function isPlace(chain: Chain, around: Around, accented: boolean): boolean {
  const [first, second] = chain.mentions;
  const last = chain.mentions.at(-1);
  if (!first || !last) return false;
  if (first.kind === undefined && around.isStreet(first)) return false;
  const whole = around.whole(first.from, last.to);
  if (second)
    return whole || first.kind !== undefined || !(around.isOthers(first.from) || around.isThing(first));
  if (first.how === 'misspelt') return first.kind !== undefined && around.titled(first.nameFrom, first.to);
  if (first.how === 'short') return isShortPlace(first, chain, around, whole);
  if (first.kind !== undefined) return isIntroduced(first, around, whole, accented);
  const bare = { mention: first, chain, around, accented };
  return whole ? isWhole(bare) : !around.isOthers(first.from) && isBare(bare);
}

interface Bare {
  mention: Mention;
  chain: Chain;
  around: Around;
  accented: boolean;
}

/** "BD" alone, or after "tỉnh": the short forms mean other things elsewhere. */
function isShortPlace(
  { kind, from, nameFrom, to }: Mention,
  { targets }: Chain,
  around: Around,
  whole: boolean,
): boolean {
  const short = around.written(nameFrom).toLowerCase();
  const meant = targets.filter(({ unit }) => isMeant(short, unit));
  if (new Set(meant.map(({ unit }) => unit.provinceCode)).size !== 1) return false;
  return kind !== undefined || around.isAt(from) || (whole && (isSure(short) || around.inCapitals(from, to)));
}

/** "xã Ba": a name of one syllable is a number or a word more often than not. */
function isIntroduced(mention: Mention, around: Around, whole: boolean, accented: boolean): boolean {
  const { from, nameFrom, to, options } = mention;
  if (!accented && !whole && !around.isAt(from) && isPoured(mention, around)) return false;
  if (to - nameFrom > 1 || whole) return true;
  if (options.every(({ unit }) => /(?:\d|\b[IVX]+)$/.test(unit.fullName))) return true;
  return accented && isExact(mention) && around.titled(nameFrom, to);
}

/** "Cong xa cua lo nhuom ra muong" pours: no commune of that name is a "xã", and the sentence goes on. */
const isPoured = ({ from, nameFrom, to, options }: Mention, around: Around): boolean =>
  around.folded(from) === 'xa' &&
  !around.titled(nameFrom, to) &&
  !around.parted(to) &&
  options.every(({ unit }) => unit.kind !== 'xa');

/** A text that is nothing but a name: "Tân Hiệp"; but "đồng ý" is no Đông Ý. */
function isWhole({ mention, chain, around, accented }: Bare): boolean {
  const { from, to, options } = mention;
  if (isAnswer(around.typed(from, to))) return false;
  if (accented && options.every(({ accents }) => accents === 2)) return false;
  return to - from > 1 || chain.targets.some(({ unit }) => unit.level !== 'commune');
}

function isBare(bare: Bare): boolean {
  const { mention, chain, around } = bare;
  const { from, to } = mention;
  const titled = around.titled(from, to);
  const typed = around.typed(from, to);
  if (!titled && (isOrdinary(typed) || around.startsOthers(from))) return false;
  const has = (level: string): boolean => chain.targets.some(({ unit }) => unit.level === level);
  if (has('province')) return !around.isCrossing(from) && isBareProvince(bare, titled);
  const clear = !bare.accented || isExact(mention) || (around.isAt(from) && isPlain(mention));
  if (to - from < 2 || !clear) return false;
  return has('district') ? isBareDistrict(bare, titled) : isBareCommune(bare, titled);
}

/** The crossing "ngã tư Bình Phước" is named after the province to which a road leads, and lies in another. */
function isBareProvince({ mention, around, accented }: Bare, titled: boolean): boolean {
  const { from, to } = mention;
  if (around.isAt(from) || titled) return true;
  if (isPhrase(around.folded(from - 1), around.folded(from, to), around.folded(to))) return false;
  return accented ? isExact(mention) : !isUnsurePlain(around.typed(from, to));
}

/** "Củ Chi"; of several districts of one name only where a place is expected. */
function isBareDistrict(
  { mention: { from }, chain: { targets }, around, accented }: Bare,
  titled: boolean,
): boolean {
  if (around.isAt(from)) return true;
  const districts = targets.filter(({ unit }) => unit.level === 'district');
  const sole = new Set(targets.map(({ unit }) => unit.provinceCode)).size === 1;
  return districts.length === 1 && sole && (titled || accented);
}

/** After "ở", or written as a name and the name of one place only. */
function isBareCommune({ mention, chain, around, accented }: Bare, titled: boolean): boolean {
  const { from, to } = mention;
  if (startsWithSurname(around.typed(from, to)) || around.isFirm(from)) return false;
  if (around.isAt(from)) return titled || accented;
  const sole = new Set(chain.targets.map(({ unit }) => unit.to)).size === 1;
  return sole && titled && !around.isPartOfName(from, to) && !around.isOfBusiness(from);
}

const isExact = ({ options }: Mention): boolean => options.some(({ accents }) => accents === 0);

/** No accent is wrong, some are left out: "ở thu duc". */
const isPlain = ({ options }: Mention): boolean => options.some(({ accents }) => accents === 1);

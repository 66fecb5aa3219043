import type { Around } from './around';
import type { Chain } from './chain';
import type { Mention } from './mentions';

/** Names that are ordinary words when they are not written with capitals. */
const ORDINARY = new Set(
  `hòa bình|hoà bình|yên bình|bình an|an bình|bình minh|hạnh phúc|thống nhất|đoàn kết|tiến bộ|trung tâm|thanh bình|ba vì|năm căn|chợ mới
   |chợ gạo|hòa an|tự do|độc lập|cửa nam|đồng tâm|tân tiến|quyết thắng|chiến thắng|thành công|hợp nhất|trung thành|đông hải|sông mã
   |sông cầu|cái nước|bến cát|cầu ngang|cầu kè|hòa hợp|hoà hợp|đại đồng|cộng hòa|cộng hoà|tân lập|hưng thịnh|thịnh vượng|an ninh|phú quý|
   |tam bình|bình yên|bình thành|phong thổ|hiệp hòa|hoà thuận|hòa thuận|trung chính|minh châu|tân sinh|hợp tiến|tiên tiến|vĩnh hằng|vĩnh cửu`
    .split('|')
    .map((name) => name.trim()),
);
/** Names that plain letters share with ordinary words: "gia lai" may be "giá lại", "hue" "huệ". */
const UNSURE_PLAIN = new Set(
  'gia lai|hoa binh|hue|ca mau|long an|thai binh|phu yen|lai chau|ha nam|ben tre|lao cai|dong thap|vinh'.split(
    '|',
  ),
);

/** Is what was found a place, or words that happen to be a name? Whoever doubts, leaves it. */
export function isPlace(chain: Chain, around: Around, accented: boolean): boolean {
  const [first, ...more] = chain.mentions;
  const last = chain.mentions.at(-1);
  if (!first || !last) return false;
  const whole = around.whole(first.from, last.to);
  if (more.length > 0) return whole || first.kind !== undefined || !around.isOthers(first.from);
  if (first.how === 'misspelt') return first.kind !== undefined && around.titled(first.nameFrom, first.to);
  if (first.how === 'short') return isShortPlace(first, chain, around, whole);
  if (first.kind !== undefined) return isIntroduced(first, around, whole, accented);
  if (whole) return true;
  return !around.isOthers(first.from) && isBare(first, chain, around, accented);
}

/** "BD" alone, or after "tỉnh": the short forms mean other things elsewhere. */
function isShortPlace({ kind, from }: Mention, { targets }: Chain, around: Around, whole: boolean): boolean {
  const provinces = new Set(targets.map(({ unit }) => unit.provinceCode));
  if (provinces.size > 1) return false;
  return kind !== undefined || whole || around.isAt(from);
}

/** "xã Ba": a name of one syllable is a number or a word more often than not. */
function isIntroduced(
  { nameFrom, to, options }: Mention,
  around: Around,
  whole: boolean,
  accented: boolean,
): boolean {
  if (to - nameFrom > 1 || whole) return true;
  const numbered = options.every(({ unit }) => /\d|[IVX]$/.test(unit.fullName));
  if (numbered) return true;
  return (
    accented && options.some(({ accents }) => accents === 0) && !/^\p{Ll}/u.test(around.written(nameFrom))
  );
}

function isBare(
  { from, to, options }: Mention,
  { targets }: Chain,
  around: Around,
  accented: boolean,
): boolean {
  const led = around.isAt(from);
  const titled = around.titled(from, to);
  const typed = around.typed(from, to);
  const exact = options.some(({ accents }) => accents === 0);
  const province = targets.some(({ unit }) => unit.level === 'province');
  if (!titled && !led && ORDINARY.has(typed)) return false;
  if (province) return led || titled || (accented ? exact : !UNSURE_PLAIN.has(typed));
  if (to - from < 2 || (accented && !exact)) return false;
  if (led) return !ORDINARY.has(typed) || titled;
  const district = targets.filter(({ unit }) => unit.level === 'district');
  const sole = new Set(targets.map(({ unit }) => unit.provinceCode)).size === 1;
  if (district.length === 1 && sole) return titled || accented || around.isNear(from);
  return sole && (titled || around.isNear(from)) && new Set(targets.map(({ unit }) => unit.to)).size === 1;
}

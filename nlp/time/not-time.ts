import type { Piece } from './find';
import type { Timeline } from './timeline';

/** Before numbers that are no dates: houses, streets, roads, laws, codes, measures. */
const BEFORE = new Set(
  (
    'so hem ngo ngach kiet nha duong pho lo thua khu phuong p quan q ql tl dt dh nd tt qd km muc dieu khoan hs ma phan ' +
    'nhan toa kiot phong truong quang mang nghi luat dinh o tai dc chi ap thon kp tim sdt xh block can ti le ty bo'
  ).split(' '),
);
/** A bare "5/12" is a day after these. */
const CUES = new Set(
  'ngay hom bua mung mong sang trua chieu toi dem khuya tu den vao luc khoang tam hoi qua nhat va som cuoi'.split(
    ' ',
  ),
);
/** "Lần thứ 3", "người thứ hai" count, and tell no day of the week. */
const COUNTED = new Set('lan nguoi cai vu dot xe nha'.split(' '));
const UNIT = /^(?:phuong|duong|hem|huyen|(?:p|q|kp|tp)\d{0,2})$/;
const LAWS = new Set('luat nghi nd tt thong qd quyet dinh'.split(' '));

/** A number that tells a place, a law or a share, not a time. */
export function isElsewhere(timeline: Timeline, piece: Piece): boolean {
  const { tokens, said } = timeline;
  const { from, told } = piece;
  const before = said.words[from - 1]?.folded ?? '';
  if (tokens[from] === 'thu') return COUNTED.has(before);
  if (tokens[from] === 'thang' || tokens[from] === 'nam') return before === 'mang' || isOfLaw(timeline, from);
  if (!/^\d/.test(tokens[from] ?? '') || told.is === 'clock' || told.is === 'lasting') return false;
  return BEFORE.has(before) || isInNumber(timeline, from, before) || isBareOther(timeline, piece, before);
}

/** "09.12.34", "5/12/5". */
const isInNumber = ({ line, at }: Timeline, from: number, before: string): boolean =>
  /[/.:-]/.test(line[(at[from] ?? 0) - 1] ?? '') && /\d$/.test(before);

function isBareOther(timeline: Timeline, piece: Piece, before: string): boolean {
  const { line, at } = timeline;
  const isBare = piece.to - piece.from === 2 && line[(at[piece.from + 1] ?? 0) - 1] === '/';
  return isBare && !CUES.has(before) && !isPlainDate(timeline, piece);
}

function isOfLaw({ tokens }: Timeline, index: number): boolean {
  return (
    /^\d/.test(tokens[index + 1] ?? '') &&
    tokens.slice(Math.max(0, index - 7), index).some((each) => LAWS.has(each))
  );
}

/** "20/11" with no other word to tell that it is a day: no share ("2/3 dân"), and no house ("12/5 Lê Lợi, p.4"). */
function isPlainDate({ tokens, line, at, said }: Timeline, { from, to }: Piece): boolean {
  const [day, month] = [Number(tokens[from]), Number(tokens[from + 1])];
  if (tokens.length === 2) return true;
  if (day < month && month <= 10) return false;
  if (/[|,]/.test(line[(at[to] ?? line.length) - 1] ?? '|')) return true;
  const capitals = said.words.slice(to, to + 2).filter(({ start }) => /\p{Lu}/u.test(said.text[start] ?? ''));
  return capitals.length < 2 && !said.words.slice(to, to + 6).some(({ folded }) => UNIT.test(folded));
}

const TILL = new Set('nay gio gan nua khuya sang trua chieu rang tan dem'.split(' '));

/** "Hôm thứ bảy, tôi đi rẫy": behind a comma an evening is followed by what tells which. */
const isSelf = (before: string, next: string): boolean =>
  next !== '' && !/^\d/.test(next) && !TILL.has(next) && !WHICH.has(next) && !DAYTIMES.has(before);
const WHICH = new Set(
  'toi nao qua kia hom thu chu mai ngay mung mong ram muon mit om cung deu la den khoang tam chung luc co'.split(
    ' ',
  ),
);
const DAYTIMES = new Set('sang trua chieu dem khuya'.split(' '));

/** "toi" that joins two times of a text without accents, "tu 10h toi 4h", "tu hom qua toi nay", or that is "chung toi": no evening. */
export function parts({ tokens, said, line, at }: Timeline, index: number): boolean {
  if (tokens[index] !== 'toi' || said.words[index]?.typed !== 'toi') return false;
  if (tokens[index - 1] === 'chung') return true;
  const next = tokens[index + 1] ?? '';
  if (line[(at[index] ?? 0) - 1] === ',' && isSelf(tokens[index - 1] ?? '', next)) return true;
  const isBetween = /^\d/.test(next) || TILL.has(next);
  return isBetween && tokens.slice(Math.max(0, index - 6), index).includes('tu');
}

import type { Reading } from '../fold';

/**
 * The words of a message as the rules of time read them: without accents, but only where the accents are those of the
 * word that is meant. "Tôi qua cầu" becomes "_ qua cau": it tells no evening.
 */
export interface Timeline {
  said: Reading;
  /** A space or the sign that stood between two words: `/`, `-`, `.`, `:` inside dates, `,` and `|` between clauses. */
  line: string;
  /** Where each word begins in the line. */
  at: readonly number[];
  tokens: readonly string[];
}

/** The words of time that other words resemble. */
const SPELLINGS = (
  'tối đêm hôm bữa ngày sáng trưa chiều khuya sớm rạng hồi nay này nầy qua kia kìa tê ni nọ rày hổm chừ giờ phút rưỡi kém ' +
  'nửa tuần tháng năm quý thứ chủ nhật nhựt đầu giữa cuối mấy vài cả suốt liên tục tiếp liền liên miên thường xuyên mỗi ' +
  'mọi hàng hằng nào cũng lâu bây bấy hiện tại đây gần nãy ban buổi trước ngoái rồi vừa mới xong từ tới đến tết rằm mùng ' +
  'mồng âm lịch tây dương cách tiếng đồng một hai ba bốn sáu bảy bẩy tám chín mười mươi mốt lăm cứ là lúc vào khoảng tầm ' +
  'cỡ chừng mai sau đang diễn ra quanh dạo thời gian độ luôn trời nhiều nhiêu đã được giây thỉnh thoảng định kỳ kì khi lần xưa ' +
  'ngót hơn mốt sắp đông chưa nữa bao bão lẫn lắm đợt nhất'
).split(' ');

/** Bare words that are other words in an accented text: `ngay`, `nam`. */
const NEVER_BARE = new Set(
  'ngay nam sang moi ban gio thang gan hang la cu tu toi den da may con cung luc vao chung'.split(' '),
);
const BARE = /[\u0300-\u036f]/g;
const bare = (typed: string): string => typed.replace(/đ/g, 'd').normalize('NFD').replace(BARE, '');

/** Words that would look alike without their accents: "tới nay" and "tối nay", "bảy giờ" and "bây giờ". */
const CLEARLY = new Map([
  ['tư', 'bon'],
  ['tới', 'den'],
  ['mới', 'new'],
  ['bảy', '7'],
  ['bẩy', '7'],
  ['sau', 'after'],
]);

const spelt = new Map<string, Set<string>>();
for (const typed of SPELLINGS) spelt.set(bare(typed), (spelt.get(bare(typed)) ?? new Set()).add(typed));

export function timeline(said: Reading): Timeline {
  const { words, text } = said;
  const tokens: string[] = [];
  const at: number[] = [];
  let line = '|';
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before) line += signBetween(text, before.end, word.start);
    const told = tokenOf(word.typed, word.folded, said.accented);
    // Without accents "bay" may be "bây", but hardly behind a month.
    const token = told === 'bay' && tokens[index - 1] === 'thang' ? '7' : told;
    at.push(line.length);
    tokens.push(token);
    line += token;
  });
  return { said, line: `${line}|`, at, tokens };
}

function tokenOf(typed: string, folded: string, accented: boolean): string {
  const clear = CLEARLY.get(typed);
  if (clear !== undefined && (typed !== folded || accented || typed === 'sau')) return clear;
  const spellings = spelt.get(folded);
  if (!spellings || spellings.has(typed)) return folded;
  if (typed !== folded) return '_';
  return accented && NEVER_BARE.has(folded) ? '_' : folded;
}

function signBetween(text: string, end: number, start: number): string {
  if (start <= end) return ' ';
  const gap = text.slice(end, Math.min(start, end + 8));
  if (gap === ' ') return ' ';
  if (gap === '/' || gap === '-' || gap === '.' || gap === ':') return gap;
  const trimmed = gap.trim();
  if (trimmed === '') return gap.includes('\n') ? '|' : ' ';
  if (trimmed === '-' || trimmed === '–' || trimmed === '~' || trimmed === '/')
    return trimmed === '/' ? '/' : '-';
  return /[.!?;\n]/.test(trimmed) ? '|' : ',';
}

import type { Reading } from '../fold';
import { type Spot, spotter, type WordList } from '../spotter';

/** Lists of words, parted by commas. */
const words = (list: string): string[] => list.split(/[,\n]\s*/).map((each) => each.trim());

/** What is smelt, seen, heard or done, and may be told to be there no more. */
const THINGS =
  'mùi, hôi, thối, thúi, tanh, khét, khói, bụi, ồn, tiếng ồn, tiếng động, rác, ô nhiễm, nước thải, nước đen, nước bẩn, xả, xả thải, ' +
  'đốt, đổ, hát, karaoke, loa, cháy, rò rỉ, khí, khí thải, dầu, bọt, ruồi, phế thải, xà bần, hóa chất, sự cố, rung, nghẹt, ngập, đen, đục, bẩn, mui, khoi, bui, rac, hoi';
const LISTS = {
  thing: THINGS,
  none:
    'không có, không còn, không thấy, không nghe, không nghe thấy, không ngửi thấy, không bị, không hề có, không hề, không còn bị, ' +
    'chẳng có, chẳng còn, chẳng thấy, chả có, chả còn, chả thấy, chả nghe, hông có, hông còn, hổng có, hổng còn, hông thấy, hổng thấy, ' +
    'ko có, ko còn, ko thấy, ko bị, k có, k còn, k thấy, chưa thấy, chưa có, đâu có, đâu còn, làm gì có, hết còn, không phải bị',
  notThat:
    'không phải, không phải là, ko phải, ko phải là, k phải, hông phải, hổng phải, chẳng phải, chả phải, đâu phải',
  but: 'chỉ, mỗi, riêng, lần đầu, lần một, một lần, hôm, tự nhiên, không, ai cũng, lúc nào, như',
  gone: 'hết, het, hết hẳn, tan, tan hết, bớt, đỡ, đỡ hẳn, giảm, giảm hẳn, biến mất',
  stopped: 'ngưng, ngừng, dừng, thôi, tạm ngưng, tạm dừng, nghỉ, chấm dứt, ngưng hẳn, ngừng hẳn, tắt, dẹp',
  cleaned:
    'dọn sạch, dọn xong, dọn dẹp xong, dọn hết, hốt hết, hốt sạch, thu gom xong, thu gom hết, xử lý xong, khắc phục xong, dập tắt, dập xong, ' +
    'đã dọn, đã hốt, đã thu gom, đã xử lý, đã khắc phục, đã dập, đã ngưng, đã ngừng, đã hết, đã đỡ, đã tắt, dọn rồi, hốt rồi, ' +
    'thu gom rồi, xử lý rồi, khắc phục rồi, lấy rác rồi',
  ended:
    'ổn rồi, xong rồi, tắt rồi, ngưng rồi, ngừng rồi, nghỉ rồi, sạch rồi, trong lại rồi, hết rồi, hết hẳn rồi, ' +
    'bình thường rồi, bình thường lại rồi, không sao nữa, ngưng hẳn rồi, đỡ nhiều rồi',
  endedSpelt: 'đỡ rồi, bớt rồi, êm rồi, yên rồi, dừng rồi, đã dừng',
  wish:
    'bao giờ, khi nào, chừng nào, mong, muốn, giúp, yêu cầu, đề nghị, kiến nghị, xin, hãy, nhờ, cần, phải, làm sao, nếu, để, cho, chưa, ' +
    'không ai, chẳng ai, chả ai, hứa, sắp, nói, bảo, kêu, tưởng, mới, sao, không, chẳng, chả, khong, bao gio, mong muon, de nghi, chua',
  back: 'lại, vẫn, cũng có, nào cũng, vẫn còn, tiếp tục, chưa hết, như cũ, đâu vào đấy, tái diễn, lai, van con',
  doer: 'đổ, xả, đốt, chết, vứt, quăng, liệng, bỏ, ăn, chảy, trôi, mất, hư, đen, tràn, ngập, bay, lấp, chiếm, nói, mệt, ướt, bán, phá, chặt, nghỉ, tiêu, trước, chịu',
  stop: 'mà, nhưng, nhưng mà, chỉ, thì, tuy, vẫn, do, vì, từ, chứ, còn, mỗi, nên, ma, nhung',
  end: 'rồi, nữa, hẳn, luôn, roi, nua',
  why: 'sao, tại sao, vì sao, sao lại, tai sao, vi sao',
} as const;

export type List = keyof typeof LISTS;
export type Found = Spot<List>;

const lists = Object.entries(LISTS).map(([list, said]): [string, WordList] => [
  list,
  { phrases: words(said), spelt: list === 'endedSpelt' },
]);

/** Finds the words of denying and ending in a message. */
export const spots = spotter(Object.fromEntries(lists) as Record<List, WordList>);

export function isParted({ text, words: all }: Reading, one: number, other: number): boolean {
  return /[.,:!?;\n]/.test(text.slice(all[one]?.end ?? 0, all[other]?.start ?? 0));
}

/** Does the sentence end as a question after these words? */
export function endsAsQuestion({ text, words: all }: Reading, { to }: Found): boolean {
  const end = all[to - 1]?.end ?? 0;
  return /^[^.!;\n]*\?/.test(text.slice(end, end + 80));
}

/** "sao không có …", "không thấy mùi à?". */
export function isAsked(each: Found, found: readonly Found[], said: Reading): boolean {
  const why = found.some(({ list, to }) => list === 'why' && each.from - to >= 0 && each.from - to <= 2);
  return why || ((each.list === 'none' || each.list === 'notThat') && endsAsQuestion(said, each));
}

/** "bao giờ mới hết mùi", "đề nghị ngừng xả", "chưa dọn sạch". */
export const isWished = (each: Found, found: readonly Found[], said: Reading): boolean =>
  found.some(
    ({ list, from, to }) =>
      list === 'wish' && to <= each.from && each.from - to <= 4 && !isParted(said, from, each.from),
  );

/** "đổ hết rác": what is done to all of it. */
export const isDone = ({ from }: Found, found: readonly Found[]): boolean =>
  found.some(({ list, to }) => list === 'doer' && to === from);

import { fold, readText } from '../../../../nlp/fold';
import { stings } from '../../../../nlp/stings';
import type { Category } from '../../../../nlp/types';

/** More words tell a story, which is for the classifier to judge. */
const FEW = 6;

/**
 * Nouns by which a short answer to "which kind?" names it, where it is no button: "bụi với khói", "vụ đốt". The more
 * special come first: "đốt rác" is about the fire, "rác y tế" about the danger.
 */
const NAMED: readonly (readonly [Category, readonly string[]])[] = [
  ['open_burning', ['đốt', 'burning']],
  [
    'hazardous_waste',
    [
      'nguy hại',
      'độc hại',
      'hóa chất',
      'chất độc',
      'y tế',
      'dầu nhớt',
      'nhớt thải',
      'ắc quy',
      'axit',
      'a xít',
      'thùng sơn',
      'sơn cũ',
      'giẻ lau',
      'giẻ dính',
      'thùng keo',
      'keo dán',
      'dung môi',
      'chemicals',
    ],
  ],
  [
    'minerals',
    [
      ...['khoáng sản', 'khai thác cát', 'khai thác đá', 'khai thác đất', 'khai thác trái phép', 'cát tặc'],
      ...['đào cát', 'đào đất', 'đào đá', 'đào vàng', 'hút cát', 'múc đất', 'nổ mìn', 'mining'],
    ],
  ],
  ['noise', ['ồn', 'tiếng động', 'loa', 'karaoke', 'rung', 'noise']],
  ['wildlife_forest', ['rừng', 'thú', 'động vật', 'chim', 'lâm tặc', 'gỗ lậu', 'wildlife', 'forest']],
  ['odor', ['mùi', 'hôi', 'thối', 'thúi', 'smell']],
  ['solid_waste', ['rác', 'phế thải', 'xà bần', 'rubbish', 'garbage', 'trash']],
  ['water', ['nước', 'sông', 'kênh', 'mương', 'giếng', 'suối', 'biển', 'water']],
  ['air', ['khói', 'bụi', 'khí thải', 'không khí', 'smoke', 'dust']],
];

/** Without their accents these are other words: "thứ", "hỏi", "rừng", "mười". */
const ONLY_ACCENTED: ReadonlySet<string> = new Set(['thú', 'hôi', 'rung', 'thối']);

const TYPED = NAMED.map(([kind, names]) => [kind, names.map((name) => readText(name).typed)] as const);
const BARE = NAMED.map(
  ([kind, names]) =>
    [kind, names.filter((name) => !ONLY_ACCENTED.has(name)).map((name) => ` ${fold(name)} `)] as const,
);

/** In a stream or on a canal it is the water that suffers, whatever was poured. */
const IN_WATER =
  /\b(?:xuong|ra|tren|vao|duoi) (?:[a-z]+ )?(?:song|suoi|kenh|muong|rach|gieng|bien|ao|ho|nuoc)\b/;
const FILM = /\b(?:vang|mang|lop) dau\b|\bdau (?:loang|noi)\b/;
/** "Đột nhiên", "đợt này". */
const SUDDEN = /\bdot (?:nhien|ngot|xuat|bien|nay|truoc|vua|roi|mua)\b/;

/** "Loại khác", "không thuộc mấy loại đó": none of those that are shown. */
const NONE_OF_THESE =
  /^(?:(?:la|chac|thuoc|loai|lai|loia|cai|muc|kieu|thu|dang|chon|chuyen|viec|vu|ve|van de|linh vuc|toi|em|minh|a|da) ){0,4}khac(?: (?:a|ay|do|day|nhe|nha|di|co|het|em|ad|ban)){0,2}$|\bkhong (?:thuoc|nam trong|co trong|phai|co o) (?:(?:may|cac|nhung|trong|so) ){0,2}(?:loai|cai|muc|nhom|thu|danh sach|day|nay|do)\b|\bkhong (?:co )?(?:loai|cai|muc) nao\b|\b(?:none of|something else)\b/;

/** The kind that a short answer names; undefined: it names none, or tells more than a kind. */
export function kindNamed({ key, text }: { key: string; text: string }): Category | undefined {
  if (text.includes('?')) return undefined;
  if (NONE_OF_THESE.test(key)) return 'other';
  if (key.split(' ').length > FEW) return undefined;
  if (FILM.test(key)) return 'water';
  const reading = readText(text);
  if (stings(reading)) return 'other';
  const { typed, folded, accented } = reading;
  const [said, lists] = accented ? [typed, TYPED] : [folded, BARE];
  const [kind] = lists.find(([, names]) => names.some((name) => said.includes(name))) ?? [];
  if (kind === 'open_burning' && SUDDEN.test(key)) return undefined;
  return kind === 'hazardous_waste' && IN_WATER.test(key) ? 'water' : kind;
}

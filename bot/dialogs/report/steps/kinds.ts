import { fold, readText } from '../../../../nlp/fold';
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
    ['nguy hại', 'độc hại', 'hóa chất', 'chất độc', 'y tế', 'dầu nhớt', 'ắc quy', 'chemicals'],
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

const TYPED = NAMED.map(([kind, names]) => [kind, names.map((name) => ` ${name} `)] as const);
const BARE = NAMED.map(
  ([kind, names]) =>
    [kind, names.filter((name) => !ONLY_ACCENTED.has(name)).map((name) => ` ${fold(name)} `)] as const,
);

/** "Loại khác", "không thuộc mấy loại đó": none of those that are shown. */
const NONE_OF_THESE =
  /^(?:(?:la|chac|thuoc|loai|cai|muc|kieu|thu|dang|chon|chuyen|viec|vu|toi|em|minh|a|da) ){0,4}khac(?: (?:a|ay|do|day|nhe|nha|di|co|het|em|ad|ban)){0,2}$|\bkhong (?:thuoc|nam trong|co trong|phai) (?:(?:may|cac|nhung|trong|so) ){0,2}(?:loai|cai|muc|nhom|thu)\b|\bkhong (?:co )?(?:loai|cai|muc) nao\b|\b(?:none of|something else)\b/;

/** The kind that a short answer names; undefined: it names none, or tells more than a kind. */
export function kindNamed({ key, text }: { key: string; text: string }): Category | undefined {
  if (text.includes('?')) return undefined;
  if (NONE_OF_THESE.test(key)) return 'other';
  if (key.split(' ').length > FEW) return undefined;
  const { typed, folded, accented } = readText(text);
  const [said, lists] = accented ? [typed, TYPED] : [folded, BARE];
  return lists.find(([, names]) => names.some((name) => said.includes(name)))?.[0];
}

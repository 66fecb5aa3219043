import { fold, readText, wordCount } from '../../../../nlp/fold';
import { stings } from '../../../../nlp/stings';
import type { Category } from '../../../../nlp/types';
import { bareAnswer } from '../told/bare-answer';

/** More words tell a story, which is for the classifier to judge. */
const FEW = 6;

const listed = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/**
 * Nouns by which a short answer to "which kind?" names it, where it is no button: "bụi với khói", "vụ đốt". The more
 * special come first: "đốt rác" is about the fire, "rác y tế" about the danger.
 */
const NAMED: readonly (readonly [Category, readonly string[]])[] = [
  ['open_burning', listed('đốt, burning')],
  ['odor', listed('mùi hóa chất, mùi hoá chất, mùi thuốc, mùi sơn, mùi keo, mùi dầu, mùi xăng, mùi axit')],
  [
    'hazardous_waste',
    listed(
      'nguy hại, độc hại, hóa chất, hoá chất, chất độc, y tế, kim tiêm, phóng xạ, thủy ngân, amiăng, ắc quy, pin, chì',
      'dầu nhớt, nhớt thải, dầu thải, dầu cặn, xăng dầu, axit, a xít, dung môi, keo dán, thùng keo, thùng sơn, sơn cũ',
      'sơn thải, giẻ lau, giẻ dính, thuốc trừ sâu, thuốc sâu, trừ sâu, thuốc cỏ, thuốc diệt cỏ, bảo vệ thực vật, chemicals',
    ),
  ],
  [
    'minerals',
    listed(
      'khoáng sản, khai khoáng, khai thác cát, khai thác đá, khai thác đất, khai thác sỏi, khai thác vàng, khai thác than',
      'khai thác mỏ, khai thác lậu, khai thác titan, khai thác quặng, khai thác trái phép, cát tặc, sa tặc, cát sỏi, đào cát, đào đất',
      'đào đá, đào vàng, đào mỏ, đào đồi, hút cát, bơm cát, múc cát, xúc cát, lấy cát, múc đất, xúc đất, lấy đất',
      'xẻ núi, phá đá, nổ mìn, mỏ đá, mỏ cát, mỏ đất, quặng, mining',
    ),
  ],
  [
    'noise',
    listed(
      'ồn, tiếng động, loa, karaoke, hát hò, nhạc, âm thanh, ầm ĩ, inh ỏi, tiếng máy, tiếng loa, tiếng nhạc, tiếng khoan',
      'máy cưa, còi xe, rung, rung lắc, độ rung, rung chấn, rung nhà, noise',
    ),
  ],
  ['solid_waste', listed('xác động vật, xác heo, xác lợn, xác gà, chất thải rắn')],
  [
    'other',
    listed(
      'ánh sáng, đèn sáng, đèn led, đèn chói, sáng quá, điện từ, phát sóng, cột sóng, sạt lở bờ biển, biển xâm thực',
    ),
  ],
  [
    'wildlife_forest',
    listed(
      'rừng, thú, động vật, chim, lâm tặc, gỗ lậu, khai thác gỗ, săn bắn, săn bắt, săn thú, bẫy, đốn cây, chặt cây',
      'ngà voi, tê tê, mật gấu, xung điện, kích điện, rùa, khỉ, voi, gấu, wildlife, forest, deforestation',
    ),
  ],
  ['odor', listed('mùi, hôi, thối, thúi, hôi thối, là hôi, loại hôi, hôi quá, hôi lắm, tanh, smell')],
  ['solid_waste', listed('rác, phế thải, xà bần, rubbish, garbage, trash, solid waste')],
  ['water', listed('nước, sông, kênh, mương, giếng, suối, biển, ao, ao hồ, cống, xả thải, cá chết, water')],
  ['air', listed('khói, bụi, khí thải, không khí, khí độc, hơi độc, smoke, dust')],
  // What stands in the names of those above as well names its own kind only where none of them is named.
  ['minerals', listed('cát, sỏi, mỏ, đất đá')],
  ['wildlife_forest', listed('gỗ, cây')],
  ['other', listed('ruồi, muỗi, gián, chuột, nóng, linh tinh, nhiều loại')],
];

/** Without their accents these are other words: "thứ", "hỏi", "rừng", "thôi", "với", "khi", "mười". */
const ONLY_ACCENTED: ReadonlySet<string> = new Set(
  'thú hôi rung thối rùa khỉ voi gấu chì ao cống mỏ cây nóng muỗi gián quặng gỗ nhạc bẫy'.split(' '),
);

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
  /^(?:(?:mot|nhom|de|o|vao|sang|la|chac|thuoc|loai|lai|loia|cai|muc|kieu|thu|dang|chon|chuyen|viec|vu|ve|van de|linh vuc|o nhiem|moi truong|toi|em|minh|a|da) ){0,4}khac(?: (?:a|ay|do|day|nhe|nha|di|co|het|nua|em|ad|ban)){0,2}$|\bkhong (?:thuoc|nam trong|co trong|phai|co o|giong|hop|khop) (?:(?:voi|may|cac|nhung|trong|so) ){0,2}(?:loai|cai|muc|nhom|thu|danh sach|day|nay|do)\b|\bkhong (?:co )?(?:loai|cai|muc) nao\b|^(?:may|cac|nhung) (?:loai|cai|muc)(?: (?:do|nay|tren|kia|deu|thi|ca)){0,3} (?:khong|chang|ko) (?:phai|dung|hop|co)(?: (?:het|ca|luon|loai nao|cai nao)){0,2}$|\b(?:none of|something else)\b/;

export const isNoneOfThese = (key: string): boolean => NONE_OF_THESE.test(key);

/** "Xả nước thải bị phạt bao nhiêu" asks for something else. */
const ASKS = /\b(?:thu tuc|ho so|bao nhieu|bao lau|o dau|can gi|muc phat)\b/;

/** The kind that a short answer names; undefined: it names none, or tells more than a kind. */
export function kindNamed({ key, text }: { key: string; text: string }): Category | undefined {
  if (text.includes('?') || ASKS.test(key)) return undefined;
  const bare = bareAnswer(key);
  if (isNoneOfThese(key) || NONE_OF_THESE.test(bare)) return 'other';
  if (wordCount(bare) > FEW) return undefined;
  if (FILM.test(key)) return 'water';
  const reading = readText(text);
  if (stings(reading)) return 'other';
  const { typed, folded, accented } = reading;
  const [said, lists] = accented ? [typed, TYPED] : [folded, BARE];
  const [kind] = lists.find(([, names]) => names.some((name) => said.includes(name))) ?? [];
  if (kind === 'open_burning' && SUDDEN.test(key)) return undefined;
  return kind === 'hazardous_waste' && IN_WATER.test(key) ? 'water' : kind;
}

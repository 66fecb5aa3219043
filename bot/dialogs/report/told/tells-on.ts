import { fold, readText, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { tellsWhatTheyKnow } from './known';

/** More is a story of its own, which is told by what it is about. */
const LONGEST = 200;
const FEWEST = 3;

const listed = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Of whom a piece of a story speaks that begins with them; who does it is another. */
const OTHERS = listed(
  'trẻ con, trẻ em, trẻ nhỏ, con nít, em bé, cháu nhỏ, cháu bé, bé nhà, mấy đứa, mấy cháu, mấy bé, đứa nhỏ, đứa nào, tụi nhỏ, thằng cu, thằng nhỏ, con bé',
  'người già, người lớn, người bệnh, ai cũng, ai đi, ai góp ý, không ai, chẳng ai, chả ai, hổng ai, cả nhà, cả xóm, cả làng, cả khu, cả ấp, cả dãy, nhà nào',
  'mẹ tôi, má tôi, bố tôi, ba tôi, cha tôi, vợ tôi, chồng tôi, con tôi, cháu tôi, bà tôi, ông tôi, nhà tôi, mẹ em, má em, bố em, ba em, con em, vợ em, chồng em, nhà em',
  'mẹ mình, bố mình, con mình, vợ mình, chồng mình, nhà mình, má tui, ba tui, con tui, cháu tui, nhà tui, bà nội, ông nội, bà ngoại, ông ngoại, con gái, con trai',
  'họ bảo, họ nói, họ chửi, họ thách, họ dọa, họ doạ, họ kêu, họ hứa, họ không, họ vẫn, họ cứ, họ còn, họ toàn, họ lại, họ muốn, họ xin, nó bảo, nó nói, nó chửi, nó còn, nó đòi',
  'tụi nó, chúng nó, bọn nó, tụi tôi, chúng tôi, bà con tôi, chó mèo, gà vịt, heo gà, trâu bò, tôm cá, cá tôm',
);
const MAY_DO_IT = listed(
  'người dân, người ta, bà con, dân, dân quanh, dân làng, dân xóm, công nhân, học sinh, hàng xóm, chủ nó, chủ họ, bảo vệ',
  'nghe nói, nghe đâu, nghe bảo, nghe đồn',
);
/** Where such a one is, or how they are called, tells nothing of the matter. */
const SAYS_MORE = /^ (?:(?!(?:o|tai|gan|ten) )[^ ]+ ){3,}/;

/** What befalls people, animals and things. */
const BEFALLS = listed(
  'ho sù sụ, ho suốt, ho hoài, ho khan, ho rũ, cũng ho, ho sặc, sặc sụa, ngất xỉu, bị xỉu, ngộp, ngạt, nghẹt thở, khó thở, tức ngực, cay mắt, chảy nước mắt, bịt mũi, bịt miệng',
  'nổi mẩn, ngứa ngáy, nổi ngứa, mất ngủ, thức trắng, nhập viện, không dám, chẳng dám, đâu dám, hết dám, không thể, bị hoài, bị hết, bị suốt, ăn không vô, nuốt không, chịu không, sống không, thở không, ngủ không',
  'chết hết, chết mấy, chết cả, chết nhiều, chết trắng, chết sạch, chết dần, lăn ra, héo rũ, héo hết, cháy lá, hư hết, nứt hết, nứt rồi, nứt toác, rung bần bật, rung hết, bong hết',
  'đen thui, đen sì, đen ngòm, vàng khè, vàng lá, vàng úa, mù trời, mù mịt, trắng xóa, trắng xoá, rầm rầm, ầm ầm, ầm ĩ, như núi, như mực, như điên, như sấm, như cháo',
  'đóng cửa, đóng kín, mở cửa, chạy hết, bỏ chạy, chạy ra ngoài, tràn vào, tràn ra, tràn lên, bay vào, bay khắp, bay đầy, bu đầy, bám đầy, bám hết, phủ trắng, phủ đầy, ngập hết, bốc lên',
  'thách kiện, thách lên, thách thức, chửi lại, đe dọa, đe doạ, hăm dọa, hăm doạ, bị hăm, đòi đánh, đuổi đánh, không cho chụp, không cho quay, không cho vào, yếu tim, yếu phổi, bệnh phổi',
  'phải dọn, phải che, phải đeo, phải bịt, phải đi, phải mua, lo lắm, sợ lắm, khổ lắm, khổ quá, tội lắm, tội mấy, phát khóc',
);
/** Without accents these are other words. */
const ONLY_ACCENTED: ReadonlySet<string> = new Set(
  listed(
    'ngạt, dân, họ lại, họ xin, đâu dám, bé nhà, mẹ em, má em, ba em, con em, cả khu, cả nhà, họ cứ, họ còn, nó còn, cháy lá',
    'tội lắm, tội mấy, con bé, bảo vệ, nghe bảo, không cho vào, khổ quá',
  ),
);

interface Phrases {
  typed: RegExp;
  bare: RegExp;
}

const anyOf = (phrases: readonly string[], before: string): Phrases => ({
  typed: new RegExp(`${before}(?:${phrases.join('|')}) `),
  bare: new RegExp(
    `${before}(?:${phrases
      .filter((each) => !ONLY_ACCENTED.has(each))
      .map(fold)
      .join('|')}) `,
  ),
});

const LINKED = '^ (?:(?:mà|ma|rồi|roi|giờ|gio|thì|thi|còn|con|với lại|voi lai|nên|nen) ){0,2}';
const OF_OTHERS = anyOf(OTHERS, LINKED);
const OF_DOERS = anyOf(MAY_DO_IT, LINKED);
const HAPPENS = anyOf(BEFALLS, ' ');

/** "Lúa không trổ được", "học không nổi"; what cannot be known or told is an answer. */
const CANNOT =
  / (?:khong|ko|chang|hong) (?!(?:biet|nho|ro|chup|quay|noi|cho|ghi|de|goi|nghe|xac|chac|tim|thay|can|muon|phai|co|an|dien|khai|gui|tra|ai) )[a-z]+ (?:[a-z]+ )?(?:duoc|noi|vo|troi) /;

/** They lead to a place or to a time, whatever stands behind them. */
const LEADS =
  /^ (?:(?:dạ|da|thì|thi|chắc|chac) )?(?:ở|o|tại|tai|ngay|gần|gan|cạnh|canh|sau|trước|truoc|bên|ben|đối|doi|đầu|dau|cuối|cuoi|giữa|giua|chỗ|khi|lúc|luc|hồi|hoi|từ|tu|mỗi|moi|hễ|he|hôm|hom|đêm|dem|lần|lan) /;

/** "Kêu xã mấy lần rồi", "báo công an mà không ai xuống". */
const WAS_TOLD =
  /^(?:(?:toi|tui|em|minh|dan|ba con|ca xom|da|co|cung) ){0,3}(?:keu|bao|goi|noi|phan anh|gop y|kien nghi)(?: \w+){0,4} (?:may lan|nhieu lan|bao nhieu lan|ma (?:khong|ko|chang|ho)|roi ma|hoai)\b/;

/** "Tôi đã lập biên bản và báo xã nhưng chưa có kết quả", "sang góp ý mà chủ quán còn vặn to hơn": it was told to others. */
export const othersWereTold = (key: string): boolean => OTHERS_WERE_TOLD.test(key) && !TO_US.test(key);
const OTHERS_WERE_TOLD =
  /^(?:(?:toi|tui|em|minh|dan|ba con|ca xom|thon|da|co|cung|tung|vua|moi|sang|qua|ra|len|chay) ){0,4}(?:keu|bao|goi|noi|nhan|nhac|nhac nho|gop y|kien nghi|khuyen|can ngan|lap bien ban|lam don|gui don|viet don|trinh bao)(?: \w+){0,6} (?:ma|nhung|nhung ma|thi|roi ma) (?:\w+ )?(?:\w+ )?(?:khong|chang|ko|chua|van|cu|con|lai|cang|bi)\b/;
/** What was sent to us is asked after elsewhere. */
const TO_US =
  /\b(?:ben (?:minh|nay|do)|hotline|tong dai|duong day|o day|kenh nay|ma phan anh|phan anh (?:nay|truoc|cu))\b/;

/** "Nhiều lắm luôn", "dày đặc luôn ạ": how much of it there is. */
const SO_MUCH =
  /^(?:(?:ma|con|no|rat) ){0,2}(?:nhieu|dong|day dac|kinh khung|khung khiep|ghe|day)(?: (?:lam|qua|ghe|kinh|vo ke|luon|a|do|nha|nhe|chi|anh|em|ban|oi|troi)){1,5}$/;

/**
 * A later piece of the story, whatever was asked meanwhile: "trẻ con ho sù sụ", "công nhân chạy hết ra ngoài", "họ bảo
 * sân của họ", "cơm nuốt không trôi luôn". It names no place, no number and nobody who reports.
 */
export const tellsOn = (heard: Heard): boolean =>
  tellsOnOfOthers(heard) || (isPiece(heard) && (isAbout(heard.text, OF_DOERS) || tellsWhatTheyKnow(heard)));

/** The same where it is asked who does it: "hàng xóm đốt rác" tells that, "quần áo phơi đen thui" does not. */
export const tellsOnOfOthers = (heard: Heard): boolean =>
  isPiece(heard) &&
  (WAS_TOLD.test(heard.key) ||
    othersWereTold(heard.key) ||
    SO_MUCH.test(heard.key) ||
    CANNOT.test(` ${heard.key} `) ||
    isIn(heard.text, HAPPENS) ||
    isAbout(heard.text, OF_OTHERS));

const isPiece = ({ text, key, meant, understood }: Heard): boolean =>
  !text.includes('?') &&
  text.length <= LONGEST &&
  wordCount(key) >= FEWEST &&
  meant.places.length === 0 &&
  understood.phone === null &&
  !LEADS.test(` ${text.toLowerCase()}`);

const isAbout = (text: string, whom: Phrases): boolean =>
  isIn(text, whom) && SAYS_MORE.test(readText(text).folded);

/** Accents that were typed tell words apart. */
function isIn(text: string, { typed, bare }: Phrases): boolean {
  const said = readText(text);
  return said.accented ? typed.test(said.typed) : bare.test(said.folded);
}

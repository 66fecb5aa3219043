import { readText, type Word } from '../../../../nlp/fold';
import { vocabulary } from '../../../phrases';

/** Has it a word by which places are told? With its accents "xà bần" names no "xã" and no "bản". */
export function hasPlaceWord(text: string): boolean {
  const { words, folded, accented } = readText(text);
  const isOther = ({ typed, folded: bare }: Word, index: number): boolean =>
    (bare === 'cong' && OF_WORK.has(words[index + 1]?.folded ?? '')) ||
    (typed === 'cho' && GIVEN_TO.has(words[index + 1]?.folded ?? '')) ||
    (accented && OTHERS_BESIDE_ACCENTS.has(typed)) ||
    (typed === 'rung' && !TO_FOREST.has(words[index - 1]?.folded ?? ''));
  return words.some((word, index) => isPlaceWord(word) && !isOther(word, index)) || OF_TWO_WORDS.test(folded);
}

/** "Công nhân ngất" names no industrial park. */
const OF_WORK: ReadonlySet<string> = new Set(
  'nhan ty an trinh suat su nghe khai bang viec luan dan chuc doan tac cuoc'.split(' '),
);
/** "Cho nguoi toi cuu", "cho em hoi": no market. */
const GIVEN_TO: ReadonlySet<string> = new Set('nguoi em toi minh tui chau hoi xin biet phep'.split(' '));
/** "Rung cả nhà" shakes, where other words have their accents. */
const TO_FOREST: ReadonlySet<string> = new Set(
  'gan canh trong ven bia khu giua sat o cua vao ngoai sau canh'.split(' '),
);
const OTHERS_BESIDE_ACCENTS: ReadonlySet<string> = new Set('rung cho ho ban dinh song ap'.split(' '));

const isPlaceWord = vocabulary([
  'đường phố ngõ ngách hẻm kiệt thôn ấp bản làng xóm khóm xã phường huyện quận tỉnh cầu chợ chỗ sông suối kênh rạch',
  'mương hồ ao khu kcn ccn cụm gần cạnh trường chùa dinh đình đền bãi đèo núi rừng ruộng km tp',
  'near street road bridge market ward district river lake',
]);

const OF_TWO_WORDS =
  / (?:thi (?:tran|xa)|thanh pho|sau lung|phia (?:sau|truoc)|doi dien|ben (?:hong|xe|tau|pha|canh)|tram (?:y te|xa|xang)|nha (?:tho|ga|van hoa)|benh vien|uy ban|nga (?:ba|tu)|bo (?:song|kenh)|quoc lo|dai lo|canh dong|cong vien|vong xoay|ngoai khoi|hai ly) /;

/** "Trước nhà", "ngay cổng trường": a way to a place and nothing else, whatever was asked. */
export function isLandmarkAlone(text: string): boolean {
  if (text.length > LONGEST_LANDMARK) return false;
  const { words } = readText(text);
  const isShort = words.length >= 2 && words.length <= FEW;
  return isShort && leadsToPlace(words[0]) && words.every((word) => isOnTheWay(word) || leadsToPlace(word));
}
const LONGEST_LANDMARK = 50;
const FEW = 7;
const leadsToPlace = vocabulary([
  'trước sau ngay gần cạnh bên đối diện đầu cuối giữa trong ngoài trên dưới ở tại phía sát kế',
]);
const isOnTheWay = vocabulary([
  'nhà cửa cổng trường học chợ đường hẻm ngõ ngách xóm làng thôn ấp cầu cống sông kênh mương ao hồ công viên khu phố dân cư trọ chung',
  'bờ ruộng đồng bãi đất trống chỗ chân góc lưng hông mặt tiền vỉa hè sân bệnh viện ủy ban chùa đình miếu trạm xe buýt ngã ba tư',
  'tôi em mình tui con chau này đó kia đây ạ nha nhé mầm non tiểu cấp một hai cây xăng quốc lộ',
]);

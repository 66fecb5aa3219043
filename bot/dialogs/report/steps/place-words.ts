import { readText, type Word } from '../../../../nlp/fold';
import { vocabulary } from '../../../phrases';

/** Has it a word by which places are told? With its accents "xà bần" names no "xã" and no "bản". */
export function hasPlaceWord(text: string): boolean {
  const { words, folded, accented } = readText(text);
  const isOther = ({ typed }: Word, index: number): boolean =>
    (accented && OTHERS_BESIDE_ACCENTS.has(typed)) ||
    (typed === 'rung' && !TO_FOREST.has(words[index - 1]?.folded ?? ''));
  return words.some((word, index) => isPlaceWord(word) && !isOther(word, index)) || OF_TWO_WORDS.test(folded);
}

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

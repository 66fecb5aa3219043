import { wordSet } from '../../../../nlp/word-set';

/**
 * "… Thủ phạm theo tôi là mấy người bán chim ở chợ.", "… Theo hàng xóm nói thì do chủ vựa ve chai.": whom a sentence of a
 * story names as the doer, as typed; null: none does.
 */
export function blamedIn(text: string): string | null {
  if (text.length > LONGEST || !BLAMES.test(text)) return null;
  for (const sentence of text.normalize('NFC').split(/(?<=[.!?\n])\s+/)) {
    const [, outright, guessed] = DOER.exec(sentence) ?? [];
    const said = outright ?? guessed;
    if (said !== undefined) return whoOf(said);
  }
  return null;
}
const LONGEST = 1_000;
const BLAMES = /thủ phạm|thu pham|gây ra|gay ra|thì (?:là )?do |thi (?:la )?do |chắc là|chac la/iu;

const TELLER = 'tôi|toi|em|mình|minh|bác|bac|cháu|chau|hàng xóm|hang xom|bà con|ba con|mọi người|moi nguoi';
const SOMEBODY =
  'chủ|chu|mấy|may|nhóm|nhom|đám|dam|bọn|bon|thằng|thang|ông|ong|bà|ba|anh|chị|chi|chú|cô|co|hộ|ho|nhà|nha|người|nguoi|công ty|cong ty|cty|doanh nghiệp|doanh nghiep|xưởng|xuong|trại|trai|cơ sở|quán|quan|tiệm|tiem|vựa|vua|lò|lo|kho|khu';
const DOER = new RegExp(
  `^(?:(?:dạ|da|thì|thi) )?(?:(?:thủ phạm|thu pham|(?:người|nguoi|kẻ|ke) (?:gây|gay) ra)(?: (?:chuyện|việc|chuyen|viec) này)?(?: (?:chắc|chac|thì|thi|theo (?:${TELLER})(?: (?:biết|biet|nghĩ|nghi))?))? (?:là|la) (\\p{L}[^.!?\\n]{1,80})|(?:theo (?:như |nhu )?(?:${TELLER})(?: (?:biết|biet|nói|noi|nghĩ|nghi|thấy|thay|nghe))? (?:thì|thi) (?:là |la )?do|(?:${TELLER}) (?:biết|biet) (?:chắc|chac) (?:là|la)) ((?:${SOMEBODY}) [^.!?\\n]{1,80}))`,
  'iu',
);

/** "chủ vựa ve chai chứ không ai khác ạ" → "chủ vựa ve chai". */
function whoOf(said: string): string {
  const [who = said] = said.split(NOBODY_ELSE);
  const words = who.split(' ');
  while (words.length > 1 && BEHIND.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ').replace(/,$/, '');
}
const NOBODY_ELSE = / (?:chứ|chu) (?:không|khong|ko|chẳng|chang|đâu|dau) /iu;
const BEHIND = wordSet('gây gay ra làm lam ạ a nhé nhe đó đấy luôn');

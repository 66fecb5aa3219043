import { readText } from '../../../../nlp/fold';
import { vocabulary } from '../../../phrases';

/**
 * "Ghi giúp tôi là xã Yên Xuân nha" → "xã Yên Xuân": the place as it was said, without the words around its name that
 * belong to the talk. What stands before or behind it is kept whole where it holds any other word: "gần chợ, xã Tân Hà".
 */
export function unframed(said: string, place: string): string {
  const at = said.indexOf(place);
  if (at < 0) return said;
  const [before, behind] = [said.slice(0, at), said.slice(at + place.length)];
  return `${isFrame(before) ? '' : before}${place}${isTail(behind) ? '' : behind}`;
}

const isOnly = (isOne: ReturnType<typeof vocabulary>) => (text: string) => readText(text).words.every(isOne);

/** Without accents "cho", "de" and "con" are also a market, a dike and an islet: they are not among these. */
const isFrame = isOnly(
  vocabulary([
    'dạ vâng thưa thì là à ờ ở ngay tại ghi viết lưu giúp giùm dùm hộ tôi em mình tui bác cháu lại việc vụ này xảy ra thuộc địa chỉ vị trí',
  ]),
);
const isTail = isOnly(
  vocabulary(['ạ nha nhé nhe nhen nghen nghe đó đấy đây á em bạn anh chị ad luôn nè thôi']),
);

import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { saysAnonymous } from './absorb';
import { urges } from '../asides/asides';
import { hasPlaceWord } from '../steps/place-words';

/** Fewer words are courtesy. */
const FEWEST = 4;
const LONGEST_TEXT = 500;

/** "Là trại gà mới mở làm càn. Tôi muốn ẩn danh.": the sentences that tell something else, as typed. */
export function besideAnonymity({ text, understood }: Heard): string | undefined {
  const all = sentencesOf(text);
  const rest = all.filter((each) => !saysAnonymous({ text: each, key: keyOf(each), understood }));
  return rest.length < all.length ? told(rest) : undefined;
}

/** "Tôi đếm được sáu bao. Bờ kênh thuộc xã Hải Xuân.": the sentences that tell of no place. */
export function besidePlace({ meant, understood }: Pick<Heard, 'meant' | 'understood'>): string | undefined {
  return told(
    sentencesAround({ meant, understood })
      .filter(({ tells }) => tells === 'else')
      .map(textOf),
  );
}

/** "Bãi đất ở xã X. Tôi xin phép không để lại tên.": the sentences that tell where. */
export function whereIn(heard: Pick<Heard, 'meant' | 'understood'>): string {
  const all = sentencesAround(heard);
  const where = all.filter(({ tells }) => tells === 'where').map(textOf);
  return where.length > 0 && where.length < all.length ? where.join(' ') : heard.meant.text;
}

interface Sentence {
  said: string;
  tells: 'where' | 'else' | 'anonymous';
}
const textOf = ({ said }: Sentence): string => said;

/** Of an answer that tells where in several sentences. */
function sentencesAround({ meant, understood }: Pick<Heard, 'meant' | 'understood'>): Sentence[] {
  const all = meant.places.length > 0 && understood.phone === null ? sentencesOf(meant.text) : [];
  if (all.length < 2) return [];
  return all.map((said) => {
    const key = keyOf(said);
    if (meant.places.some((place) => said.includes(place.text))) return { said, tells: 'where' };
    if (saysAnonymous({ text: said, key, understood })) return { said, tells: 'anonymous' };
    const isElse = !hasPlaceWord(said) || ACCUSES.test(said) || urges(key);
    return { said, tells: isElse ? 'else' : 'where' };
  });
}

/** "Thủ phạm là trưởng thôn": of which place he is was told elsewhere. */
const ACCUSES =
  /^(?:thủ phạm|thu pham|kẻ gây ra|ke gay ra|người gây ra|nguoi gay ra|nghi (?:là|la|do|ngờ|ngo)) /iu;

function told(sentences: readonly string[]): string | undefined {
  const said = sentences.join(' ');
  return wordCount(keyOf(said)) >= FEWEST ? said : undefined;
}

/** Parted behind a full word or "ạ": the dot of "X. Bến Hiên" or "tp. Huế" ends nothing. */
const sentencesOf = (text: string): string[] =>
  text.length > LONGEST_TEXT || !text.includes(' ') ? [text] : text.split(SENTENCE_END);
const SENTENCE_END = /(?<=(?:[\p{L}\d]{2}|\s[aạ])[.!])(?<!(?:^|[\s,])(?:tp|tx|tt|kp|ql)\.)\s/iu;

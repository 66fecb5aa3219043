import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { saysAnonymous } from './absorb';

/** Fewer words are courtesy. */
const FEWEST = 4;
const LONGEST_TEXT = 500;

/** "Là trại gà mới mở làm càn. Tôi muốn ẩn danh.": the sentences that tell something else, as typed. */
export function besideAnonymity({ text, understood }: Heard): string | undefined {
  const sentences = text.length > LONGEST_TEXT ? [] : text.split(/(?<=[.!])\s+/);
  if (sentences.length < 2) return undefined;
  const rest = sentences
    .filter((each) => !saysAnonymous({ text: each, key: keyOf(each), understood }))
    .join(' ');
  return rest !== text && wordCount(keyOf(rest)) >= FEWEST ? rest : undefined;
}

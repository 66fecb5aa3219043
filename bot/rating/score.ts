import type { Score } from '../../hotline/ratings';
import { phraseBook, type Manners } from '../phrases';

type Said = `${Score}`;

const STARS = /^\s*([⭐🌟★]️?\s?){1,5}\s*$/u;
const NUMBER =
  /^\s*(?:(?:dạ|da|tôi|toi|em|mình|minh|tui|cho|chấm|cham|điểm|diem|give) ){0,3}([1-5])(?:\s?(?:\/\s?5|sao|điểm|diem|stars?|points?|[*⭐★]|thôi|thoi|nhé|nhe|nha|ạ)){0,3}[\s.!]*$/iu;

/** "5", "4 sao", "⭐⭐⭐", "rất hài lòng"; undefined for what is no rating. */
export function scoreReader(
  scores: Readonly<Record<Said, readonly string[]>>,
  manners: Manners,
): (text: string) => Score | undefined {
  const saidIn = phraseBook(scores, manners);
  return (text) => {
    if (text.length > 60) return undefined;
    if (STARS.test(text)) return [...text.matchAll(/[⭐🌟★]/gu)].length as Score;
    const said = NUMBER.exec(text)?.[1] ?? saidIn(text);
    return said === null || said === undefined ? undefined : (Number(said) as Score);
  };
}

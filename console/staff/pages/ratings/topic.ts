import type { RatingWordsBody } from '../../api';
import { kindOf } from '../../parts/tags';
import { said } from './words.vi';

/** What was rated, in words. */
export const topicOf = ({ lane, category }: Pick<RatingWordsBody, 'lane' | 'category'>): string =>
  lane ? kindOf({ lane, category }) : said.talk;

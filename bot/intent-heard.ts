import { keyOf } from '../nlp/fold';
import type { Intent, Understanding } from '../nlp/types';

/** Less likely than this, and nothing is done upon it; a report that says where is taken for one sooner. */
const LIKELY = 0.4;
const LIKELY_SOMEWHERE = 0.25;

/** What is wanted, where it is likely enough to act upon; else `out_of_scope`. */
export const intentHeard = (understood: Understanding): Intent => {
  const { intent, confidence, places } = understood;
  const isReport = intent.startsWith('report.');
  const isLikely = confidence >= (isReport && places.length > 0 ? LIKELY_SOMEWHERE : LIKELY);
  return isLikely && !(isReport && isTimeAlone(understood)) ? intent : 'out_of_scope';
};

/** "Sáng qua" tells when, and reports nothing. */
function isTimeAlone(understood: Understanding): boolean {
  const { text } = understood;
  if (text.length > LONGEST) return false;
  const { time } = understood;
  return time !== null && !time.recurring && keyOf(time.text) === keyOf(text);
}
/** A time is looked for in few words only. */
const LONGEST = 40;

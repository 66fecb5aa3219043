import type { Intent, Understanding } from '../nlp/types';

/** Less likely than this, and nothing is done upon it; a report that says where is taken for one sooner. */
const LIKELY = 0.4;
const LIKELY_SOMEWHERE = 0.25;

/** What is wanted, where it is likely enough to act upon; else `out_of_scope`. */
export const intentHeard = ({ intent, confidence, places }: Understanding): Intent =>
  confidence >= (intent.startsWith('report.') && places.length > 0 ? LIKELY_SOMEWHERE : LIKELY)
    ? intent
    : 'out_of_scope';

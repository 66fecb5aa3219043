import { wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import type { TurnScope } from '../../turn-scope';
import { wishesToReport } from '../../wants';
import { ADDS } from '../own-report/wish';
import { onlySighs } from '../report/told/foreword';

/** A new report; a sigh alone is none. */
export const begins = (heard: Heard): boolean =>
  wishesToReport(heard) || (heard.intent.startsWith('report.') && !onlySighs(heard.key));

/** "À nhầm, ở phường X mới đúng" where one of several was to be chosen. */
export const ownIsPutRight = ({ heard, state }: TurnScope): boolean =>
  state.tickets.length > 0 &&
  (heard.intent === 'ticket.update' || (heard.isCorrection && ADDS.test(heard.key))) &&
  wordCount(heard.key) >= SENTENCE;
const SENTENCE = 4;

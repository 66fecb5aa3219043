import type { Heard } from '../../../hear';
import { isDanger, saysAnonymous, saysContact } from '../told/absorb';
import { isTalk } from '../told/talk';

/**
 * "Ẩn danh", anger, or a wish for something else is no answer in free words. What only sounds like that is one when it
 * is said again.
 */
export const isElsewhere = (heard: Heard, misses: number): boolean =>
  heard.isRude ||
  isDanger(heard) ||
  heard.understood.over ||
  saysAnonymous(heard) ||
  saysContact(heard) ||
  heard.understood.phone !== null ||
  (misses === 0 && isOfElse(heard));

const isOfElse = (heard: Heard): boolean =>
  heard.intent === 'feedback' ||
  ((isTalk(heard) || heard.intent === 'ticket.update') && heard.understood.confidence >= SURE);

const SURE = 0.7;

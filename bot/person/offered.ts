import type { Draft } from '../dialogs/report/draft';
import type { TurnScope } from '../turn-scope';

const KEY = 'offeredPerson';
/** So many misunderstandings in a row, and the report offers a person. */
const MISSES = 2;

/** It was just asked whether they would like to talk to a person. */
export function noteOffer({ memory, question }: Pick<TurnScope, 'memory' | 'question'>): void {
  memory[KEY] = question.seq;
}

/**
 * "Ừ", "có", "gặp đi" right after that question.
 * @param report the report that is being told: there a bare yes answers the question that stands last
 */
export function takesOffer(
  { memory, question, heard }: Pick<TurnScope, 'memory' | 'question' | 'heard'>,
  report: Partial<Draft> | undefined,
): boolean {
  if (report) return (report.misses ?? 0) > MISSES && TAKES.test(heard.key);
  return memory[KEY] === question.seq - 1 && (heard.reply === 'yes' || TAKES.test(heard.key));
}
const TAKES =
  /^(?:(?:co|u|uh|um|da|vang|ok|thi|cho|toi|em|minh|tui|bac|muon|can|xin|duoc) ){0,5}gap(?: (?:di|a|luon|ngay|chu|voi|nhe|nha|giup)){0,3}$/;

import type { Draft } from '../dialogs/report/draft';
import { REPORT } from '../dialogs/report/dialog';
import { dialogsKept } from '../dialogs-kept';
import type { TurnScope } from '../turn-scope';

/** The report that is being told while something else is asked; of an older draft parts may be missing. */
export function draftUnderWay({ memory }: Pick<TurnScope, 'memory'>): Partial<Draft> | undefined {
  const report = dialogsKept(memory).find(({ id }) => id === REPORT);
  return (report?.state as { draft?: Partial<Draft> } | undefined)?.draft;
}

import type { Draft } from '../dialogs/report/draft';
import { REPORT } from '../dialogs/report/dialog';
import type { TurnScope } from '../turn-scope';

interface DialogsKept {
  dialogStack?: { id: string; state: { draft?: Partial<Draft> } }[];
}

/** The report that is being told while something else is asked; of an older draft parts may be missing. */
export function draftUnderWay({ memory }: Pick<TurnScope, 'memory'>): Partial<Draft> | undefined {
  const { dialogStack = [] } = (memory['dialogs'] ?? {}) as DialogsKept;
  return dialogStack.find(({ id }) => id === REPORT)?.state.draft;
}

import type { TurnContext } from 'botbuilder-core';
import { type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import { DialogContext, type DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { TurnScope } from './turn-scope';

/** Where botbuilder keeps, within a turn, which memory scopes there are. */
const SCOPES = 'DialogStateManagerConfiguration';

/**
 * The dialogs of a turn, over what the turn remembers: they read and change it there, and it is written with the turn
 * or not at all. So nothing is loaded or saved, and no fingerprints tell what was changed.
 */
export function turnDialogs(dialogs: DialogSet): (context: TurnContext) => DialogContext {
  let scopes: unknown;
  return (context) => {
    // It would find them out anew for every turn, though they never change.
    if (scopes) context.turnState.set(SCOPES, scopes);
    const { memory } = TurnScope.of(context);
    memory['dialogs'] ??= { dialogStack: [] };
    const opened = new DirectDialogs(dialogs, context, memory['dialogs'] as DialogState);
    scopes ??= context.turnState.get(SCOPES);
    return opened;
  };
}

/** Begins, goes on and ends without telling events, which none of our dialogs listens to; see turn-bot.ts. */
class DirectDialogs extends DialogContext {
  override beginDialog(id: string, options?: object): Promise<DialogTurnResult> {
    const dialog = this.findDialog(id);
    if (!dialog) return super.beginDialog(id, options);
    this.stack.push({ id, state: {} });
    return dialog.beginDialog(this, options);
  }

  override continueDialog(): Promise<DialogTurnResult> {
    const dialog = this.activeDialog && this.findDialog(this.activeDialog.id);
    return dialog ? dialog.continueDialog(this) : super.continueDialog();
  }

  override endDialog(result?: unknown): Promise<DialogTurnResult> {
    if (this.stack.length !== 1) return super.endDialog(result);
    this.stack.pop();
    return Promise.resolve({ status: DialogTurnStatus.complete, result });
  }
}

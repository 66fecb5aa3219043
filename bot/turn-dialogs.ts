import type { TurnContext } from 'botbuilder-core';
import { type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import { DialogContext, type DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { TurnScope } from './turn-scope';

/**
 * The dialogs of a turn, over what the turn remembers: they read and change it there, and it is written with the turn
 * or not at all. So nothing is loaded or saved, and no fingerprints tell what was changed.
 */
export const turnDialogs =
  (dialogs: DialogSet) =>
  (context: TurnContext): DialogContext => {
    const { memory } = TurnScope.of(context);
    memory['dialogs'] ??= { dialogStack: [] };
    return DirectDialogs.over(dialogs, context, memory['dialogs'] as DialogState);
  };

/** Begins, goes on and ends without telling events, which none of our dialogs listens to; see turn-bot.ts. */
class DirectDialogs extends DialogContext {
  /**
   * Without the constructor: it registers botbuilder's components anew and opens memory scopes, which none of our
   * dialogs reads, and takes as long as a short answer itself.
   */
  static over(dialogs: DialogSet, context: TurnContext, { dialogStack }: DialogState): DirectDialogs {
    const opened = Object.create(DirectDialogs.prototype) as DirectDialogs;
    return Object.assign(opened, { dialogs, context, stack: dialogStack });
  }

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
    this.leave();
    return Promise.resolve({ status: DialogTurnStatus.complete, result });
  }

  override replaceDialog(id: string, options?: object): Promise<DialogTurnResult> {
    this.leave();
    return this.beginDialog(id, options);
  }

  private leave(): void {
    if (this.stack.length > 1) throw new Error('dialogs do not stand upon each other here');
    this.stack.pop();
  }
}

import { BotState, MemoryStorage, type TurnContext } from 'botbuilder-core';
import { TurnScope } from './turn-scope';

/**
 * botbuilder's state, laid over what the turn remembers: dialogs read and change it there, and it is written with the
 * turn or not at all. So nothing is loaded or saved, and no fingerprints tell what was changed.
 */
export class TurnMemory extends BotState {
  constructor() {
    super(new MemoryStorage(), () => Promise.reject(new Error('what a turn remembers is kept by the log')));
  }

  override load(context: TurnContext): Promise<Record<string, unknown>> {
    return Promise.resolve(TurnScope.of(context).memory);
  }

  override saveChanges(): Promise<void> {
    return Promise.resolve();
  }
}

import type { Calls } from './calls';
import { commandList } from './commands';
import type { TelegramOptions } from './options';

/** The bot's name, for the start, and its commands, in the languages of the phones: once for each start. */
export function introduction({ call }: Calls, { words, english, mode, log }: TelegramOptions) {
  let done = false;

  return async (): Promise<void> => {
    if (done) return;
    const { username } = await call('getMe', {});
    const vi = commandList(words);
    await call('setMyCommands', { commands: vi });
    await call('setMyCommands', { commands: vi, language_code: 'vi' });
    await call('setMyCommands', { commands: commandList(english), language_code: 'en' });
    done = true;
    log.info({ bot: `@${username}`, mode }, 'telegram is reached');
  };
}

import type { Heard } from '../../hear';
import type { Prompt } from '../../replies/prompt';
import type { TurnScope } from '../../turn-scope';
import { wishesToReport } from '../../wants';
import type { Words } from '../../words';

const KEY = 'reopened';

/** Asks what is still wrong; remembered for the very next message. */
export function askWhy({ memory }: Pick<TurnScope, 'memory'>, code: string, words: Words): Prompt {
  memory[KEY] = code;
  return { text: words('follow.askWhy'), ask: 'free_text', options: [words('choices.skip')] };
}

/** The code of the report that was opened again just now; asked for once. */
export function asksWhy({ memory }: Pick<TurnScope, 'memory'>): string | undefined {
  const code = memory[KEY];
  Reflect.deleteProperty(memory, KEY);
  return typeof code === 'string' ? code : undefined;
}

/** Whatever it sounds like, unless it plainly wants something else. */
export const isReason = (heard: Heard): boolean =>
  !heard.isMenu && !wishesToReport(heard) && saysSomething(heard);

const saysSomething = ({ understood, text, files }: Heard): boolean =>
  !understood.urgent && understood.ticketCodes.length === 0 && (text !== '' || files.length > 0);

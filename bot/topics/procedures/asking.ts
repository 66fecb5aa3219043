import type { Activity } from '../../../hotline/activity';
import { personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import type { Words } from '../../words';
import type { Procedures } from './catalogue';

/** Which of these? They stand in the text as well: not every channel shows buttons. */
export function askWhich(words: Words, procedures: Procedures, ids: readonly string[]): Activity {
  const options = ids.map((id) => procedures.nameOf(id));
  const list = options.map((name, at) => `${at + 1}. ${name}`).join('\n');
  const none = words('procedure.none');
  return message({
    text: words('procedure.which', { list }),
    ask: 'procedure',
    options,
    choices: [{ title: none, says: none }],
  });
}

/** Which one at all? */
export const askName = (words: Words): Activity =>
  message({ text: words('procedure.whichAtAll'), ask: 'procedure', choices: [personChoice(words)] });

/** Its name need not be known. */
export const askInOwnWords = (words: Words): Activity =>
  message({ text: words('procedure.noName'), ask: 'procedure', choices: [personChoice(words)] });

/** It is none of ours: where it is to be found, and a person. */
export const outside = (words: Words): Activity =>
  message({ text: words('procedure.outside'), ask: 'choice', choices: [personChoice(words)] });

import type { Activity } from '../../../hotline/activity';
import { menu, personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import { noteOffer } from '../../person/offered';
import type { TurnScope } from '../../turn-scope';

const KEY = 'rude';
/** After so long it is forgotten. */
const LASTS_MS = 60 * 60 * 1000;

interface Rude {
  count: number;
  at: number;
}

/** Bad words are met calmly: first with what can be done here, then with a person. Nobody is scolded. */
export function calm(scope: TurnScope): Activity {
  const { words, memory, question } = scope;
  const count = (rudeLately(scope) ? (memory[KEY] as Rude).count : 0) + 1;
  const rude: Rude = { count, at: question.at.getTime() };
  memory[KEY] = rude;
  if (count === 1) return menu(words, words('abuse.first'));
  noteOffer(scope);
  return message({ text: words('abuse.again'), ask: 'choice', choices: [personChoice(words)] });
}

/** Bad words were said lately. */
export function rudeLately({ memory, question }: Pick<TurnScope, 'memory' | 'question'>): boolean {
  const rude = memory[KEY] as Rude | undefined;
  return rude !== undefined && question.at.getTime() - rude.at < LASTS_MS;
}

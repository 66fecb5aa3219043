import type { TurnContext } from 'botbuilder-core';
import { grumbles, sighs } from './dialogs/report/told/foreword';
import { numberAlone } from './person/call-back';
import { noteOffer } from './person/offered';
import type { PersonDesk } from './person/desk';
import { menu } from './replies/menu';
import { say } from './say';
import { TurnScope } from './turn-scope';

/** How often in a row nothing was understood, kept from turn to turn. */
const KEY = 'misses';

/** What is said when nothing was understood. */
export class Misunderstandings {
  constructor(private readonly person: PersonDesk) {}

  /** Two offer choices, the third a person; who waits for one already is not asked again. */
  async another(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const { state, words, heard, memory } = scope;
    if (state.holder.kind === 'waiting') return this.person.passOn(context);
    const number = numberAlone(scope);
    if (number) return say(context, number);
    if (sighs(heard.key) || grumbles(heard.key)) return say(context, menu(words, words('small.sigh')));
    scope.leaveUnanswered();
    const count = Number(memory[KEY] ?? 0) + 1;
    memory[KEY] = count;
    if (count > 2) noteOffer(scope);
    const text = words(count > 2 ? 'notUnderstoodPerson' : 'notUnderstood');
    await say(context, menu(words, heard.isEnglish ? `${text}\n${words('small.english')}` : text));
  }

  /** Something was understood: they are counted anew. */
  over(context: TurnContext): void {
    TurnScope.of(context).memory[KEY] = 0;
  }
}

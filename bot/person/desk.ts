import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../hotline/activity';
import type { OpeningHours } from '../../hotline/hours';
import type { ConversationStore } from '../../hotline/stores';
import { menu } from '../replies/menu';
import { spokenHours, spokenMoment } from '../replies/clock';
import { message } from '../replies/prompt';
import { say } from '../say';
import { asksHours } from './hours';
import { TurnScope } from '../turn-scope';
import { keepStory } from './story';

export interface PersonDeskParts {
  hours: OpeningHours;
  queue: Pick<ConversationStore, 'waitingBefore'>;
}

/** Who waits longer than so many others is not told how many. */
const COUNTED = 50;

/** "Bao giờ có người?": told the hours and the place in the queue once more. */
const ASKS_WHEN =
  /^(?:(?:a|da|vay|the|thi|oi|u|chi|em|ad) ){0,2}(?:bao gio|khi nao|chung nao|may gio|bao lau(?: nua)?|con lau)(?: (?:nua|moi|thi|co|duoc|gap|can bo|nhan vien|nguoi|ai|tra loi|toi|lam viec|mo cua|khong|vay|a|ha|den|luot|noi chuyen|em|minh|tui)){0,8}$/;

/** "Trước tôi còn mấy người", "sao lâu thế". */
const ASKS_TURN =
  /\b(?:con|truoc(?: \w+)?) (?:con )?(?:may|bao nhieu) (?:nguoi|ban|ai)\b|\b(?:toi|den) luot (?:toi|em|minh|tui|ai)?|^(?:(?:sao|gi|ma|cho|doi) ){1,3}(?:lau|mai)(?: (?:the|vay|qua|ghe|roi|nay|nhi|a|ha)){1,3}$/;

/** Where citizens ask for a person, and wait for one. */
export class PersonDesk {
  constructor(private readonly parts: PersonDeskParts) {}

  /**
   * Into the queue: the place in it, and when somebody comes. Who is in it already keeps their place.
   * @param open the question of a report that is under way: it stays open, and is asked along with it
   */
  async call(context: TurnContext, open?: Activity): Promise<void> {
    const scope = TurnScope.of(context);
    const { state, question, words } = scope;
    const isMisconduct = state.confidential === true;
    const since = state.holder.kind === 'waiting' ? state.holder.since : question.at;
    scope.state = {
      ...state,
      holder: { kind: 'waiting', since, ...(isMisconduct && { lane: 'misconduct' as const }) },
    };
    const ahead = await this.parts.queue.waitingBefore(since, isMisconduct, COUNTED + 1);
    const meanwhile = words(open ? 'person.meanwhileReport' : 'person.meanwhile');
    const told = [this.whenOf(scope), placeOf(scope, ahead), meanwhile].join('\n');
    await say(context, open ? waitingFor(open, told) : message({ text: told, data: { handoff: 'waiting' } }));
  }

  /** Out of the queue; what is under way goes on. */
  async leave(context: TurnContext, amid: boolean): Promise<void> {
    const scope = TurnScope.of(context);
    scope.state = { ...scope.state, holder: { kind: 'bot' } };
    const { words } = scope;
    const reply: Activity = amid
      ? message({ text: words('person.leftAmid') })
      : menu(words, words('person.left'));
    await say(context, { ...reply, channelData: { ...reply.channelData, handoff: 'bot' } });
  }

  /** Who waits has written something for staff to read; a story may become a report in one press. */
  async passOn(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const { words, heard } = scope;
    if (ASKS_WHEN.test(heard.key) || ASKS_TURN.test(heard.key) || asksHours(heard.key))
      return this.call(context);
    const isStory = heard.intent.startsWith('report.');
    if (isStory) keepStory(scope);
    const choice = { title: words('person.asReport'), says: words('person.asReportSays') };
    const text = words(isStory ? 'person.passedOnStory' : 'person.passedOn');
    const choices = isStory ? { ask: 'choice' as const, choices: [choice] } : {};
    await say(context, message({ text, ...choices, data: { handoff: 'waiting' } }));
  }

  private whenOf({ words, question: { at } }: TurnScope): string {
    const { hours } = this.parts;
    if (hours.isOpen(at)) return words('person.waiting');
    const next = hours.opensNext(at);
    const blanks = { hours: spokenHours(words, hours) };
    return next
      ? words('person.closed', { ...blanks, when: spokenMoment(words, next, at) })
      : words('person.closedLong', blanks);
  }
}

const waitingFor = (open: Activity, told: string): Activity => ({
  ...open,
  text: [told, '', open.text ?? ''].join('\n'),
  channelData: { ...open.channelData, handoff: 'waiting' },
});

function placeOf({ words }: TurnScope, ahead: number): string {
  if (ahead === 0) return words('person.first');
  return ahead > COUNTED
    ? words('person.manyAhead', { count: COUNTED })
    : words('person.ahead', { count: ahead });
}

import type { Activity } from '../../hotline/activity';
import type { ConversationState } from '../../hotline/conversation/turn';
import { keyOf } from '../../nlp/fold';
import type { TurnScope } from '../turn-scope';
import type { Words } from '../words';

const KEY = 'toldWaiting';
const LONGEST = 4_000;

/** What was told to staff while waiting for them, so that nobody has to tell it again to report it. */
export function keepStory({ memory, heard }: Pick<TurnScope, 'memory' | 'heard'>): void {
  memory[KEY] = heard.text.slice(0, LONGEST);
}

/** The press of "send it as a report" says the story once more, in the words of the citizen. */
export function retold(
  activity: Activity | undefined,
  { bot }: Pick<ConversationState, 'bot'>,
  voices: readonly Words[],
): Activity | undefined {
  const story = bot[KEY];
  if (!activity?.text || typeof story !== 'string') return activity;
  const key = keyOf(activity.text);
  return voices.some((words) => keyOf(words('person.asReportSays')) === key)
    ? { ...activity, text: story }
    : activity;
}

/** It is that story again: from now on it is told to the report. */
export function takesStory({ memory, heard }: TurnScope): boolean {
  if (memory[KEY] === undefined || heard.text !== memory[KEY]) return false;
  Reflect.deleteProperty(memory, KEY);
  return true;
}

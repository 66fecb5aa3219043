import type { Heard } from '../../hear';
import type { Places } from '../../places';
import type { Prompt } from '../../replies/prompt';
import type { TurnScope } from '../../turn-scope';
import type { Words } from '../../words';
import type { Draft, Waiting } from './draft';

export interface StepTools {
  words: Words;
  places: Places;
  scope: TurnScope;
}

/** One question of the report. */
export interface Step {
  waiting: Waiting;
  /** Must be known before the report can be filed. */
  required: boolean;
  known(draft: Draft): boolean;
  /** Whether it is worth a question where it is not required and not known. Absent: always. */
  welcome?(draft: Draft): boolean;
  prompt(draft: Draft, tools: StepTools): Prompt;
  /** The draft with the answer taken in; undefined when it is no answer to this question. */
  take(draft: Draft, heard: Heard, tools: StepTools): Draft | undefined;
  /** Is it an answer to this question for certain, whatever else it sounds like? */
  answers?(heard: Heard): boolean;
  /** The draft when the question is skipped; undefined when it cannot be. */
  skip(draft: Draft): Draft | undefined;
}

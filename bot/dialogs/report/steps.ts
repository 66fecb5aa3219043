import type { Heard } from '../../hear';
import type { Draft, Waiting } from './draft';
import type { Step } from './step';
import { photos } from './steps/photos';
import { anonymity, contact } from './steps/reporter';
import { source } from './steps/source';
import { time } from './steps/time';
import { category, description, lane } from './steps/what';
import { location } from './steps/where';

/** At most so many questions before the summary of a normal report. */
export const QUESTIONS = 4;

/** The report, as the list of its steps. */
export const STEPS: readonly Step[] = [
  lane,
  description,
  location,
  category,
  time,
  source,
  anonymity,
  contact,
];

/** In danger only this is asked for; whoever wants to be called back says so at the summary. */
const IN_DANGER: readonly Step[] = [description, location];

/** In danger an open question of another kind is left: "có người bị ngất" instead of a time goes on to the summary. */
export const hasAllInDanger = (draft: Draft): boolean =>
  isInDanger(draft) && !draft.changing && IN_DANGER.every((step) => step.known(draft));

const isInDanger = ({ urgent, lane: which }: Draft): boolean => urgent && which !== 'misconduct';

export const stepOf = (waiting: Waiting | null): Step | undefined =>
  [...STEPS, photos].find((step) => step.waiting === waiting);

/** The next thing to ask: what is needed, and what is welcome as long as the questions do not get too many. */
export function nextStep(draft: Draft): Step | undefined {
  if (isInDanger(draft)) return IN_DANGER.find((step) => !step.known(draft));
  const left = QUESTIONS - countOf(draft);
  const needed = STEPS.filter((step) => step.required && !step.known(draft)).length;
  return STEPS.find(
    (step) => !step.known(draft) && (step.required || (left > needed && isWelcome(step, draft))),
  );
}

/** Questions that were asked so far; the contact belongs to the question before it. */
export const countOf = ({ asked }: Draft): number => asked.filter((each) => each !== 'contact').length;

const isWelcome = (step: Step, draft: Draft): boolean =>
  !draft.asked.includes(step.waiting) && (step.welcome?.(draft) ?? true);

/** Does it answer the open question for certain, whatever else it sounds like? */
export const answersOpen = ({ waitingFor }: Draft, heard: Heard): boolean =>
  stepOf(waitingFor)?.answers?.(heard) ?? false;

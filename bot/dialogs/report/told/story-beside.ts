import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbStory } from './absorb';
import { besideQuestion } from './beside-question';
import { asksForStory, type Draft, withWords } from '../draft';
import type { StepTools } from '../step';
import { nextStep } from '../steps';

/** Fewer words before a question lead up to it: "cho mình hỏi chút, …". */
const FEWEST = 5;
/** Before questions of these kinds stands what happens; before others, what is wanted. */
const OF_WHAT_HAPPENS: ReadonlySet<string> = new Set(['regulation.ask', 'air.quality', 'hotline.info']);
/** "Hôi" alone is a smell. */
const LEADS_UP =
  /\b(?:(?:cho|muon|xin|can) (?:toi |em |minh |tui |bac |chau |con )?(?:duoc )?hoi|hoi (?:chut|ti|xiu|tham)|thu tuc|ho so|giay phep|giay to|dang ky|tu van)\b/;

/**
 * "Nhà máy đốt rác khói mù cả xóm, đốt vậy phạt bao nhiêu?" where the story was asked for: the question is answered
 * elsewhere, the story is kept, and the next question follows. Undefined: no story stands before the question.
 */
export function withStoryBeside(draft: Draft, heard: Heard, tools: StepTools): Draft | undefined {
  if (!asksForStory(draft) || !OF_WHAT_HAPPENS.has(heard.intent)) return undefined;
  const beside = besideQuestion(heard);
  return beside && isStory(beside) ? openNext(told(draft, beside, heard, tools)) : undefined;
}

export const isStory = ({ key }: Pick<Heard, 'key'>): boolean =>
  wordCount(key) >= FEWEST && !LEADS_UP.test(key);

/** All that stands beside the question, and the message as it was written. */
export const told = (draft: Draft, beside: Heard, { text }: Heard, tools: StepTools): Draft => {
  const facts = absorbStory(draft, beside, tools);
  return withWords({ ...facts, words: draft.words }, text);
};

function openNext(draft: Draft): Draft {
  const step = nextStep(draft);
  const asked = step && step.waiting !== draft.waitingFor ? [...draft.asked, step.waiting] : draft.asked;
  return { ...draft, waitingFor: step?.waiting ?? 'confirm', asked, misses: 0 };
}

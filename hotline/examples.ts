import { createHash } from 'node:crypto';
import { invalid } from './errors';
import type { Aspect, Intent } from './labels';
import type { Category } from './ticket/ticket';

/** A message that staff labelled, so that the bot understands the like of it from now on. */
export interface Example {
  /** Of its text: the same message again changes its label. */
  id: string;
  text: string;
  intent: Intent;
  category?: Category;
  aspect?: Aspect;
  /** Which procedure answers; absent when none of the catalogue does. */
  procedure?: string;
  by: { id: string; name: string };
  at: Date;
}

export type ExampleFacts = Omit<Example, 'id'>;

export interface ExampleStore {
  list(): Promise<Example[]>;
  /** Keeps it, in place of what was said of the same text before. */
  put(example: Example): Promise<void>;
  /** False when there is none. */
  remove(id: string): Promise<boolean>;
  /** Changes whenever an example does. */
  state(): Promise<string>;
}

/** So many are learnt in reasonable time beside those of the product. */
export const MOST_EXAMPLES = 20_000;

/**
 * An example of a message. Numbers are blotted out: who sent a message is none of the classifier's business, and which
 * digits stand in it tells it nothing.
 * @throws HotlineError `invalid` when its labels do not belong together
 */
export function exampleOf(facts: ExampleFacts, procedures: Pick<ReadonlySet<string>, 'has'>): Example {
  const text = facts.text.normalize('NFC').trim().replace(/\d/g, '0');
  if (!/\p{L}/u.test(text)) throw invalid('Tin nhắn mẫu cần có chữ.');
  const hasCategory = facts.intent === 'report.pollution' || facts.intent === 'report.emergency';
  if (hasCategory !== (facts.category !== undefined))
    throw invalid(
      'Loại ô nhiễm (category) chỉ đi với report.pollution và report.emergency, và khi đó phải có.',
    );
  if ((facts.intent === 'procedure.ask') !== (facts.aspect !== undefined))
    throw invalid('Khía cạnh (aspect) chỉ đi với procedure.ask, và khi đó phải có.');
  if (facts.procedure !== undefined && (facts.intent !== 'procedure.ask' || !procedures.has(facts.procedure)))
    throw invalid('Thủ tục (procedure) phải có trong danh mục, và chỉ đi với procedure.ask.');
  return { ...facts, text, id: createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 24) };
}

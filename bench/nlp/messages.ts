import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Utterance } from '../../nlp/types';

/** A text with its one label. */
export interface Labelled {
  text: string;
  label: string;
}

/** Messages that nothing is learnt from: `development` is looked at while building, `test` is not. */
export function heldOut(content: string, set: 'development' | 'test'): Utterance[] {
  const file = path.join(content, 'held-out', `${set}.yaml`);
  const { messages } = parse(readFileSync(file, 'utf8')) as { messages: Utterance[] };
  return messages.map((message) => (message.procedure === 'none' ? without(message) : message));
}

const without = ({ procedure: _none, ...message }: Utterance): Utterance => message;

const SIB = path.resolve(__dirname, '..', '..', 'bench', 'nlp', 'sib200-vi');

/** The public set, see its notice: `train`, `test`, `test.nodia`, `test.mix` … */
export const sib = (part: string): Labelled[] =>
  readFileSync(path.join(SIB, `${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

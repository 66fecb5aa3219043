import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Utterance } from '../nlp/types';
import { aspect, category, intent } from './labels';
import { readFile } from './read-file';

const FOLDER = 'utterances';

const messages = z.array(
  z.string({ error: 'is no text; put it in quotes: "…"' }).trim().min(1, 'is an empty message; take it out'),
);
const byCategory = z.partialRecord(category, messages);
const byAspect = z.record(z.string(), z.partialRecord(aspect, messages));

/** One file: one intent, its messages by what else they are labelled with. */
const shape = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['report.pollution', 'report.emergency']), messages: byCategory }),
  z.object({ intent: z.literal('procedure.ask'), messages: byAspect }),
  z.object({
    intent: intent.exclude(['report.pollution', 'report.emergency', 'procedure.ask']),
    messages: z.object({ all: messages }),
  }),
]);

type File = z.infer<typeof shape>;

/**
 * The messages from which the classifier learns.
 * @throws Error that names the file, the line, and what to do
 */
export function readUtterances(content: string): Utterance[] {
  return filesOf(content).flatMap((name) => told(readFile(content, name, shape)));
}

const filesOf = (content: string): string[] =>
  readdirSync(path.join(content, FOLDER))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${FOLDER}/${name}`);

function told(file: File): Utterance[] {
  switch (file.intent) {
    case 'report.pollution':
    case 'report.emergency':
      return entries(file.messages).map(([label, text]) => ({ text, intent: file.intent, category: label }));
    case 'procedure.ask':
      return Object.entries(file.messages).flatMap(([id, asked]) =>
        entries(asked).map(([label, text]) => ({
          text,
          intent: 'procedure.ask',
          aspect: label,
          ...procedure(id),
        })),
      );
    default:
      return file.messages.all.map((text) => ({ text, intent: file.intent }));
  }
}

const procedure = (id: string) => (id === 'none' ? {} : { procedure: id });

const entries = <Label extends string>(lists: Partial<Record<Label, string[]>>): [Label, string][] =>
  (Object.entries(lists) as [Label, string[] | undefined][]).flatMap(([label, list]) =>
    (list ?? []).map((text): [Label, string] => [label, text]),
  );

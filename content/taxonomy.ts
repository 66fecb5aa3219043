import { z } from 'zod';
import type { Utterance } from '../nlp/types';
import { category, intent } from './labels';
import { readFile } from './read-file';

const texts = z.array(z.string()).default([]);

const taxonomy = z.object({
  categories: z.array(
    z.object({
      subs: z.array(
        z.object({
          id: z.string(),
          synonyms: z.object({ standard: texts, colloquial: texts, no_diacritics: texts, regional: texts }),
        }),
      ),
    }),
  ),
});

/** Under which label a sub-category is filed; several intents when only the message decides. */
const labels = z.record(z.string(), z.object({ intent: z.string(), category: category.optional() }));

/**
 * The phrases of the taxonomy as messages to learn from, where its sub-category has one label only.
 * @throws Error that names the file, the line, and what to do
 */
export function readTaxonomy(content: string): Utterance[] {
  const { categories } = readFile(content, 'taxonomy.yaml', taxonomy);
  const filed = readFile(content, 'taxonomy-labels.yaml', labels);
  return categories.flatMap(({ subs }) =>
    subs.flatMap(({ id, synonyms }) => {
      const label = filed[id];
      if (!label) throw new Error(`content/taxonomy-labels.yaml: no label for ${id}`);
      const only = intent.safeParse(label.intent);
      if (!only.success) return [];
      const { standard, colloquial, no_diacritics, regional } = synonyms;
      return [...standard, ...colloquial, ...no_diacritics, ...regional].map((text) => ({
        text,
        intent: only.data,
        ...(label.category && { category: label.category }),
      }));
    }),
  );
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import * as shapes from './shapes';
import type { Gazetteer, Topic, Vocabulary } from '../nlp/types';

export type Routing = z.infer<typeof shapes.routing>;
export type Terms = z.infer<typeof shapes.terms>;
/** The administrative procedures, with what is known of each and how surely. */
export type Catalogue = z.infer<typeof shapes.catalogue>;

const BOUNDARIES = 'boundaries/communes.topojson';

/** All that staff and translators may edit, validated. */
export interface Content {
  gazetteer: Gazetteer;
  vocabulary: Vocabulary;
  controls: { skip: readonly string[]; back: readonly string[] };
  routing: Routing;
  terms: Terms;
  catalogue: Catalogue;
  locale: Record<string, unknown>;
  /** Boundaries of the communes (TopoJSON), read when first needed; absent when the operator left them out. */
  boundaries: () => unknown;
}

/**
 * Reads and checks the folder `content/`.
 * @throws Error that names the file and what is wrong in it
 */
export function loadContent(folder: string): Content {
  const read = <T>(name: string, shape: z.ZodType<T>): T => check(name, shape, load(folder, name));
  const phrases = read('phrases.yaml', shapes.phrases);
  return {
    gazetteer: {
      provinces: read('gazetteer/provinces.json', shapes.provinces),
      communes: read('gazetteer/communes.json', shapes.communes),
      former: read('gazetteer/former.json', shapes.former),
    },
    vocabulary: {
      topics: topicsOf(read('taxonomy.yaml', shapes.taxonomy), read('taxonomy-labels.yaml', shapes.labels)),
      intents: phrases.intents,
      danger: phrases.danger,
    },
    controls: phrases.controls,
    routing: read('routing.yaml', shapes.routing),
    terms: read('terms.yaml', shapes.terms),
    catalogue: read('procedures.yaml', shapes.catalogue),
    locale: read('locales/vi.yaml', shapes.locale),
    boundaries: () => (existsSync(path.join(folder, BOUNDARIES)) ? load(folder, BOUNDARIES) : undefined),
  };
}

function load(folder: string, name: string): unknown {
  const text = readFileSync(path.join(folder, name), 'utf8');
  try {
    return name.endsWith('.yaml') ? parse(text) : JSON.parse(text);
  } catch (error) {
    throw new Error(`content/${name}: ${(error as Error).message}`, { cause: error });
  }
}

function check<T>(name: string, shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`content/${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`);
}

/** The taxonomy's sub-categories, filed under the classifier's labels. */
function topicsOf(taxonomy: z.infer<typeof shapes.taxonomy>, labels: z.infer<typeof shapes.labels>): Topic[] {
  return taxonomy.categories.flatMap(({ subs }) =>
    subs.map((sub) => {
      const label = labels[sub.id];
      if (!label) throw new Error(`content/taxonomy-labels.yaml: no label for ${sub.id}`);
      const { standard, colloquial, no_diacritics, regional } = sub.synonyms;
      return {
        id: sub.id,
        intents: label.intent.split(' or ') as Topic['intents'],
        category: label.category ?? null,
        phrases: [...standard, ...colloquial, ...no_diacritics, ...regional],
      };
    }),
  );
}

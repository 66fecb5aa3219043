import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { readFile } from './read-file';
import * as shapes from './shapes';
import type { ThingWords } from '../nlp/procedures';
import { printOfUtterances, readUtterances } from './utterances';
import type { Danger, Gazetteer, Topic, Utterance, Vocabulary } from '../nlp/types';

export type Routing = z.infer<typeof shapes.routing>;
export type Terms = z.infer<typeof shapes.terms>;
/** The administrative procedures, with what is known of each and how surely. */
export type Catalogue = z.infer<typeof shapes.catalogue>;

const BOUNDARIES = 'boundaries/communes.topojson';

/** All that staff and translators may edit, validated. */
export interface Content {
  gazetteer: Gazetteer;
  vocabulary: Vocabulary;
  danger: Danger;
  controls: { skip: readonly string[]; back: readonly string[] };
  routing: Routing;
  terms: Terms;
  catalogue: Catalogue;
  /** What people call the things that tell procedures apart. */
  procedureWords: ThingWords;
  locale: Record<string, unknown>;
  /** Boundaries of the communes (TopoJSON), read when first needed; absent when the operator left them out. */
  boundaries: () => unknown;
  /** Messages from which the classifier learns: read only when it must learn, not at every start. */
  utterances: () => Utterance[];
  /** Changes when any of them does. */
  printOfUtterances: () => string;
}

/**
 * Reads and checks the folder `content/`.
 * @throws Error that names the file and what is wrong in it
 */
export function loadContent(folder: string): Content {
  const read = <T>(name: string, shape: z.ZodType<T>): T => readFile(folder, name, shape);
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
    danger: read('danger.yaml', shapes.danger),
    controls: phrases.controls,
    routing: read('routing.yaml', shapes.routing),
    terms: read('terms.yaml', shapes.terms),
    catalogue: read('procedures.yaml', shapes.catalogue),
    procedureWords: read('procedure-words.yaml', shapes.procedureWords),
    locale: read('locales/vi.yaml', shapes.locale),
    boundaries: () => boundariesIn(path.join(folder, BOUNDARIES)),
    utterances: () => readUtterances(folder),
    printOfUtterances: () => printOfUtterances(folder),
  };
}

function boundariesIn(file: string): unknown {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
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

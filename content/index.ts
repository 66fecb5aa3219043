import type { Language } from '../hotline/conversation/turn';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { AirScale } from '../hotline/air/scale';
import type { DaysOff } from '../hotline/deadlines/calendar';
import type { Hours } from '../hotline/hours';
import { agenciesOf, type Contact } from '../hotline/routing/agencies';
import { airScale } from './air-shapes';
import { everyday } from './everyday-shape';
import { hours } from './hours-shape';
import { readFile } from './read-file';
import * as rules from './routing-shapes';
import * as shapes from './shapes';
import * as topics from './topic-shapes';
import type { ConceptWords } from '../nlp/classifier/concepts';
import type { ThingWords } from '../nlp/procedures';
import { readTaxonomy } from './taxonomy';
import { readUtterances } from './utterances';
import type { Danger, Gazetteer, Utterance } from '../nlp/types';

export type Routing = z.infer<ReturnType<typeof rules.routing>>;
export type Terms = z.infer<typeof rules.terms>;
export type Controls = z.infer<typeof shapes.controls>;
/** The administrative procedures, with what is known of each and how surely. */
export type Catalogue = z.infer<typeof shapes.catalogue>;

const BOUNDARIES = 'boundaries/communes.topojson';

/** All that staff and translators may edit, validated. */
export interface Content {
  gazetteer: Gazetteer;
  danger: Danger;
  controls: Controls;
  routing: Routing;
  terms: Terms;
  /** When people are there to talk with citizens. */
  hours: Hours;
  /** What people say beside their matter, and short commands in English. */
  everyday: z.infer<typeof everyday>;
  daysOff: DaysOff;
  /** How to reach agencies, by code: those that were confirmed. */
  contacts: Readonly<Record<string, Contact>>;
  /** Words that mean nearly the same, by which messages are compared. */
  concepts: ConceptWords;
  catalogue: Catalogue;
  /** What people call the things that tell procedures apart. */
  procedureWords: ThingWords;
  /** What people call the procedures in everyday speech, by id. */
  procedureNames: Readonly<Record<string, string>>;
  /** What people say while a procedure is talked about. */
  procedureTalk: z.infer<typeof topics.procedureTalk>;
  /** Penalties, and rules of the hotline, that people ask about. */
  regulations: z.infer<typeof topics.regulations>;
  /** The table of the air quality index, VN_AQI. */
  airScale: AirScale;
  locales: Readonly<Record<Language, Record<string, unknown>>>;
  /** Boundaries of the communes (TopoJSON), read when first needed; absent when the operator left them out. */
  boundaries: () => unknown;
  /** Messages from which the classifier learns: read only when it must learn, not at every start. */
  utterances: () => Utterance[];
}

/**
 * Reads and checks the folder `content/`.
 * @throws Error that names the file and what is wrong in it
 */
export function loadContent(folder: string): Content {
  const read = <T>(name: string, shape: z.ZodType<T>): T => readFile(folder, name, shape);
  const gazetteer = {
    provinces: read('gazetteer/provinces.json', shapes.provinces),
    communes: read('gazetteer/communes.json', shapes.communes),
    former: read('gazetteer/former.json', shapes.former),
  };
  const routing = read('routing.yaml', rules.routing(gazetteer));
  const agencies = agenciesOf(Object.values(routing.agencies), gazetteer);
  const catalogue = read('procedures.yaml', shapes.catalogue);
  const swapped = read('holidays-swapped.yaml', rules.swapped);
  const datesOf = (days: readonly { date: string }[]): string[] => days.map(({ date }) => date);
  return {
    gazetteer,
    controls: read('controls.yaml', shapes.controls),
    danger: read('danger.yaml', shapes.danger),
    routing,
    terms: read('terms.yaml', rules.terms),
    hours: read('hours.yaml', hours),
    everyday: read('everyday.yaml', everyday),
    daysOff: {
      holidays: read('holidays.yaml', rules.holidays),
      off: datesOf(swapped.off),
      working: datesOf(swapped.working),
    },
    contacts: read('agencies/contacts.yaml', rules.contacts(new Set(agencies.map(({ code }) => code)))),
    catalogue,
    procedureNames: read('procedure-names.yaml', topics.procedureNames(catalogue)),
    procedureTalk: read('procedure-talk.yaml', topics.procedureTalk),
    regulations: read('regulations.yaml', topics.regulations),
    concepts: read('concepts.yaml', shapes.concepts),
    procedureWords: read('procedure-words.yaml', shapes.procedureWords),
    airScale: read('vn_aqi.json', airScale),
    locales: { vi: read('locales/vi.yaml', shapes.locale), en: read('locales/en.yaml', shapes.locale) },
    boundaries: () => boundariesIn(path.join(folder, BOUNDARIES)),
    utterances: () => [...readUtterances(folder), ...readTaxonomy(folder)],
  };
}

function boundariesIn(file: string): unknown {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
}

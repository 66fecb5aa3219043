import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Category, Lane } from '../../hotline/ticket/ticket';
import type { StyleName } from './style';

/** How the small things are said. */
export interface Sayings extends Record<SmallThing, readonly string[]> {
  lane: Record<Lane, readonly string[]>;
  /** The kind of pollution in words of their own; without: as its button says it. */
  kind?: Record<Category, readonly string[]>;
  /** Of sets whose citizens told the matter itself wrong. */
  correctMatter?: readonly string[];
  /** Of sets whose citizens want another kind than the story tells. */
  correctKind?: readonly string[];
  /** Of sets whose citizens begin anew. */
  restart?: readonly string[];
  /** Their names, and what they say first where they tell another time later. */
  names?: readonly string[];
  times?: readonly string[];
  /** Of sets whose citizens say a whole sentence now and then: what is said around {fact}, by what was asked. */
  around?: Readonly<Record<Fact, readonly string[]>>;
  /** Of sets whose citizens tell when along with where. */
  placeAndTime?: readonly string[];
  /** Of sets whose citizens say behind the time that they have no photos. */
  noPhotos?: readonly string[];
  /** Of sets whose citizens say something before or behind the story. */
  foreword?: readonly string[];
  afterword?: readonly string[];
  /** Of sets whose citizens leave a number in the end. */
  toContact?: readonly string[];
  /** Of sets whose citizens say in their first message who did it at {source}, and who they are or that they do not say it. */
  suspects?: readonly string[];
  signedBy?: readonly string[];
  unsigned?: readonly string[];
  /** Of sets whose citizens choose their words by their temper: what each says otherwise. */
  tempers?: Partial<Record<Temper, Partial<Sayings>>>;
  /** Of sets whose citizens are somebody: most of the above stands with each of them. */
  personae?: Readonly<Record<string, Persona>>;
}

/** Somebody with a way of their own at every question. */
interface Persona {
  tempers: readonly Temper[];
  types: readonly StyleName[];
  /** So many of a hundred of them leave a contact. */
  signs: number;
  says: Partial<Sayings>;
}

export type Temper = 'patient' | 'hurried' | 'angry' | 'old' | 'suspicious' | 'terse' | 'talkative';

export type Fact = 'location' | 'time' | 'source' | 'kind';

type SmallThing =
  | 'wish'
  | 'greet'
  | 'skip'
  | 'confirm'
  | 'anonymous'
  | 'contactWish'
  | 'contact'
  | 'phoneOnly'
  | 'cancel'
  | 'later'
  | 'resume'
  | 'digression'
  | 'anger'
  | 'thanks'
  | 'addition'
  | 'correctPlace'
  | 'correctTime'
  | 'correctPhone'
  | 'toAnonymous';

/** As the citizens of one set say them. */
export const sayingsIn = (file: string): Sayings =>
  parse(readFileSync(join(process.cwd(), 'bench', 'citizens', file), 'utf8')) as Sayings;

/** A saying with its blanks filled in. */
export const filled = (saying: string, blanks: Readonly<Record<string, string>>): string =>
  saying.replace(/\{(\w+)\}/g, (_all, name: string) => blanks[name] ?? '');

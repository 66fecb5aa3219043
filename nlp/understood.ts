import { companyIn } from './company';
import type { Reading } from './fold';
import { deniedSpans, isOver } from './negation';
import { timeIn } from './time';
import type { Aspect, Category, Intent, Place, Procedure, Time, Understanding } from './types';

/** All of a message that does not hang on the time at which it is read. */
export interface Known {
  said: Reading;
  judged: Pick<Understanding, 'intent' | 'confidence' | 'category' | 'categoryChance' | 'aspect'>;
  rest: Pick<
    Understanding,
    'places' | 'phone' | 'urgent' | 'ticketCodes' | 'dossierCodes' | 'email' | 'plates'
  >;
  why: () => string[];
  kind: () => { label: Category; chance: number };
  procedures: () => Procedure[];
}

/** What an answer may say in place of what was read in it: "số 2" is what stands there. */
export type Instead = Partial<
  Pick<Understanding, 'text' | 'intent' | 'confidence' | 'places' | 'time' | 'company' | 'urgent'>
>;

/**
 * A message as it was understood. What few ask for is looked for when they do: it costs as much as the rest together.
 * The getters stand in the class: as part of each object they would give every message a hidden class of its own,
 * which lives on among the old objects and holds all that was read.
 */
export class Understood implements Understanding {
  readonly intent: Intent;
  readonly confidence: number;
  readonly category: Category | null;
  readonly categoryChance: number;
  readonly aspect: Aspect | null;
  readonly places: Place[];
  readonly phone: string | null;
  readonly urgent: boolean;
  readonly ticketCodes: string[];
  readonly dossierCodes: string[];
  readonly email: string | null;
  readonly plates: string[];
  private told: Time | null | undefined;

  constructor(
    readonly text: string,
    private readonly known: Known,
    private readonly now: Date,
    private readonly instead: Instead = {},
  ) {
    const { judged, rest } = known;
    this.told = instead.time;
    this.intent = instead.intent ?? judged.intent;
    this.confidence = instead.confidence ?? judged.confidence;
    this.category = judged.category;
    this.categoryChance = judged.categoryChance;
    this.aspect = judged.aspect;
    this.places = instead.places ?? rest.places;
    this.phone = rest.phone;
    this.urgent = instead.urgent ?? rest.urgent;
    this.ticketCodes = rest.ticketCodes;
    this.dossierCodes = rest.dossierCodes;
    this.email = rest.email;
    this.plates = rest.plates;
  }

  get time(): Time | null {
    if (this.told === undefined) this.told = timeIn(this.known.said, this.now);
    return this.told;
  }

  get why(): string[] {
    return this.known.why();
  }

  get kind(): { label: Category; chance: number } {
    return this.known.kind();
  }

  get procedures(): Procedure[] {
    return this.known.procedures();
  }

  get company(): string | null {
    return this.instead.company === undefined ? companyIn(this.known.said) : this.instead.company;
  }

  get denied(): string[] {
    return deniedIn(this.known.said);
  }

  get over(): boolean {
    return isOver(this.known.said);
  }

  /** The same, with some of it said otherwise; what is looked for on demand still is. */
  with(instead: Instead): Understood {
    const all = { ...this.instead, ...instead };
    return new Understood(all.text ?? this.text, this.known, this.now, all);
  }

  toJSON(): Understanding {
    return inFull(this);
  }
}

/** The same as a plain object, with all that is looked for only on demand. */
export const inFull = (read: Understanding): Understanding => ({
  text: read.text,
  intent: read.intent,
  confidence: read.confidence,
  category: read.category,
  categoryChance: read.categoryChance,
  kind: read.kind,
  aspect: read.aspect,
  procedures: read.procedures,
  places: read.places,
  time: read.time,
  phone: read.phone,
  urgent: read.urgent,
  ticketCodes: read.ticketCodes,
  dossierCodes: read.dossierCodes,
  email: read.email,
  plates: read.plates,
  company: read.company,
  denied: read.denied,
  over: read.over,
  why: read.why,
});

const deniedIn = (said: Reading): string[] =>
  deniedSpans(said).map(({ from, to }) => said.text.slice(said.words[from]?.start, said.words[to - 1]?.end));

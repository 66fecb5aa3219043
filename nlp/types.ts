/**
 * What a message says, as far as it is understood: the contract's "Understanding". Some of it is looked for only when it is
 * asked for, and is lost by spreading: `Understood.with` says a part of it otherwise.
 */
export interface Understanding {
  text: string;
  intent: Intent;
  /** 0–1, the chance that the intent is right. */
  confidence: number;
  /** For reports of pollution and emergencies, `other` included; else null. */
  category: Category | null;
  /** 0–1, the chance that the category is right; 0 where there is none. */
  categoryChance: number;
  /** The kind of pollution that its words tell of, whatever the intent; looked for only when it is asked for. */
  kind: { label: Category; chance: number };
  /** For questions about a procedure, `general` included; else null. */
  aspect: Aspect | null;
  /** Procedures that may answer, best first, at most 10; empty when none of the catalogue does. */
  procedures: Procedure[];
  places: Place[];
  time: Time | null;
  /** E.164, or null. */
  phone: string | null;
  urgent: boolean;
  /** Codes of reports that are named. */
  ticketCodes: string[];
  /** Codes of dossiers, as they were typed. */
  dossierCodes: string[];
  email: string | null;
  plates: string[];
  /** The business that is named, as it was said. */
  company: string | null;
  /** What is said not to be: "không phải rác mà là xà bần" → `rác`. */
  denied: string[];
  /** It has ended: "hết mùi rồi". */
  over: boolean;
  /** Which features decided. */
  why: string[];
}

export type Intent =
  | 'report.pollution'
  | 'report.land'
  | 'report.misconduct'
  | 'report.emergency'
  | 'procedure.ask'
  | 'regulation.ask'
  | 'dossier.status'
  | 'ticket.status'
  | 'ticket.update'
  | 'air.quality'
  | 'hotline.info'
  | 'staff.request'
  | 'feedback'
  | 'help'
  | 'language.change'
  | 'greet'
  | 'thanks'
  | 'goodbye'
  | 'affirm'
  | 'deny'
  | 'cancel'
  | 'out_of_scope';

export type Category =
  | 'air'
  | 'odor'
  | 'noise'
  | 'water'
  | 'solid_waste'
  | 'hazardous_waste'
  | 'open_burning'
  | 'minerals'
  | 'wildlife_forest'
  | 'other';

export type Aspect =
  | 'documents'
  | 'duration'
  | 'fee'
  | 'place'
  | 'steps'
  | 'eligibility'
  | 'form'
  | 'result'
  | 'legal_basis'
  | 'general';

/** A message with what it is: the classifier learns from such ones, and is measured on others. */
export interface Utterance {
  text: string;
  intent: Intent;
  /** For reports of pollution and emergencies. */
  category?: Category;
  /** For questions about a procedure. */
  aspect?: Aspect;
  /** Which procedure of the catalogue answers; absent when none does. */
  procedure?: string;
}

/** A place that is named. `communeCode` null with `candidates`: the name alone does not tell which. */
export interface Place {
  text: string;
  provinceCode: string | null;
  communeCode: string | null;
  candidates: string[];
  /** The unit of before July 2025 by which it was found: `Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương`. */
  formerly?: string;
}

/** When, as said and as an interval (ISO 8601 with offset +07:00). */
export interface Time {
  text: string;
  from: string | null;
  to: string | null;
  recurring: boolean;
}

/** A procedure that may answer a question. `score`: 0–1, how surely it does. */
export interface Procedure {
  id: string;
  score: number;
}

/** The units of the country, as the place finder needs them. */
export interface Gazetteer {
  provinces: readonly Province[];
  communes: readonly Commune[];
  /** The provinces of before July 2025. */
  former: readonly FormerProvince[];
}

export interface Province {
  code: string;
  name: string;
  fullName: string;
  formedFrom: readonly string[];
  aliases: readonly string[];
}

export interface Commune {
  code: string;
  name: string;
  fullName: string;
  alt?: string | undefined;
  type: string;
  provinceCode: string;
  lat: number;
  lon: number;
  bbox: readonly [number, number, number, number];
}

/** A province of before July 2025, with its full name, its districts, and the code of the province it belongs to today. */
export interface FormerProvince {
  name: string;
  to: string;
  districts: readonly FormerDistrict[];
}

export interface FormerDistrict {
  name: string;
  /** By full name the codes of today's communes that it went to, the largest part first, parted by spaces. */
  communes: Readonly<Record<string, string>>;
  /** The same for a district that had no communes. */
  to?: string | undefined;
}

/** Words that tell whether people are in danger now: content/danger.yaml. */
export interface Danger {
  signs: readonly string[];
  /** Signs only with their accents. */
  accented: readonly string[];
  /** Signs where somebody of the victims is named. */
  ailments: readonly string[];
  victims: readonly string[];
  /** Signs where one stands beside another. */
  pairs: readonly { these: readonly string[]; beside: readonly string[] }[];
  figures: readonly string[];
  nobody: readonly string[];
  denied: readonly string[];
  feared: readonly string[];
  over: readonly string[];
  past: readonly string[];
  asked: readonly string[];
  supposed: readonly string[];
  still: readonly string[];
  /** What without accents reads like danger, and is none: no learnt guess makes it urgent. */
  bare: readonly string[];
}

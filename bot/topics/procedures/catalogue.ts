import { keyOf } from '../../../nlp/fold';
import type { Aspect } from '../../../nlp/types';

/** How surely a fact is known, and from where: `source` is an address, several parted by ` ; `, or words. */
export interface Fact {
  confidence: 'verified' | 'knowledge' | 'unknown';
  source: string | null;
}

/** A procedure of content/procedures.yaml. What is null is not known, and is never guessed. */
export interface ProcedureEntry {
  id: string;
  /** As the law calls it. */
  name: string;
  agency: string;
  applicants: string;
  documents: readonly string[];
  processing_time: string | null;
  fee: string | null;
  legal_basis: readonly string[];
  result: string;
  online_level: string | number | null;
  note: string | null;
  facts: Readonly<Record<'agency' | 'documents' | 'processing_time' | 'fee' | 'legal_basis', Fact>>;
  /** `draft`: nobody of the staff has looked at it yet. */
  review_status: 'draft' | 'approved';
}

/** What people call the procedures, by id. */
export type EverydayNames = Readonly<Record<string, string>>;

/** The procedures as the conversation needs them. */
export class Procedures {
  private readonly byId: ReadonlyMap<string, ProcedureEntry>;

  constructor(
    entries: readonly ProcedureEntry[],
    private readonly names: EverydayNames,
  ) {
    this.byId = new Map(entries.map((entry) => [entry.id, entry]));
  }

  find(id: string): ProcedureEntry | undefined {
    return this.byId.get(id);
  }

  /** As people say it, else as the law does. */
  nameOf(id: string): string {
    return this.names[id] ?? this.byId.get(id)?.name ?? id;
  }

  /** Whether a message is just its name, on a button or typed. */
  isName(id: string, key: string): boolean {
    return key === keyOf(this.nameOf(id)) || key === keyOf(this.byId.get(id)?.name ?? id);
  }
}

/**
 * What it takes and how long is told only when it was checked: a wrong fee or term does more harm than none.
 * Papers and places are told as drafts.
 */
export function isTold(entry: ProcedureEntry, fact: 'processing_time' | 'fee'): boolean {
  const { confidence } = entry.facts[fact];
  return entry[fact] !== null && (confidence === 'verified' || entry.review_status === 'approved');
}

/** The aspects for which there are buttons, in the order in which people ask for them. */
export const OFFERED_ASPECTS: readonly Aspect[] = [
  'documents',
  'place',
  'duration',
  'fee',
  'steps',
  'eligibility',
  'form',
  'result',
  'legal_basis',
];

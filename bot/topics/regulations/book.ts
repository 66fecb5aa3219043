import type { Category } from '../../../nlp/types';

/** How surely a rule is known. */
type Confidence = 'verified' | 'knowledge' | 'unknown';

/** A fine for individuals, in đồng; no `from`: up to `to`. */
export interface Fine {
  act?: string | undefined;
  from?: number | undefined;
  to: number;
}

/** What is known about the penalty for one kind of act: content/regulations.yaml. What is not known is left out. */
export interface RegulationEntry {
  id: string;
  name: string;
  fines: readonly Fine[];
  decree?: string | undefined;
  article?: string | undefined;
  confidence: Confidence;
  /** Who takes it first. */
  handler?: string | undefined;
  note?: string | undefined;
  /** Reports of this kind ask about it when they name no act. */
  category?: Category | undefined;
  lane?: 'land' | undefined;
  /** Words by which a question is known to be about it. */
  says: readonly string[];
  /** With these in it, it is about something else. */
  without?: readonly string[] | undefined;
}

/** Questions about the hotline itself. */
export const HOTLINE_MATTERS = [
  'formal',
  'anonymous',
  'secret',
  'duration',
  'cost',
  'phone',
  'what',
] as const;
export type HotlineMatter = (typeof HOTLINE_MATTERS)[number];

/** Penalties that people ask about, and rules of the hotline itself. */
export interface Regulations {
  general: {
    decree: string;
    /** Organisations pay so many times as much. */
    organisations: number;
    /** The most that an individual pays. */
    most: number;
    confidence: Confidence;
    says: readonly string[];
  };
  entries: readonly RegulationEntry[];
  /** By these a limit is asked for, which no fine answers. */
  limits: readonly string[];
  hotline: Readonly<Record<HotlineMatter, readonly string[]>>;
  /** How long complaints and denunciations take. */
  terms: readonly { what: string; confidence: Confidence }[];
}

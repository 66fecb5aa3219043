import type { Turn } from './conversation/turn';
import type { Rating } from './ratings';
import type { Identity } from './stores';
import type { Ticket } from './ticket/ticket';

/** Stands before the words of every made-up report, so that nobody takes one for real. */
export const SAMPLE_MARK = '[MẪU]';
/** Accounts of made-up staff; a domain that can belong to nobody (RFC 2606). */
export const SAMPLE_DOMAIN = 'mau.example';

/** The name of a made-up conversation; those of real ones are keyed hashes. */
export const sampleName = (number: number): string => `sample-${String(number).padStart(6, '0')}`;
/** What such names look like. */
export const SAMPLE_NAME = /^sample-\d{6,}$/;

/** One made-up report with all that was said. */
export interface SampleCase {
  ticket: Ticket;
  turns: Turn[];
  /** Who the made-up citizen is, where the report is not anonymous. */
  identity?: Identity;
  /** What the citizen thinks of it; named after the conversation, so that it is found again. */
  rating?: Rating;
}

/** What is known of the samples that lie in the database. */
export interface SampleState {
  /** `partly`: a filling broke off. */
  samples: 'none' | 'partly' | 'all';
  /** Somebody has really reported or written something. */
  real: boolean;
}

/** Where made-up reports are kept, apart from the real ones only by their marks. */
export interface SampleStore {
  state(): Promise<SampleState>;
  /** From here on the database holds samples. */
  begin(facts: { tickets: number; seed: number }): Promise<void>;
  /** The first of so many ticket numbers of a year that nobody else gets. */
  takeNumbers(year: number, count: number): Promise<number>;
  write(cases: readonly SampleCase[]): Promise<void>;
  finish(): Promise<void>;
  /** Removes every sample and nothing else; returns how many reports there were. */
  remove(): Promise<number>;
}

import type { Words } from '../../words';
import type { Fact, ProcedureEntry } from './catalogue';

/** So many sources are named. */
const NAMED = 3;

/** Whether staff confirmed what was told, and where it comes from. */
export function provenance(words: Words, entry: ProcedureEntry, facts: readonly Fact[]): string {
  const source = sourceOf(words, facts);
  if (entry.review_status === 'approved') return words('procedure.approved', { source });
  const isChecked = facts.length > 0 && facts.every(({ confidence }) => confidence === 'verified');
  return words(isChecked ? 'procedure.checked' : 'procedure.draft', { source });
}

/** The sites, by name: whole addresses are too long to read. */
function sourceOf(words: Words, facts: readonly Fact[]): string {
  const known = facts.filter(({ confidence }) => confidence !== 'unknown');
  const sites = new Set(
    known.flatMap(({ source }) => [...(source ?? '').matchAll(SITE)].map(([, site]) => site)),
  );
  const named = [...sites].slice(0, NAMED);
  const isGeneral = known.length === 0 || known.some(({ confidence }) => confidence === 'knowledge');
  return [...named, ...(isGeneral ? [words('procedure.generalKnowledge')] : [])].join(', ');
}

const SITE = /https?:\/\/(?:www\.)?([^/\s]{1,100})/g;

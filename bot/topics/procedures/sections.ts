import type { Aspect } from '../../../nlp/types';
import type { Words } from '../../words';
import { type Fact, isTold, type ProcedureEntry } from './catalogue';

/** What is told of one aspect. */
export interface Section {
  text: string;
  /** The fact behind it; absent where the catalogue does not say how surely it is known. */
  fact?: Fact;
  /** It is not known, or not checked: where to ask must follow. */
  unknown?: true;
}

/** Overviews cut each line here. */
const LINE = 180;

/** What is known of an aspect of a procedure, and that it is not known where it is not. */
export function sectionOf(words: Words, entry: ProcedureEntry, aspect: Aspect): Section {
  switch (aspect) {
    case 'documents':
      return documents(words, entry);
    case 'duration':
      return figure(words, entry, 'duration', 'processing_time');
    case 'fee':
      return figure(words, entry, 'fee', 'fee');
    case 'place':
      return place(words, entry);
    case 'steps':
      return steps(words, entry);
    case 'eligibility':
      return { text: words('procedure.eligibility', { value: entry.applicants }) };
    case 'form':
      return form(words, entry);
    case 'result':
      return { text: words('procedure.result', { value: entry.result }) };
    case 'legal_basis':
      return {
        text: words('procedure.law', { list: bullets(entry.legal_basis) }),
        fact: entry.facts.legal_basis,
      };
    case 'general':
      return overview(words, entry);
  }
}

/** A list to keep and tick off. */
function documents(words: Words, entry: ProcedureEntry): Section {
  if (entry.documents.length === 0) return { text: words('procedure.documentsUnknown'), unknown: true };
  const list = entry.documents.map((paper, at) => `☐ ${at + 1}. ${paper}`).join('\n');
  return { text: words('procedure.documents', { list }), fact: entry.facts.documents };
}

/** A term or a fee: told when it was checked, else which law sets it. */
function figure(
  words: Words,
  entry: ProcedureEntry,
  aspect: 'duration' | 'fee',
  fact: 'processing_time' | 'fee',
): Section {
  const value = entry[fact];
  if (value !== null && isTold(entry, fact))
    return { text: words(`procedure.${aspect}`, { value }), fact: entry.facts[fact] };
  const law = entry.legal_basis.join('; ');
  return { text: words(`procedure.${aspect}Unknown`, { law }), unknown: true };
}

function place(words: Words, entry: ProcedureEntry): Section {
  const online =
    entry.online_level === null
      ? words('procedure.onlineUnknown')
      : words('procedure.online', { value: entry.online_level });
  return {
    text: `${words('procedure.place', { value: entry.agency })}\n${online}`,
    fact: entry.facts.agency,
  };
}

/** The catalogue holds no steps: the way is put together from what it does hold. */
function steps(words: Words, entry: ProcedureEntry): Section {
  const blanks = { count: entry.documents.length, agency: entry.agency, result: entry.result };
  return { text: words('procedure.steps', blanks), fact: entry.facts.agency };
}

/** Forms themselves are not kept here; which papers follow one is. */
function form(words: Words, entry: ProcedureEntry): Section {
  const forms = entry.documents.filter((paper) => FORM.test(paper));
  const told = forms.length > 0 ? `${words('procedure.forms', { list: bullets(forms) })}\n` : '';
  return { text: told + words('procedure.formUnknown'), unknown: true, fact: entry.facts.documents };
}

const FORM = /mẫu|đơn|tờ khai|phiếu|văn bản đề nghị/i;

/** The whole at a glance, each line cut short. */
function overview(words: Words, entry: ProcedureEntry): Section {
  const figureLine = (aspect: 'duration' | 'fee', fact: 'processing_time' | 'fee') =>
    isTold(entry, fact) ? words(`procedure.${aspect}`, { value: cut(entry[fact] ?? '') }) : '';
  const lines = [
    words('procedure.eligibility', { value: cut(entry.applicants) }),
    words('procedure.documentsCount', {
      count: entry.documents.length,
      first: cut(entry.documents.join('; ')),
    }),
    words('procedure.place', { value: cut(entry.agency) }),
    figureLine('duration', 'processing_time'),
    figureLine('fee', 'fee'),
    words('procedure.result', { value: cut(entry.result) }),
    ...(entry.note ? [words('procedure.note', { value: cut(entry.note) })] : []),
  ];
  return { text: lines.filter(Boolean).join('\n'), fact: entry.facts.agency };
}

const bullets = (list: readonly string[]): string => list.map((each) => `• ${each}`).join('\n');

/** At the end of a word. */
function cut(text: string): string {
  if (text.length <= LINE) return text;
  const end = text.lastIndexOf(' ', LINE);
  return `${text.slice(0, end > 0 ? end : LINE)}…`;
}

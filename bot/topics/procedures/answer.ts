import type { Activity } from '../../../hotline/activity';
import type { Aspect } from '../../../nlp/types';
import { personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import type { Words } from '../../words';
import { OFFERED_ASPECTS, type ProcedureEntry, type Procedures } from './catalogue';
import { provenance } from './provenance';
import { type Section, sectionOf } from './sections';
import type { ProcedureTalk } from './thread';

/** Buttons for what was not told yet, and for procedures that may have been meant; more of them nobody reads. */
const BUTTONS = 5;
const OTHERS = 2;
/** A message longer than this is parted between two aspects. */
const LONG = 1_000;
/** These two are done right here. */
const REPORTS = new Set(['phan-anh-o-nhiem', 'phan-anh-vi-pham-dat-dai']);

interface Answered extends Pick<ProcedureTalk, 'asked' | 'told' | 'offered'> {
  /** It was asked how many copies, and of which kind. */
  copies?: boolean;
}

/** What is asked of a procedure, then buttons for the rest and for procedures that may have been meant instead. */
export function answerOn(
  words: Words,
  procedures: Procedures,
  entry: ProcedureEntry,
  { asked, told, offered, copies = false }: Answered,
): Activity[] {
  const sections: Section[] = asked.map((aspect) => sectionOf(words, entry, aspect));
  if (copies) sections.push({ text: words('procedure.copiesUnknown'), unknown: true });
  const whole = [
    headOf(words, procedures, entry, told),
    ...sections.map(({ text }) => text),
    ...endOf(words, entry, sections),
  ];
  const parts = parted(whole);
  const data = { procedure: { id: entry.id } };
  return parts.map((text, at) =>
    at < parts.length - 1
      ? message({ text, data })
      : message({
          text,
          data,
          ask: 'aspect',
          ...buttons(words, procedures, entry, { asked, told, offered }),
        }),
  );
}

/** Everything that is known of it, in as many messages as it takes. */
export const everything = (words: Words, procedures: Procedures, entry: ProcedureEntry): Activity[] =>
  answerOn(words, procedures, entry, { asked: [...OFFERED_ASPECTS], told: [], offered: [] });

/** Its everyday name each time; at first also its official one, by which it is found elsewhere. */
function headOf(
  words: Words,
  procedures: Procedures,
  { id, name }: ProcedureEntry,
  told: readonly Aspect[],
): string {
  const title = words('procedure.title', { name: procedures.nameOf(id) });
  if (told.length > 0 || procedures.nameOf(id) === name) return title;
  return `${title}\n${words('procedure.official', { name })}`;
}

function endOf(words: Words, entry: ProcedureEntry, sections: readonly Section[]): string[] {
  const facts = sections.flatMap(({ fact }) => fact ?? []);
  const isUnknown = sections.some(({ unknown }) => unknown);
  const onlyUnknown = sections.every(({ unknown, fact }) => unknown && !fact);
  return [
    ...(isUnknown ? [words('procedure.askThere', { agency: entry.agency })] : []),
    ...(onlyUnknown ? [] : [provenance(words, entry, facts)]),
  ];
}

/** Paragraphs put together as long as they fit. */
function parted(paragraphs: readonly string[]): string[] {
  const parts: string[] = [];
  for (const paragraph of paragraphs) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + paragraph.length < LONG)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts;
}

function buttons(
  words: Words,
  procedures: Procedures,
  { id }: ProcedureEntry,
  { asked, told, offered }: Pick<ProcedureTalk, 'asked' | 'told' | 'offered'>,
) {
  const rest = OFFERED_ASPECTS.filter((aspect) => !asked.includes(aspect) && !told.includes(aspect));
  const options = [
    ...rest.slice(0, BUTTONS).map((aspect) => words(`procedure.aspects.${aspect}`)),
    ...(rest.length > 1 ? [words('procedure.aspects.general')] : []),
    ...offered
      .filter((other) => other !== id)
      .slice(0, OTHERS)
      .map((other) => procedures.nameOf(other)),
  ];
  const report = { title: words('menu.report'), says: words('menu.reportSays') };
  return { options, choices: [...(REPORTS.has(id) ? [report] : []), personChoice(words)] };
}

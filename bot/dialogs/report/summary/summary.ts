import { keyOf } from '../../../../nlp/fold';
import type { Places } from '../../../places';
import type { Prompt } from '../../../replies/prompt';
import type { Words } from '../../../words';
import { type Draft, type Waiting, reportOf } from '../draft';

const SHOWN = 600;

/** The parts of the summary that the citizen may change, in the order they are shown. */
export const CHANGES: readonly Waiting[] = [
  'lane',
  'description',
  'location',
  'time',
  'source',
  'photos',
  'anonymity',
];

/** Reads the report back: one line for each thing that is known. */
export function summary(draft: Draft, words: Words, places: Places): Prompt {
  const report = reportOf(draft);
  const kind = report.category ? words(`category.${report.category}`) : words(`lane.${report.lane}`);
  const said =
    report.description.length > SHOWN ? `${report.description.slice(0, SHOWN)}…` : report.description;
  const line = (key: string, value: string | null): string[] =>
    value ? [words(`summary.${key}`, { value })] : [];
  const lines = [
    words(report.urgent && draft.contact === null ? 'report.askConfirmUrgent' : 'report.askConfirm'),
    ...(report.urgent ? [words('summary.urgent')] : []),
    ...line('lane', kind),
    ...line('description', said || null),
    ...line('location', places.spoken(report.location)),
    ...line('time', report.time?.text ?? null),
    ...line(report.lane === 'misconduct' ? 'office' : 'source', report.source),
    ...line('photos', report.attachments.length > 0 ? String(report.attachments.length) : null),
    ...line('contact', report.anonymous ? words('summary.anonymous') : draft.contact),
  ];
  return {
    text: lines.join('\n'),
    ask: 'confirm',
    options: summaryOptions(words),
  };
}

export const summaryOptions = (words: Words): string[] => [
  words('choices.confirm'),
  words('choices.change'),
  words('choices.cancel'),
];

/** Which part is to be changed. */
export function changes(words: Words): Prompt {
  return {
    text: words('report.askChange'),
    ask: 'choice',
    options: CHANGES.map((each) => changeName(words, each)),
  };
}

/** Whose button says that. */
export function partOnButton(key: string, words: Words): Waiting | undefined {
  const known = buttons.get(words) ?? new Map(CHANGES.map((each) => [keyOf(changeName(words, each)), each]));
  buttons.set(words, known);
  return known.get(key);
}

/** Of each language; compared with every answer to the summary. */
const buttons = new WeakMap<Words, ReadonlyMap<string, Waiting>>();

const changeName = (words: Words, part: Waiting): string =>
  words(`change.${part === 'lane' ? 'category' : part}`);

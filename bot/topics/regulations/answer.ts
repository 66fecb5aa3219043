import type { Activity } from '../../../hotline/activity';
import { personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import type { Words } from '../../words';
import type { Fine, HotlineMatter, RegulationEntry, Regulations } from './book';

/** So many acts are answered at once. */
const AT_ONCE = 3;

interface Offer {
  title: string;
  says: string;
}

/** What the penalty is, by which rule, how surely that is known, and that it can be reported where it is not yet. */
export function penalties(
  words: Words,
  book: Regulations,
  { entries, limit }: { entries: readonly RegulationEntry[]; limit: boolean },
  isReported = false,
): Activity {
  const told = entries.slice(0, AT_ONCE);
  const lines = [
    ...(limit ? [words('regulation.limitUnknown')] : []),
    ...told.map((entry) => penalty(words, book, entry, limit)),
    words('regulation.onlyInformation'),
    ...(isReported ? [] : [words('regulation.report')]),
  ];
  return message({
    text: lines.join('\n\n'),
    ask: 'choice',
    choices: [reportChoice(words), personChoice(words)],
  });
}

function penalty(words: Words, book: Regulations, entry: RegulationEntry, limit: boolean): string {
  const { name, fines, decree, article, handler, note, confidence } = entry;
  const asked = limit ? [] : fines;
  const lines = [
    words('regulation.title', { name }),
    ...asked.map((fine) => fineLine(words, fine)),
    ...(asked.length > 0 ? [individuals(words, book)] : []),
    ...(fines.length === 0 && !limit ? [words('regulation.amountUnknown')] : []),
    ...(note ? [note] : []),
    ...(decree ? [words('regulation.law', { law: article ? `${article}, ${decree}` : decree })] : []),
    ...(decree || note ? [words(`regulation.confidence.${confidence}`)] : []),
    ...(handler ? [words('regulation.handler', { handler })] : []),
  ];
  return lines.join('\n');
}

function fineLine(words: Words, { act, from, to }: Fine): string {
  const range =
    from === undefined
      ? words('regulation.upTo', { to: dong(to) })
      : words('regulation.range', { from: dong(from), to: dong(to) });
  return act === undefined ? `• ${range}` : `• ${words('regulation.when', { act, range })}`;
}

/** Whom the amounts are for; that organisations pay more is told as surely as it is known. */
const individuals = (words: Words, { general }: Regulations): string =>
  words(general.confidence === 'verified' ? 'regulation.individuals' : 'regulation.individualsDraft', {
    times: general.organisations,
  });

/** What organisations pay for what was told of just now. */
export const companies = (words: Words, book: Regulations): Activity =>
  message({
    text: [individuals(words, book), words('regulation.onlyInformation')].join('\n'),
    ask: 'choice',
    choices: [reportChoice(words), personChoice(words)],
  });

/** The highest fine of all. */
export function highest(words: Words, { general }: Regulations): Activity {
  const { decree, most, organisations, confidence } = general;
  const text = [
    words('regulation.highest', {
      decree,
      most: dong(most),
      double: dong(most * organisations),
      times: organisations,
    }),
    words(`regulation.confidence.${confidence}`),
    words('regulation.onlyInformation'),
  ].join('\n');
  return message({ text, ask: 'choice', choices: [reportChoice(words), personChoice(words)] });
}

/** It is not known here: where to ask. `beside`: a procedure that may be what is looked for. */
export function unknownRule(words: Words, beside: readonly string[]): Activity {
  return message({
    text: words('regulation.unknown'),
    ask: 'choice',
    options: beside,
    choices: [reportChoice(words), personChoice(words)],
  });
}

/** About the hotline itself. */
export function aboutHotline(words: Words, { terms }: Regulations, matter: HotlineMatter): Activity {
  const list = terms
    .map(({ what, confidence }) => `• ${what}${confidence === 'verified' ? '' : ' *'}`)
    .join('\n');
  return message({
    text: words(`regulation.hotline.${matter}`, matter === 'formal' ? { list } : {}),
    ask: 'choice',
    choices: [reportChoice(words), personChoice(words)],
  });
}

const reportChoice = (words: Words): Offer => ({
  title: words('menu.report'),
  says: words('menu.reportSays'),
});

/** `1.000.000`, as it is written here. */
const dong = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.');

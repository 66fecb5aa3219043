import { readFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { parse } from 'yaml';
import type { Content } from '../../content';
import { withoutAccents } from '../../hotline/letters';
import { readText } from '../../nlp/fold';
import { learnProcedures, procedureRanker } from '../../nlp/procedures';
import { lessonsFrom } from '../../nlp/procedures/lessons';
import type { Utterance } from '../../nlp/types';

/** A question and the procedure that answers it; none: nothing in the catalogue does. */
export interface Asked {
  text: string;
  procedure?: string | undefined;
}

/** How well and how fast a ranking answers a set of questions. */
export interface RankingFigures {
  ranking: string;
  set: string;
  /** Questions that the catalogue answers; one that gets no answer counts as missed. */
  questions: number;
  recallAt1: number;
  /** Mean reciprocal rank within the first ten. */
  mrrAt10: number;
  /** Questions that nothing in the catalogue answers, and how many of them got no answer. */
  outside: number;
  abstained: number;
  /** Median time of one question, reading included, in microseconds. */
  microseconds: number;
}

type Rank = (text: string) => string[];

const FOLDS = 5;

/** Ours and MiniSearch on the same questions: as they are written, and without accents; ours cross-validated too. */
export function measureProcedures(
  content: Content,
  sets: Readonly<Record<string, readonly Asked[]>>,
): RankingFigures[] {
  const rankings: Record<string, Rank> = {
    ours: oursFrom(content, content.utterances()),
    'MiniSearch, catalogue': peerFrom(content, []),
    'MiniSearch, catalogue and the same questions': peerFrom(content, content.utterances()),
  };
  const measured = Object.entries(rankings).flatMap(([ranking, rank]) =>
    Object.entries(sets).flatMap(([set, asked]) => [
      { ranking, set, ...figuresOf(asked, rank) },
      { ranking, set: `${set}, without accents`, ...figuresOf(asked.map(bare), rank) },
    ]),
  );
  return [...measured, crossValidated(content)];
}

/** The questions of `held-out/procedure-questions.yaml`. */
export function heldOutQuestions(contentFolder: string): Asked[] {
  const file = path.join(contentFolder, 'held-out', 'procedure-questions.yaml');
  const { messages } = parse(readFileSync(file, 'utf8')) as {
    messages: Record<string, Record<string, string[]>>;
  };
  return Object.entries(messages).flatMap(([id, asked]) =>
    Object.values(asked)
      .flat()
      .map((text) => (id === 'none' ? { text } : { text, procedure: id })),
  );
}

function oursFrom({ catalogue, procedureWords }: Content, utterances: readonly Utterance[]): Rank {
  const ids = catalogue.map(({ id }) => id);
  const model = learnProcedures(lessonsFrom(catalogue, utterances), ids, procedureWords);
  const rank = procedureRanker(model, procedureWords);
  return (text) => rank(readText(text)).map(({ id }) => id);
}

/** MiniSearch with its usual options, fuzzy and by prefix, over names and example questions. */
function peerFrom(content: Content, utterances: readonly Utterance[]): Rank {
  const index = new MiniSearch<{ id: string; name: string; questions: string }>({
    fields: ['name', 'questions'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { name: 2 } },
  });
  index.addAll(
    content.catalogue.map(({ id, name, common_questions }) => {
      const asked = utterances.filter(({ procedure }) => procedure === id).map(({ text }) => text);
      return { id, name, questions: [...common_questions, ...asked].join('\n') };
    }),
  );
  return (text) => index.search(text).map((found) => String(found.id));
}

/** Each fifth of the questions that are learnt from, ranked by what the other four teach. */
function crossValidated(content: Content): RankingFigures {
  const utterances = content.utterances();
  const asked = utterances.filter(({ intent }) => intent === 'procedure.ask');
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const left = new Set(asked.filter((_, at) => at % FOLDS === fold));
    const rank = oursFrom(
      content,
      utterances.filter((utterance) => !left.has(utterance)),
    );
    return [...left].map((each) => answered(each, rank));
  });
  return { ranking: 'ours', set: 'cross-validated', ...summary(parts.flat()) };
}

interface Answer {
  asked: Asked;
  ids: string[];
  microseconds: number;
}

const figuresOf = (asked: readonly Asked[], rank: Rank) => {
  for (const { text } of asked) rank(text);
  return summary(asked.map((each) => answered(each, rank)));
};

function answered(asked: Asked, rank: Rank): Answer {
  const start = performance.now();
  const ids = rank(asked.text);
  return { asked, ids, microseconds: (performance.now() - start) * 1000 };
}

function summary(answers: readonly Answer[]): Omit<RankingFigures, 'ranking' | 'set'> {
  const inside = answers.filter(({ asked }) => asked.procedure !== undefined);
  const outside = answers.filter(({ asked }) => asked.procedure === undefined);
  const ranks = inside.map(({ asked, ids }) => ids.slice(0, 10).indexOf(asked.procedure ?? '') + 1);
  const times = answers.map(({ microseconds }) => microseconds).sort((a, b) => a - b);
  return {
    questions: inside.length,
    recallAt1: ranks.filter((rank) => rank === 1).length / inside.length,
    mrrAt10: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / inside.length,
    outside: outside.length,
    abstained: outside.filter(({ ids }) => ids.length === 0).length,
    microseconds: times[Math.floor(times.length / 2)] ?? 0,
  };
}

const bare = ({ text, procedure }: Asked): Asked => ({ text: withoutAccents(text), procedure });

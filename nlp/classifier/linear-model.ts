import type { Reading, Word } from '../fold';
import { type ConceptsIn, NO_CONCEPTS } from './concepts';
import type { FeatureTable } from './feature-table';
import {
  eachAcrossWords,
  eachFeature,
  featuresOfWord,
  type Kind,
  weightOf,
  type WordFeatures,
  wordsOf,
} from './features';

/** One question that the model answers, with the labels it may answer by. */
export interface Head {
  name: string;
  labels: readonly string[];
  /** Scores are divided by this before they become chances; found on messages that were not trained on. */
  temperature: number;
}

export interface ModelParts {
  heads: readonly Head[];
  table: FeatureTable;
  /** Per feature: how much its presence tells (inverse document frequency). */
  rarity: Float32Array;
  /** Per feature a row with a weight for each label of all heads, to be multiplied with that label's scale. */
  weights: Int8Array;
  scales: Float32Array;
  biases: Float32Array;
}

/** How one head judges a text. */
export interface Verdict {
  label: string;
  /** 0–1 */
  chance: number;
}

/** The features of a text that the model knows, each once, as a vector of length 1. */
interface Known {
  rows: Int32Array;
  values: Float64Array;
}

/** The same of one word, not yet brought to length; kept, because words come again and again. */
interface KnownWord extends Known {
  features: WordFeatures;
}

/** How many words are kept, and how long one may be. */
const KEPT_WORDS = 10_000;
const LONGEST_KEPT = 12;
/** More features than any text gives that is read to its limit. */
const MOST = 16_384;

/** A trained linear model: a text's score for a label is the sum of its features' weights. */
export class LinearModel {
  private readonly width: number;
  /** The reading in which a row was met last: each feature counts once. */
  private readonly met: Uint32Array;
  private readings = 0;
  private readonly rows = new Int32Array(MOST);
  private readonly values = new Float64Array(MOST);
  private readonly words = new Map<string, KnownWord>();

  /** @param conceptsIn the one it was learnt with */
  constructor(
    readonly parts: ModelParts,
    private readonly conceptsIn: ConceptsIn = NO_CONCEPTS,
  ) {
    this.width = parts.biases.length;
    this.met = new Uint32Array(parts.rarity.length);
  }

  /** Reads a text once for all heads. */
  judge(said: Reading): Judgement {
    return new Judgement(this, said, this.knownIn(said));
  }

  /** The labels of a head and where they begin in a row. */
  headAt(name: string): { head: Head; start: number } {
    let start = 0;
    for (const head of this.parts.heads) {
      if (head.name === name) return { head, start };
      start += head.labels.length;
    }
    throw new Error(`the model has no head "${name}"`);
  }

  /** The scores of the labels that begin at `start` in a row. */
  scores({ rows, values }: Known, start: number, labels: number): Float64Array {
    const { weights, scales, biases } = this.parts;
    const sums = new Float64Array(labels);
    for (let at = 0; at < rows.length; at++) {
      const base = (rows[at] ?? 0) * this.width + start;
      const value = values[at] ?? 0;
      for (let label = 0; label < labels; label++)
        sums[label] = (sums[label] ?? 0) + value * (weights[base + label] ?? 0);
    }
    for (let label = 0; label < labels; label++)
      sums[label] = (sums[label] ?? 0) * (scales[start + label] ?? 0) + (biases[start + label] ?? 0);
    return sums;
  }

  /** Calls back for each feature that speaks for the label in a column, with how much. */
  eachFor(
    said: Reading,
    column: number,
    tell: (adds: number, kind: Kind, from: number, to: number) => void,
  ): void {
    const { table, rarity, weights } = this.parts;
    eachFeature(said, this.conceptsIn, (hash, weight, kind, from, to) => {
      const row = table.row(hash);
      const adds = row < 0 ? 0 : weight * (rarity[row] ?? 0) * (weights[row * this.width + column] ?? 0);
      if (adds > 0) tell(adds, kind, from, to);
    });
  }

  private knownIn(said: Reading): Known {
    const { table, rarity } = this.parts;
    const { met, rows, values } = this;
    const reading = ++this.readings;
    let count = 0;
    let squares = 0;
    const add = (row: number, value: number): void => {
      if (met[row] === reading || count === MOST) return;
      met[row] = reading;
      rows[count] = row;
      values[count++] = value;
      squares += value * value;
    };
    const words = wordsOf(said).map((word) => this.knownWord(word));
    for (const word of words)
      for (let at = 0; at < word.rows.length; at++) add(word.rows[at] ?? 0, word.values[at] ?? 0);
    const features = words.map((word) => word.features);
    eachAcrossWords(said, features, this.conceptsIn, (hash, weight) => {
      const row = table.row(hash);
      if (row >= 0) add(row, weight * (rarity[row] ?? 0));
    });
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < count; at++) values[at] = (values[at] ?? 0) / length;
    return { rows: rows.slice(0, count), values: values.slice(0, count) };
  }

  private knownWord(word: Word): KnownWord {
    const kept = this.words.get(word.typed);
    if (kept) return kept;
    const { table, rarity } = this.parts;
    const features = featuresOfWord(word);
    const all = features.hashes.map((hash, at) => ({
      row: table.row(hash),
      kind: features.kinds[at] ?? 'piece',
    }));
    const known = all.filter(({ row }) => row >= 0);
    const fresh = {
      features: { ...features, hashes: [], kinds: [] },
      rows: Int32Array.from(known, ({ row }) => row),
      values: Float64Array.from(known, ({ row, kind }) => weightOf(kind) * (rarity[row] ?? 0)),
    };
    if (word.typed.length > LONGEST_KEPT) return fresh;
    if (this.words.size >= KEPT_WORDS) this.words.clear();
    this.words.set(word.typed, fresh);
    return fresh;
  }
}

/** What a model makes of one text. */
export class Judgement {
  constructor(
    private readonly model: LinearModel,
    private readonly said: Reading,
    private readonly known: Known,
  ) {}

  /** All labels of a head, the likeliest first. */
  verdicts(name: string): Verdict[] {
    const { head, start } = this.model.headAt(name);
    const scores = this.model.scores(this.known, start, head.labels.length);
    const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const odds = scores.map((score) => Math.exp((score - most) / head.temperature));
    const all = odds.reduce((sum, each) => sum + each, 0);
    return head.labels
      .map((label, at) => ({ label, chance: (odds[at] ?? 0) / all }))
      .sort((a, b) => b.chance - a.chance);
  }

  /** The likeliest label of a head. */
  best(name: string): Verdict {
    const { head, start } = this.model.headAt(name);
    const scores = this.model.scores(this.known, start, head.labels.length);
    let at = 0;
    for (let label = 1; label < scores.length; label++)
      if ((scores[label] ?? 0) > (scores[at] ?? 0)) at = label;
    let odds = 0;
    for (const score of scores) odds += Math.exp((score - (scores[at] ?? 0)) / head.temperature);
    return { label: head.labels[at] ?? '', chance: 1 / odds };
  }

  /** The words that speak most for a label, strongest first. */
  why(name: string, label: string, most = 4): string[] {
    const { head, start } = this.model.headAt(name);
    const telling: { words: string; adds: number }[] = [];
    this.model.eachFor(this.said, start + head.labels.indexOf(label), (adds, kind, from, to) => {
      if (IN_WORDS.has(kind)) telling.push({ words: this.wordsOf(kind, from, to), adds });
    });
    telling.sort((a, b) => b.adds - a.adds);
    return [...new Set(telling.map(({ words }) => words))].slice(0, most);
  }

  private wordsOf(kind: Kind, from: number, to: number): string {
    const bare = kind.startsWith('bare') && !this.said.accented;
    return this.said.words
      .slice(from, to)
      .map(({ typed, folded }) => (bare ? folded : typed))
      .join(' ');
  }
}

/** Kinds that people can read. */
const IN_WORDS: ReadonlySet<Kind> = new Set<Kind>(['typed', 'bare', 'typed pair', 'bare pair']);

import type { Reading } from '../fold';
import type { FeatureTable } from './feature-table';
import { eachFeature, type Kind } from './features';

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

/** A feature of the text that the model knows. */
interface Known {
  row: number;
  value: number;
  kind: Kind;
  from: number;
  to: number;
}

/** A trained linear model: a text's score for a label is the sum of its features' weights. */
export class LinearModel {
  private readonly width: number;
  /** The reading in which a row was met last: each feature counts once. */
  private readonly met: Uint32Array;
  private readings = 0;

  constructor(readonly parts: ModelParts) {
    this.width = parts.biases.length;
    this.met = new Uint32Array(parts.rarity.length);
  }

  /** Reads a text once for all heads. */
  judge(said: Reading): Judgement {
    const known = this.knownIn(said);
    return new Judgement(this, said, known, this.scoresOf(known));
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

  /** What a feature adds to the score of a label. */
  adds({ row, value }: Known, label: number): number {
    return value * (this.parts.weights[row * this.width + label] ?? 0) * (this.parts.scales[label] ?? 0);
  }

  private knownIn(said: Reading): Known[] {
    const { table, rarity } = this.parts;
    const known: Known[] = [];
    const reading = ++this.readings;
    let squares = 0;
    eachFeature(said, (hash, weight, kind, from, to) => {
      const row = table.row(hash);
      if (row < 0 || this.met[row] === reading) return;
      this.met[row] = reading;
      const value = weight * (rarity[row] ?? 0);
      squares += value * value;
      known.push({ row, value, kind, from, to });
    });
    const length = Math.sqrt(squares) || 1;
    for (const each of known) each.value /= length;
    return known;
  }

  private scoresOf(known: readonly Known[]): Float64Array {
    const { weights, scales, biases } = this.parts;
    const sums = new Float64Array(this.width);
    for (const { row, value } of known) {
      const base = row * this.width;
      for (let label = 0; label < this.width; label++)
        sums[label] = (sums[label] ?? 0) + value * (weights[base + label] ?? 0);
    }
    return sums.map((sum, label) => sum * (scales[label] ?? 0) + (biases[label] ?? 0));
  }
}

/** What a model makes of one text. */
export class Judgement {
  constructor(
    private readonly model: LinearModel,
    private readonly said: Reading,
    private readonly known: readonly Known[],
    private readonly scores: Float64Array,
  ) {}

  /** All labels of a head, the likeliest first. */
  verdicts(name: string): Verdict[] {
    const { head, start } = this.model.headAt(name);
    const own = this.scores.subarray(start, start + head.labels.length);
    const most = own.reduce((a, b) => Math.max(a, b), -Infinity);
    const odds = own.map((score) => Math.exp((score - most) / head.temperature));
    const all = odds.reduce((sum, each) => sum + each, 0);
    return head.labels
      .map((label, at) => ({ label, chance: (odds[at] ?? 0) / all }))
      .sort((a, b) => b.chance - a.chance);
  }

  /** The words that speak most for a label, strongest first. */
  why(name: string, label: string, most = 4): string[] {
    const { head, start } = this.model.headAt(name);
    const at = start + head.labels.indexOf(label);
    const telling = this.known
      .filter(({ kind }) => kind !== 'piece' && kind !== 'sign')
      .map((each) => ({ words: this.wordsOf(each), adds: this.model.adds(each, at) }))
      .filter(({ adds }) => adds > 0)
      .sort((a, b) => b.adds - a.adds);
    return [...new Set(telling.map(({ words }) => words))].slice(0, most);
  }

  private wordsOf({ kind, from, to }: Known): string {
    const bare = kind !== 'typed' && kind !== 'typed pair';
    return this.said.words
      .slice(from, to)
      .map(({ typed, folded }) => (bare && !this.said.accented ? folded : typed))
      .join(' ');
  }
}

import { readText } from '../fold';
import type { ConceptsIn } from './concepts';
import { eachFeature, type Kind } from './features';

/** A text as numbers: rows of the table and what each counts, as a vector of length 1. */
export interface Vector {
  rows: Int32Array;
  values: Float32Array;
}

export interface Vectors {
  /** Per row the feature. */
  hashes: number[];
  /** Per row how much the feature's presence tells (inverse document frequency). */
  rarity: Float32Array;
  /** Per row 1 where it is made of whole words. */
  wordlike: Uint8Array;
  /** Text by text. */
  vectors: Vector[];
}

/** A feature that is met in one text only teaches nothing that holds elsewhere. */
const MET = 2;
/** Damps how much rare words tell; found by cross-validation. */
const RARITY = 0.85;
const WORDLIKE: ReadonlySet<Kind> = new Set<Kind>(['typed', 'bare', 'typed pair', 'bare pair']);

/** Reads texts to learn from, and finds which of their features are worth a row. */
export function vectorsOf(texts: readonly string[], conceptsIn: ConceptsIn): Vectors {
  const met = new Met();
  const found = texts.map((text) => met.read(text, conceptsIn));
  const worth = met.hashes.flatMap((_, id) => ((met.times[id] ?? 0) >= MET ? [id] : []));
  const rowOf = new Int32Array(met.hashes.length).fill(-1);
  worth.forEach((id, row) => (rowOf[id] = row));
  const rarity = Float32Array.from(
    worth,
    (id) => Math.log(1 + texts.length / (met.times[id] ?? 1)) ** RARITY,
  );
  return {
    hashes: worth.map((id) => met.hashes[id] ?? 0),
    rarity,
    wordlike: Uint8Array.from(worth, (id) => met.wordlike[id] ?? 0),
    vectors: found.map((each) => vectorOf(each, rowOf, rarity)),
  };
}

/** One text's features, each once, by the number under which they were first met. */
interface Found {
  ids: Int32Array;
  weights: Float32Array;
}

/** All features that were met, numbered in the order in which they came. */
class Met {
  readonly hashes: number[] = [];
  readonly times: number[] = [];
  readonly wordlike: number[] = [];
  private readonly numbers = new Map<number, number>();
  /** The text in which each was met last. */
  private readonly last: number[] = [];
  private texts = 0;

  read(text: string, conceptsIn: ConceptsIn): Found {
    const now = ++this.texts;
    const ids: number[] = [];
    const weights: number[] = [];
    eachFeature(readText(text), conceptsIn, (hash, weight, kind) => {
      const id = this.numberOf(hash, kind);
      if (this.last[id] === now) return;
      this.last[id] = now;
      this.times[id] = (this.times[id] ?? 0) + 1;
      ids.push(id);
      weights.push(weight);
    });
    return { ids: Int32Array.from(ids), weights: Float32Array.from(weights) };
  }

  private numberOf(hash: number, kind: Kind): number {
    const known = this.numbers.get(hash);
    if (known !== undefined) return known;
    const id = this.hashes.length;
    this.numbers.set(hash, id);
    this.hashes.push(hash);
    this.times.push(0);
    this.last.push(0);
    this.wordlike.push(Number(WORDLIKE.has(kind)));
    return id;
  }
}

function vectorOf({ ids, weights }: Found, rowOf: Int32Array, rarity: Float32Array): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (let at = 0; at < ids.length; at++) {
    const row = rowOf[ids[at] ?? 0] ?? -1;
    if (row < 0) continue;
    const value = (weights[at] ?? 0) * (rarity[row] ?? 0);
    rows.push(row);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return { rows: Int32Array.from(rows), values: Float32Array.from(values, (value) => value / length) };
}

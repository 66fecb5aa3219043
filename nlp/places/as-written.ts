import { fold, type Reading } from '../fold';

/**
 * The words as they stand in the text. Reading with care takes "ty" for "cảm ơn" and "k" for "không"; in a name they are
 * what they are: "Cán Tỷ", "Ea K'ly".
 */
export class AsWritten {
  /** By word: its letters in the text where they were read as something else; empty for the words after the first. */
  private readonly other = new Map<number, string>();

  constructor({ words, text }: Reading) {
    words.forEach(({ typed, start, end }, at) => {
      if (words[at - 1]?.start === start) this.other.set(at, '');
      else if (end - start !== typed.length || !text.startsWith(typed, start))
        this.add(at, text.slice(start, end), words[at]?.folded ?? '');
    });
  }

  /** Was any of these words read as something else? */
  differs(from: number, to: number): boolean {
    if (this.other.size === 0) return false;
    for (let at = from; at < to; at++) if (this.other.has(at)) return true;
    return false;
  }

  /** The word without accents, if it was read as something else. */
  at = (at: number): string | undefined => this.other.get(at);

  private add(at: number, written: string, folded: string): void {
    const plain = fold(written);
    if (plain !== folded) this.other.set(at, plain);
  }
}

import { fold, type Reading, type Word } from '../fold';

type Letters = Pick<Word, 'typed' | 'folded'>;

/**
 * The words as they stand in the text. Reading with care takes "ty" for "cảm ơn" and "k" for "không"; in a name they are
 * what they are: "Cán Tỷ", "Ea K'ly".
 */
export class AsWritten {
  /** By word: the letters in the text where they were read as something else; undefined for the words after the first. */
  private readonly other = new Map<number, Letters | undefined>();

  constructor({ words, text }: Reading) {
    words.forEach(({ typed, folded, start, end }, at) => {
      if (words[at - 1]?.start === start) this.other.set(at, undefined);
      else if (end - start !== typed.length || !text.startsWith(typed, start))
        this.add(at, text.slice(start, end).toLowerCase(), folded);
    });
  }

  /** Was any of these words read as something else? */
  differs(from: number, to: number): boolean {
    if (this.other.size === 0) return false;
    for (let at = from; at < to; at++) if (this.other.has(at)) return true;
    return false;
  }

  /** Is this one of the words after the first that a short form became? */
  isRest = (at: number): boolean => this.other.has(at) && this.other.get(at) === undefined;

  /** Does a short form lie here that became several words? Those are no names. */
  isSpeltOut(from: number, to: number): boolean {
    if (this.other.size === 0) return false;
    for (let at = from; at <= to; at++) if (this.isRest(at)) return true;
    return false;
  }

  /** The word as it stands, if it was read as something else. */
  at = (at: number): Letters | undefined => this.other.get(at);

  private add(at: number, typed: string, folded: string): void {
    const plain = fold(typed);
    if (plain !== folded) this.other.set(at, { typed, folded: plain });
  }
}

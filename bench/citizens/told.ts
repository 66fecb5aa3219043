import type { Goal, Mistake, PlaceGoal, Reporter } from './goal';

/** What a citizen told so far, and what they would tell next: the wrong thing first, where they make a mistake. */
export class Told {
  /** Their own words that belong in the report, in order. */
  readonly words: string[] = [];
  time: string | null = null;
  source: string | null = null;
  photos = 0;
  contact: Reporter | null = null;
  /** What they said at {what}. */
  matter: string | null = null;
  /** They wished to stay anonymous. */
  silence: true | null = null;
  /** Where they said it happens; null: not yet, or it is to be said anew. */
  place: PlaceGoal | null = null;
  /** How often they were asked for it since they said it first. */
  placeAsked = 0;
  isCorrected = false;

  constructor(private readonly goal: Goal) {}

  get something(): boolean {
    return this.words.length > 0 || this.place !== null;
  }

  say(...words: readonly string[]): void {
    this.words.push(...words.filter((each) => !this.words.includes(each)));
  }

  get nextPlace(): PlaceGoal {
    const mistake = this.mistake;
    return mistake?.what === 'place' ? mistake.first : this.goal.place;
  }

  get nextTime(): string | null {
    const mistake = this.mistake;
    return mistake?.what === 'time' ? mistake.first : this.goal.time;
  }

  get nextMatter(): string | null {
    const { mistake } = this;
    return mistake?.what === 'matter' ? mistake.first : this.goal.matter;
  }

  get nextReporter(): Reporter | null {
    const { mistake } = this;
    const { reporter } = this.goal;
    if (mistake?.what === 'anonymity') return mistake.first;
    if (mistake?.what === 'silence') return null;
    return mistake?.what === 'phone' && reporter ? { ...mistake.first, name: reporter.name } : reporter;
  }

  /** The mistake that is still to be put right, once it was made. */
  get made(): Mistake | undefined {
    const { mistake } = this;
    if (!mistake) return undefined;
    const { place, matter, time, contact, silence } = this;
    const kind = this.words.length > 0 ? true : null;
    const told = { place, matter, time, kind, phone: contact, anonymity: contact, silence };
    return told[mistake.what] === null ? undefined : mistake;
  }

  private get mistake(): Mistake | undefined {
    return this.isCorrected ? undefined : this.goal.manner.mistake;
  }
}

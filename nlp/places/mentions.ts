import type { Reading, Word } from '../fold';
import type { Around } from './around';
import type { Initials } from './initials';
import { glued, isCalled, type Kind, type Prefix, prefixAt } from './kinds';
import type { Named, Names } from './names';
import { misspelt } from './typos';
import type { Unit } from './units';

/** How well the accents fit: 0 as typed, 1 some left out, 2 others than typed. */
export type Accents = 0 | 1 | 2;

export interface Option {
  unit: Unit;
  accents: Accents;
}

/** A name at a place in the text, with the units that it may mean. */
export interface Mention {
  /** The first word, the prefix included. */
  from: number;
  nameFrom: number;
  to: number;
  kind: Kind | undefined;
  options: readonly Option[];
  /** `misspelt` and `short` forms count only beside another name. */
  how: 'exact' | 'misspelt' | 'short';
}

/** Looking for misspelt names costs; no honest message needs more. */
const MOST_MISSPELT = 12;
const LONGEST_NAME = 8;

/** The mentions that begin at a word, each word looked at once. */
export class Mentions {
  private readonly known: (readonly Mention[] | undefined)[] = [];
  private looks = 0;

  constructor(
    private readonly said: Reading,
    private readonly names: Names,
    private readonly initials: Initials,
    private readonly around: Around,
  ) {}

  at(from: number): readonly Mention[] {
    return (this.known[from] ??= this.find(from));
  }

  private find(from: number): Mention[] {
    const prefix = prefixAt(this.said.words, from);
    const bare = this.named(from, from, undefined);
    const others = this.inOneWord(from);
    if (!prefix) return [...bare, ...others, ...(bare.length === 0 ? this.misspelt(from) : [])];
    const introduced = this.named(from, from + prefix.length, prefix.kind);
    const short = this.short(from, prefix);
    if (introduced.length === 0) introduced.push(...this.misspelt(from, prefix));
    return [...introduced, ...short, ...bare, ...others];
  }

  /** Exact names, the longest first. */
  private named(from: number, nameFrom: number, kind: Kind | undefined): Mention[] {
    const { words } = this.said;
    const longest = Math.min(this.names.longest.get(words[nameFrom]?.folded ?? '') ?? 0, LONGEST_NAME);
    const found: Mention[] = [];
    for (let to = Math.min(words.length, nameFrom + longest); to > nameFrom; to--) {
      const named = this.names.byKey.get(this.keyOf(nameFrom, to));
      const mention = named && this.mention({ from, nameFrom, to, kind, how: 'exact' }, [named]);
      if (mention) found.push(mention);
    }
    return found;
  }

  private keyOf(from: number, to: number): string {
    let key = this.said.words[from]?.folded ?? '';
    for (let at = from + 1; at < to; at++) key += ` ${this.said.words[at]?.folded ?? ''}`;
    return key;
  }

  private mention(where: Omit<Mention, 'options'>, named: readonly Named[]): Mention | undefined {
    const { from, nameFrom, to, kind } = where;
    const typed = this.said.words.slice(nameFrom, to);
    const numbered = typed.length === 1 && /^(?:\d+|[ivx]+)$/.test(typed[0]?.folded ?? '');
    if (numbered && kind === undefined) return undefined;
    const all = named.flatMap((each) => optionsOf(each, typed, this.said.accented));
    const called = kind === undefined ? all : all.filter(({ unit }) => isCalled(kind, unit.level));
    // Accents that were typed are meant, unless the name stands where only a name can stand.
    const loose = kind !== undefined || this.around.alone(from, to);
    const options = best(called.filter(({ accents }) => loose || accents < 2));
    return options.length > 0 ? { ...where, options } : undefined;
  }

  /** `p12`, `hoankiem`, `phuonghoankiem`, `hn`. */
  private inOneWord(from: number): Mention[] {
    const written = this.writtenAt(from);
    if (!written) return [];
    const { text, to } = written;
    const where = { from, nameFrom: from, to };
    const joined = glued(text);
    const found = [this.squashed(where, text, undefined), this.shortForm(where, text)];
    if (joined) found.push(this.squashed(where, joined.name, joined.kind));
    return found.filter((each) => each !== undefined);
  }

  /** The word as it stands in the text, and where the words end that it was spelt out to. */
  private writtenAt(from: number): { text: string; to: number } | undefined {
    const { words, text } = this.said;
    const word = words[from];
    if (!word || words[from - 1]?.start === word.start) return undefined;
    let to = from + 1;
    while (words[to]?.start === word.start) to++;
    return { text: text.slice(word.start, word.end).toLowerCase(), to };
  }

  private squashed(
    where: Pick<Mention, 'from' | 'nameFrom' | 'to'>,
    text: string,
    kind: Kind | undefined,
  ): Mention | undefined {
    if (text.length < 5 && kind === undefined) return undefined;
    const plain = kind === undefined ? this.keyOf(where.from, where.to) : text;
    const named = this.names.bySquashed.get(plain) ?? (kind && this.names.byKey.get(plain));
    return named && optioned({ ...where, kind, how: 'exact' }, plainOptions(named, kind));
  }

  private short(from: number, { kind, length }: Prefix): Mention[] {
    const written = this.writtenAt(from + length);
    if (!written) return [];
    const short = this.shortForm({ from, nameFrom: from + length, to: written.to }, written.text);
    const options = short?.options.filter(({ unit }) => isCalled(kind, unit.level)) ?? [];
    return short && options.length > 0 ? [{ ...short, kind, options }] : [];
  }

  private shortForm(where: Pick<Mention, 'from' | 'nameFrom' | 'to'>, text: string): Mention | undefined {
    if (text.length > 7) return undefined;
    const units =
      this.initials.get(text) ?? (text.startsWith('tp') ? this.initials.get(text.slice(2)) : undefined);
    return (
      units && {
        ...where,
        kind: undefined,
        how: 'short',
        options: units.map((unit) => ({ unit, accents: 0 })),
      }
    );
  }

  /** After a prefix, or where the words between two commas can only be a name. */
  private misspelt(from: number, prefix?: Prefix): Mention[] {
    const nameFrom = from + (prefix?.length ?? 0);
    if (this.looks >= MOST_MISSPELT || (!prefix && !this.around.parted(from))) return [];
    const found: Mention[] = [];
    for (let to = nameFrom + 2; to <= Math.min(nameFrom + 4, this.said.words.length); to++) {
      if (!prefix && !this.around.alone(from, to)) continue;
      this.looks++;
      const named = misspelt(this.said.words.slice(nameFrom, to), this.names);
      const options = named.flatMap((each) => plainOptions(each, prefix?.kind));
      const mention = optioned({ from, nameFrom, to, kind: prefix?.kind, how: 'misspelt' }, options);
      if (mention) found.push(mention);
      if (this.around.parted(to)) break;
    }
    return found;
  }
}

function optioned(where: Omit<Mention, 'options'>, options: readonly Option[]): Mention | undefined {
  return options.length > 0 ? { ...where, options } : undefined;
}

/** Of a name typed without accents, or misspelt. */
function plainOptions({ spellings }: Named, kind: Kind | undefined): Option[] {
  const units = spellings.flatMap((each) => each.units);
  const called = kind === undefined ? units : units.filter(({ level }) => isCalled(kind, level));
  return called.map((unit) => ({ unit, accents: 1 }));
}

function optionsOf({ spellings }: Named, words: readonly Word[], accented: boolean): Option[] {
  return spellings.flatMap(({ typed, units }) => {
    const accents = accented ? accentsOf(typed, words) : 1;
    return units.map((unit) => ({ unit, accents }));
  });
}

function accentsOf(name: string, words: readonly Word[]): Accents {
  const parts = name.split(' ');
  if (words.every(({ typed }, at) => typed === parts[at])) return 0;
  return words.every(({ typed, folded }, at) => typed === parts[at] || typed === folded) ? 1 : 2;
}

/** Names with other accents count only where none fits. */
function best(options: readonly Option[]): readonly Option[] {
  const fitting = options.filter(({ accents }) => accents < 2);
  return fitting.length > 0 ? fitting : options;
}

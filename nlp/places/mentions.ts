import type { Reading, Word } from '../fold';
import type { Around } from './around';
import { AsWritten } from './as-written';
import { inOneWord } from './in-one-word';
import type { Initials } from './initials';
import { glued, isCalled, type Kind, type Prefix, prefixAt } from './kinds';
import { type Mention, optioned, type Place, type Span } from './mention';
import type { Named, Names } from './names';
import { isCounted, isManner } from './ordinary';
import { type Option, optionsOf, plainOptions } from './options';
import { misspelt } from './typos';

type Letters = Pick<Word, 'typed' | 'folded'>;

/** Looking for misspelt names costs; no honest message needs more. */
const MOST_MISSPELT = 12;
const LONGEST_NAME = 8;
const NONE: readonly Mention[] = [];
const UNACCENTED = new Set(['xa', 'x', 'quan', 'phuong', 'huyen', 'tinh', 't', 'h']);
const NUMBER = /^(?:\d+|[ivx]+)$/;
/** The shortest and longest words that may hold a name with its prefix, or all of a name. */
const JOINED = 5;
const SHORT = 6;

/** The mentions that begin at a word, each word looked at once. */
export class Mentions {
  private readonly known: (readonly Mention[] | undefined)[] = [];
  private readonly written: AsWritten;
  private looks = 0;

  constructor(
    private readonly said: Reading,
    private readonly names: Names,
    private readonly initials: Initials,
    private readonly around: Around,
  ) {
    this.written = new AsWritten(said);
  }

  at(from: number): readonly Mention[] {
    return (this.known[from] ??= this.find(from));
  }

  private find(from: number): readonly Mention[] {
    const prefix = prefixAt(this.said.words, from);
    const found: Mention[] = prefix ? this.introduced(from, prefix) : [];
    this.named(found, from, from, undefined);
    for (const mention of this.asOneWord(from)) if (mention) found.push(mention);
    if (!prefix && found.length === 0) this.misspelt(found, from);
    return found.length > 0 ? found : NONE;
  }

  private introduced(from: number, prefix: Prefix): Mention[] {
    const found: Mention[] = [];
    this.named(found, from, from + prefix.length, prefix.kind);
    if (found.length === 0 && !this.isDoubtful(from)) this.misspelt(found, from, prefix);
    const short = this.short(from, prefix);
    if (short) found.push(short);
    return found;
  }

  /** Where accents are typed, "Quan" is no "quận". */
  private isDoubtful = (at: number): boolean =>
    this.said.accented && UNACCENTED.has(this.said.words[at]?.typed ?? '');

  /** Exact names, the longest first. */
  private named(found: Mention[], from: number, nameFrom: number, kind: Kind | undefined): void {
    if (this.written.isRest(nameFrom)) return;
    if (kind === undefined && this.isOfPerson(nameFrom)) return;
    for (let to = this.endAt(nameFrom); to > nameFrom; to--) {
      const where = { from, nameFrom, to, kind, how: 'exact' } as const;
      const named = this.written.isSpeltOut(nameFrom, to)
        ? undefined
        : this.names.byKey.get(this.keyOf(nameFrom, to));
      const asRead = named && this.mention(where, named, this.said.words.slice(nameFrom, to));
      const asWritten = this.asWritten(where);
      if (asWritten) found.push(asWritten);
      if (asRead) found.push(asRead);
    }
  }

  /** "27 Nguyen Hue, phuong Dong Son": without accents the street is not Huế. */
  private isOfPerson = (at: number): boolean =>
    !this.said.accented &&
    this.said.words[at]?.folded === 'hue' &&
    this.said.words[at - 1]?.folded === 'nguyen' &&
    !this.around.parted(at);

  /** Where the longest name may end that begins here. */
  private endAt(from: number): number {
    const most = Math.min(this.said.words.length, from + this.longestAt(from));
    let to = Math.min(from + 1, most);
    while (to < most && !this.around.breaksName(to)) to++;
    return to;
  }

  /** How many words a name that begins here has at most. */
  private longestAt(at: number): number {
    const { longest } = this.names;
    const asRead = longest.get(this.said.words[at]?.folded ?? '') ?? 0;
    const most = Math.max(asRead, longest.get(this.written.at(at)?.folded ?? '') ?? 0);
    // A short form that was spelt out counts for more words than the name has.
    return most > 0 && this.written.differs(at, at + most) ? most + 3 : Math.min(most, LONGEST_NAME);
  }

  private keyOf(from: number, to: number): string {
    let key = this.said.words[from]?.folded ?? '';
    for (let at = from + 1; at < to; at++) key += ` ${this.said.words[at]?.folded ?? ''}`;
    return key;
  }

  private asWritten(where: Place): Mention | undefined {
    const { nameFrom, to } = where;
    if (!this.written.differs(nameFrom, to) || this.written.isRest(to)) return undefined;
    const first = this.written.at(nameFrom);
    if (first && !this.names.longest.has(first.folded)) return undefined;
    const words = this.said.words.slice(nameFrom, to).flatMap((word, at) => {
      const here = nameFrom + at;
      return this.written.isRest(here) ? [] : [this.written.at(here) ?? word];
    });
    const named = this.names.byKey.get(words.map(({ folded }) => folded).join(' '));
    return named && (words.length > 1 || where.kind !== undefined)
      ? this.mention(where, named, words)
      : undefined;
  }

  private mention(where: Place, named: Named, words: Letters[]): Mention | undefined {
    const { from, to, kind } = where;
    // Only wards and quarters had numbers.
    if (NUMBER.test(named.key) && kind !== 'phuong' && kind !== 'quan') return undefined;
    const typed = words.map((word) => word.typed).join(' ');
    if (isCounted(typed) || isManner(typed, this.said.words[to]?.folded)) return undefined;
    if (words.length > 1 && this.isPolite(to - 1)) return undefined;
    const expected = kind !== undefined || this.around.alone(from, to);
    return optioned(where, optionsOf(named, words, { accented: this.said.accented, expected, kind }));
  }

  /** "Xã Vĩnh Hưng ạ" is not Vĩnh Hưng A; nor is "Vinh Hung a", for a name that is written large ends so. */
  private isPolite(at: number): boolean {
    const { text, words } = this.said;
    const [before, last] = [words[at - 1], words[at]];
    if (last?.folded !== 'a' || before === undefined) return false;
    return last.typed === 'ạ' || (text[last.start] === 'a' && /\p{Lu}/u.test(text[before.start] ?? ''));
  }

  /** `p12`, `hoankiem`, `phuonghoankiem`, `hn`. */
  private asOneWord(from: number): (Mention | undefined)[] {
    const written = this.writtenAt(from);
    if (!written || written.text.length < 2) return [];
    const { text, to } = written;
    const where = { from, nameFrom: from, to };
    const found = [text.length <= SHORT ? this.shortForm(where, text) : undefined];
    if (text.length >= JOINED) found.push(this.joined(where, text, undefined));
    const both = glued(text);
    if (both) found.push(this.joined(where, both.name, both.kind));
    return found;
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

  private joined(where: Span, text: string, kind: Kind | undefined): Mention | undefined {
    const plain = kind === undefined ? this.keyOf(where.from, where.to) : text;
    const named = (kind && this.names.byKey.get(plain)) ?? inOneWord(plain, this.names);
    return named && optioned({ ...where, kind, how: 'exact' }, plainOptions(named, kind));
  }

  private short(from: number, { kind, length }: Prefix): Mention | undefined {
    const written = this.writtenAt(from + length);
    return written && this.shortForm({ from, nameFrom: from + length, to: written.to }, written.text, kind);
  }

  /** Of quarters only behind "quận": `BĐ` is Bình Định, `Q. BĐ` Ba Đình. */
  private shortForm(where: Span, text: string, kind?: Kind): Mention | undefined {
    if (kind === undefined && isWord(this.said.words[where.from], this.said.text)) return undefined;
    const units =
      this.initials.get(text) ?? (text.startsWith('tp') ? this.initials.get(text.slice(2)) : undefined);
    const called = units?.filter(({ level, kind: own }) =>
      kind === undefined ? own !== 'quan' : isCalled(kind, level),
    );
    const options = called?.map((unit): Option => ({ unit, accents: 0 }));
    return options && optioned({ ...where, kind, how: 'short' }, options);
  }

  /** After a prefix, or where the words between two commas can only be a name. */
  private misspelt(found: Mention[], from: number, prefix?: Prefix): void {
    const nameFrom = from + (prefix?.length ?? 0);
    if (this.looks >= MOST_MISSPELT || (!prefix && !this.around.parted(from))) return;
    for (let to = nameFrom + 2; to <= Math.min(nameFrom + 4, this.said.words.length); to++) {
      if (!prefix && !this.around.alone(from, to)) continue;
      this.looks++;
      const named = misspelt(this.said.words.slice(nameFrom, to), this.names);
      const options = named.flatMap((each) => plainOptions(each, prefix?.kind));
      const mention = optioned({ from, nameFrom, to, kind: prefix?.kind, how: 'misspelt' }, options);
      if (mention) found.push(mention);
      if (this.around.parted(to)) break;
    }
  }
}

/** "la" in small letters is "là" and not Long An. */
const isWord = (word: Word | undefined, text: string): boolean =>
  word?.folded === 'la' && text.slice(word.start, word.end) !== 'LA';

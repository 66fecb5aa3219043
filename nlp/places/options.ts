import type { Word } from '../fold';
import { isCalled, type Kind } from './kinds';
import type { Named, Spelling } from './names';
import type { Unit } from './units';

/** How well the accents fit: 0 as typed, 1 some left out, 2 others than typed. */
export type Accents = 0 | 1 | 2;

type Letters = Pick<Word, 'typed' | 'folded'>;

/** A unit that may be meant. */
export interface Option {
  unit: Unit;
  accents: Accents;
}

/**
 * The units that a name may mean. Accents that were typed are meant; others count only where nothing else fits and the
 * name is `expected`.
 */
export function optionsOf(
  { spellings }: Named,
  words: readonly Letters[],
  how: { accented: boolean; expected: boolean; kind: Kind | undefined },
): readonly Option[] {
  const { kind } = how;
  const called =
    kind === undefined
      ? spellings
      : spellings.filter(({ units }) => units.some(({ level }) => isCalled(kind, level)));
  const graded = called
    .filter((spelling) => !how.accented || !isOfOtherWords(spelling.typed, words))
    .map((spelling) => ({ spelling, accents: how.accented ? accentsOf(spelling.typed, words) : 1 }));
  const fitting = graded.filter(({ accents }) => accents < 2);
  const taken = fitting.length > 0 || !how.expected ? fitting : graded;
  const [first] = taken;
  if (!first) return [];
  const options =
    taken.length === 1
      ? withAccents(first.spelling, first.accents)
      : taken.flatMap(({ spelling, accents }) => withAccents(spelling, accents));
  return kind === undefined ? options : calledSo(options, kind);
}

/** The same for a name whose accents tell nothing. */
export function plainOptions({ spellings }: Named, kind: Kind | undefined): readonly Option[] {
  const options = spellings.flatMap((spelling) => withAccents(spelling, 1));
  return kind === undefined ? options : calledSo(options, kind);
}

/** Made once for each spelling: "Tân Thành" is the name of fifty communes. */
function withAccents(spelling: Spelling, accents: Accents): readonly Option[] {
  spelling.options ??= [];
  return (spelling.options[accents] ??= spelling.units.map((unit) => ({ unit, accents })));
}

function accentsOf(name: string, words: readonly Letters[]): Accents {
  const parts = name.split(' ');
  if (words.every(({ typed }, at) => typed === parts[at])) return 0;
  return words.every(({ typed, folded }, at) => typed === parts[at] || typed === folded) ? 1 : 2;
}

/** "Xã bán đất" is not "xã Bàn Đạt": who types accents gets one wrong, but hardly each of them. */
function isOfOtherWords(name: string, words: readonly Letters[]): boolean {
  const parts = name.split(' ');
  return words.length > 1 && words.every(({ typed, folded }, at) => typed !== folded && typed !== parts[at]);
}

/** "TP Cao Bằng" is the city and not the province, "huyện Cao Lãnh" not the city; "TX Tân Uyên" was a city at last. */
function calledSo(options: readonly Option[], kind: Kind): readonly Option[] {
  const called = options.filter(({ unit }) => isCalled(kind, unit.level));
  if (isCalled(kind, 'commune')) return called;
  const same = called.filter(({ unit }) => unit.kind === kind);
  if (same.length > 0) return same;
  const towns = TOWNS.has(kind) ? called.filter(({ unit }) => TOWNS.has(unit.kind)) : [];
  return towns.length > 0 ? towns : called;
}

const TOWNS: ReadonlySet<Kind> = new Set(['thi-xa', 'thanh-pho', 'quan']);

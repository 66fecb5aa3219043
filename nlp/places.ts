import { type Reading, type Word, readText } from './fold';
import type { Commune, Gazetteer, Place, Province } from './types';

/** What people write before the name of a commune, without accents, and the kind of unit it tells. */
const PREFIXES: Prefixes = new Map([
  ['xa', 'xa'],
  ['x', 'xa'],
  ['phuong', 'phuong'],
  ['p', 'phuong'],
  ['dac khu', 'dac-khu'],
  ['tt', ''],
  ['thi tran', ''],
]);
const PROVINCE_PREFIXES: Prefixes = new Map([
  ['tinh', ''],
  ['tp', ''],
  ['thanh pho', ''],
  ['t', ''],
]);

type Prefixes = ReadonlyMap<string, string>;

interface Named<Unit> {
  unit: Unit;
  /** In lower case, with accents. */
  typed: string;
}

interface Names<Unit> {
  /** By the words without accents. */
  byKey: Map<string, Named<Unit>[]>;
  /** By the first word: how many words the longest name has that begins with it. Most words begin none. */
  longest: Map<string, number>;
}

interface Found<Unit> {
  named: readonly Named<Unit>[];
  from: number;
  to: number;
  /** As it was said, in lower case. */
  typed: string;
  /** The kind that the word before it tells; undefined when there is no such word. */
  prefix: string | undefined;
}

/** Finds the places that a text names. Built once; each search walks the words, not the 3,321 communes. */
export function placeFinder({ provinces, communes }: Gazetteer): (said: Reading) => Place[] {
  const provinceNames = index(provinces, (province) => [
    province.name,
    ...province.formedFrom,
    ...longAliases(province),
  ]);
  const communeNames = index(communes, (commune) => [commune.name, ...(commune.alt ? [commune.alt] : [])]);

  return (said) => {
    const inProvinces = find(said.words, provinceNames, PROVINCE_PREFIXES, []);
    const named = find(said.words, communeNames, PREFIXES, inProvinces);
    return combine(said, named, inProvinces);
  };
}

/** Two letters mean too many things; longer short forms (`TPHCM`, `Thủ đô`) are names. */
const longAliases = ({ aliases }: Province): string[] => aliases.filter((alias) => alias.length > 3);

function index<Unit>(units: readonly Unit[], namesOf: (unit: Unit) => readonly string[]): Names<Unit> {
  const byKey = new Map<string, Named<Unit>[]>();
  const longest = new Map<string, number>();
  for (const unit of units) {
    // Of spellings that differ only in accents the first counts: `Hà Nội` before its alias `Ha Noi`.
    for (const [key, typed] of new Map(namesOf(unit).map(keysOf).reverse())) {
      byKey.set(key, [...(byKey.get(key) ?? []), { unit, typed }]);
      const [first = '', ...rest] = key.split(' ');
      longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
    }
  }
  return { byKey, longest };
}

function keysOf(name: string): [key: string, typed: string] {
  const { folded, typed } = readText(name);
  return [folded.trim(), typed.trim()];
}

/** The longest names first, each word used once, and none that ends in the middle of one that is `kept` whole. */
function find<Unit>(
  said: Word[],
  names: Names<Unit>,
  prefixes: Prefixes,
  kept: readonly Found<unknown>[],
): Found<Unit>[] {
  const found: Found<Unit>[] = [];
  const at = (from: number) => longestAt(said, from, names, prefixes, kept);
  for (let from = 0; from < said.length; from++) {
    const here = at(from);
    if (!here) continue;
    // "phuong binh minh": not the commune "Phương Bình", but the ward "Bình Minh".
    const mayBePrefix = here.prefix === undefined && prefixes.has(said[from]?.folded ?? '');
    const next = mayBePrefix ? at(from + 1) : undefined;
    const best = next && next.to >= here.to ? next : here;
    found.push(best);
    from = best.to - 1;
  }
  return found;
}

function longestAt<Unit>(
  said: Word[],
  from: number,
  { byKey, longest }: Names<Unit>,
  prefixes: Prefixes,
  kept: readonly Found<unknown>[],
): Found<Unit> | undefined {
  const most = longest.get(said[from]?.folded ?? '');
  if (most === undefined) return undefined;
  const prefix = prefixBefore(said, from, prefixes);
  for (let to = Math.min(said.length, from + most); to > from; to--) {
    if (kept.some((each) => from < each.from && each.from < to && to < each.to)) continue;
    const words = said.slice(from, to);
    const named = byKey.get(words.map((word) => word.folded).join(' '));
    if (!named) continue;
    const typed = words.map((word) => word.typed).join(' ');
    if (prefix !== undefined || couldBe(typed, words, named)) return { named, from, to, typed, prefix };
  }
  return undefined;
}

/** Accents that are typed are meant: "phường bình" is not "Phương Bình". */
function couldBe(typed: string, words: Word[], named: readonly Named<unknown>[]): boolean {
  return words.every((word) => word.typed === word.folded) || named.some((each) => each.typed === typed);
}

function prefixBefore(said: Word[], from: number, prefixes: Prefixes): string | undefined {
  const one = said[from - 1]?.folded ?? '';
  const two = `${said[from - 2]?.folded ?? ''} ${one}`;
  return prefixes.get(one) ?? prefixes.get(two);
}

/**
 * A commune counts when it is introduced as one ("xã …", "P. …"), or its province is named too;
 * a bare word may mean anything ("Tân Hiệp", but also "Hòa Bình" and "Cửa Nam").
 */
function combine(said: Reading, named: Found<Commune>[], inProvinces: Found<Province>[]): Place[] {
  const provinces = inProvinces.filter((each) => each.prefix !== undefined || !overlapsPrefixed(each, named));
  const codes = new Set(provinces.flatMap((each) => each.named.map(({ unit }) => unit.code)));
  // "cạnh cầu Long Biên, phường Hồng Hà": the one that is introduced comes first.
  const introduced = [...named].sort((a, b) => Number(!isIntroduced(a)) - Number(!isIntroduced(b)));
  const communes = introduced.flatMap((each) => {
    const here = each.named.filter(({ unit }) => codes.size === 0 || codes.has(unit.provinceCode));
    const free = !provinces.some((province) => overlaps(each, province));
    const told = each.prefix !== undefined || (free && codes.size > 0 && here.length > 0);
    if (!told) return [];
    return [placeOf(cut(said, each), meant(each, here.length > 0 ? here : each.named))];
  });
  if (communes.length > 0) return communes;
  return provinces.slice(0, 1).map((each) => ({
    text: cut(said, each),
    provinceCode: each.named.length === 1 ? (each.named[0]?.unit.code ?? null) : null,
    communeCode: null,
    candidates: [],
  }));
}

/** Of units with one name those that were spelt like this, and of the kind that was said; if there are any. */
function meant({ typed, prefix }: Found<Commune>, named: readonly Named<Commune>[]): Commune[] {
  const spelt = orAll(named, (each) => each.typed === typed);
  return orAll(spelt, ({ unit }) => unit.type === prefix).map(({ unit }) => unit);
}

function orAll<T>(all: readonly T[], fits: (each: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}

const isIntroduced = ({ prefix }: Found<unknown>): boolean => prefix !== undefined;

const overlaps = (a: Found<unknown>, b: Found<unknown>): boolean => a.from < b.to && b.from < a.to;

const overlapsPrefixed = (province: Found<Province>, communes: Found<Commune>[]): boolean =>
  communes.some((commune) => commune.prefix !== undefined && overlaps(province, commune));

function placeOf(text: string, communes: Commune[]): Place {
  const [only] = communes;
  const provinceCodes = new Set(communes.map((commune) => commune.provinceCode));
  return {
    text,
    provinceCode: only && provinceCodes.size === 1 ? only.provinceCode : null,
    communeCode: only && communes.length === 1 ? only.code : null,
    candidates: communes.length > 1 ? communes.map((commune) => commune.code) : [],
  };
}

function cut({ text, words }: Reading, { from, to }: Found<unknown>): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}

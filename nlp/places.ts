import { type Reading, type Word, keyOf } from './fold';
import type { Commune, Gazetteer, Place, Province } from './types';

/** Longest name of a unit, in words. */
const LONGEST = 6;
/** What people write before the name of a commune, without accents. */
const PREFIXES = new Set(['xa', 'phuong', 'p', 'x', 'dac khu', 'tt', 'thi tran']);
const PROVINCE_PREFIXES = new Set(['tinh', 'tp', 'thanh pho', 't']);

interface Found<Unit> {
  units: Unit[];
  from: number;
  to: number;
  prefixed: boolean;
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
    const named = find(said.words, communeNames, PREFIXES);
    const inProvinces = find(said.words, provinceNames, PROVINCE_PREFIXES);
    return combine(said, named, inProvinces);
  };
}

/** Two letters mean too many things; longer short forms (`TPHCM`, `Thủ đô`) are names. */
const longAliases = ({ aliases }: Province): string[] => aliases.filter((alias) => alias.length > 3);

function index<Unit>(
  units: readonly Unit[],
  namesOf: (unit: Unit) => readonly string[],
): Map<string, Unit[]> {
  const names = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of new Set(namesOf(unit).map(keyOf))) names.set(key, [...(names.get(key) ?? []), unit]);
  }
  return names;
}

/** The longest names first, each word used once. */
function find<Unit>(said: Word[], names: Map<string, Unit[]>, prefixes: ReadonlySet<string>): Found<Unit>[] {
  const found: Found<Unit>[] = [];
  for (let from = 0; from < said.length; from++) {
    for (let to = Math.min(said.length, from + LONGEST); to > from; to--) {
      const key = said
        .slice(from, to)
        .map((word) => word.folded)
        .join(' ');
      const units = names.get(key);
      if (!units) continue;
      found.push({ units, from, to, prefixed: isPrefixed(said, from, prefixes) });
      from = to - 1;
      break;
    }
  }
  return found;
}

function isPrefixed(said: Word[], from: number, prefixes: ReadonlySet<string>): boolean {
  const one = said[from - 1]?.folded ?? '';
  const two = `${said[from - 2]?.folded ?? ''} ${one}`;
  return prefixes.has(one) || prefixes.has(two);
}

/**
 * A commune counts when it is introduced as one ("xã …", "P. …"), or its province is named too;
 * a bare word may mean anything ("Tân Hiệp", but also "Hòa Bình" and "Cửa Nam").
 */
function combine(said: Reading, named: Found<Commune>[], inProvinces: Found<Province>[]): Place[] {
  const provinces = inProvinces.filter((each) => each.prefixed || !overlapsPrefixed(each, named));
  const codes = new Set(provinces.flatMap((each) => each.units.map((province) => province.code)));
  const communes = named.flatMap((each) => {
    const here =
      codes.size > 0 ? each.units.filter((commune) => codes.has(commune.provinceCode)) : each.units;
    const free = !provinces.some((province) => overlaps(each, province));
    const told = each.prefixed || (free && codes.size > 0 && here.length > 0);
    if (!told) return [];
    return [placeOf(cut(said, each), here.length > 0 ? here : each.units)];
  });
  if (communes.length > 0) return communes;
  return provinces.slice(0, 1).map((each) => ({
    text: cut(said, each),
    provinceCode: each.units.length === 1 ? (each.units[0]?.code ?? null) : null,
    communeCode: null,
    candidates: [],
  }));
}

const overlaps = (a: Found<unknown>, b: Found<unknown>): boolean => a.from < b.to && b.from < a.to;

const overlapsPrefixed = (province: Found<Province>, communes: Found<Commune>[]): boolean =>
  communes.some((commune) => commune.prefixed && overlaps(province, commune));

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

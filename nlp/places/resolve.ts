import type { Place } from '../types';
import type { Chain, Target } from './chain';
import { shortName } from './kinds';
import { communesIn, FEW, isMainPart } from './district';
import { type Land, successors, type Unit } from './units';

/** Beyond this a name tells nothing ("phường 7"), and its commune is asked for. */
const MANY = 20;
/** What was said, without the words. */
export type Meaning = Omit<Place, 'text'> & { level: Unit['level'] };

/** What a chain means. */
export function meaningOf({ mentions, targets: agreed }: Chain, land: Land): Meaning {
  const targets = orAll(agreed, (each) => !isWardOfProvincesName(each));
  const level = levelOf(mentions, targets);
  const those = targets.filter(({ unit }) => unit.level === level);
  if (level === 'commune') return told(communeOf(those, targets, land), mentions, those);
  return level === 'district' ? districtOf(those, land) : provinceOf(those);
}

/** "TP Phan Thiết, Bình Thuận" is the city in its province, and not the ward Bình Thuận in that city. */
const isWardOfProvincesName = ({ unit, mention: { kind, areas } }: Target): boolean =>
  unit.level === 'commune' && kind === undefined && areas.some((area) => area.unit.level === 'province');

/**
 * A single name that is misspelt, or called what it is not ("phường" for a xã), or a province's, too ("xa Tây Ninh" may
 * be "xa Tây Ninh"), is a guess, to be asked about.
 */
function told(meant: Meaning, mentions: Chain['mentions'], targets: readonly Target[]): Meaning {
  const [first, more] = mentions;
  if (meant.communeCode === null || !first || more) return meant;
  const { how, kind, options } = first;
  const called = kind === undefined || targets.some(({ unit }) => unit.kind === kind);
  const guessed = how === 'misspelt' || !called || options.some(({ unit }) => unit.level === 'province');
  return guessed ? { ...meant, communeCode: null, candidates: [meant.communeCode] } : meant;
}

/**
 * The finest level that fits. A bare name that is a province's too is the province's, and so are two of them
 * ("Bình Dương, TP.HCM"); after "TP" the city is meant, not the province around it.
 */
function levelOf(mentions: Chain['mentions'], targets: readonly Target[]): Unit['level'] {
  const has = (level: Unit['level']): boolean => targets.some(({ unit }) => unit.level === level);
  const provincial = mentions.every(
    ({ kind, options }) =>
      (kind === undefined || kind === 'tinh' || kind === 'thanh-pho') &&
      options.some(({ unit }) => unit.level === 'province' && (kind === undefined || kind === unit.kind)),
  );
  if (provincial && has('province')) return 'province';
  if (has('commune')) return 'commune';
  return has('district') ? 'district' : 'province';
}

function provinceOf(targets: readonly Target[]): Meaning {
  const units = closest(targets).map(({ unit }) => unit);
  const today = units.find(({ code }) => code !== undefined);
  const [first] = units;
  const former = today || !first || new Set(units).size > 1 ? undefined : first.fullName;
  return meaning('province', provinceCodeOf(units), [], former);
}

/** A district of before July 2025: its province, and the communes that lie in it when they are few. */
function districtOf(targets: readonly Target[], land: Land): Meaning {
  const near = closest(targets);
  const called = orAll(near, ({ unit, mention }) => unit.kind === mention.kind);
  const units = [...new Set(called.map(({ unit }) => unit))];
  const [only] = units;
  const single = only && units.length === 1 ? only : undefined;
  return meaning(
    'district',
    provinceCodeOf(units),
    single ? communesIn(single, land) : [],
    single && formerName(single),
  );
}

function communeOf(targets: readonly Target[], all: readonly Target[], land: Land): Meaning {
  const near = closest(targets);
  const [first] = near;
  if (!first) return meaning('commune', null, []);
  const named = first.mention.kind !== undefined;
  if (named || inDistrict(near)) return decided(ranked(near));
  const district = districtOfName(first, all);
  if (first.beside === undefined) return bare(near, district, land);
  const best = ranked(near);
  return district && !isMainPart(codesOf(best.map(({ unit }) => unit)), district, land)
    ? bare(best, district, land)
    : decided(best);
}

/** The best fitting, then those whose accents fit best, then those spelt right. */
function closest(targets: readonly Target[]): Target[] {
  const fit = Math.max(...targets.map((each) => each.fit));
  const fitting = targets.filter((each) => each.fit === fit);
  const accents = Math.min(...fitting.map((each) => each.accents));
  return fitting.filter((each) => each.accents === accents);
}

const inDistrict = (targets: readonly Target[]): boolean =>
  targets.some(({ beside }) => beside === 'district');

/**
 * Today's communes before those of old, unless the old district is named; and those of the kind that was said before
 * others.
 */
function ranked(targets: readonly Target[]): Target[] {
  const rankOf = ({ unit, mention: { kind }, beside }: Target): number => {
    const former = unit.code === undefined;
    const called = kind === undefined || kind === unit.kind;
    if (beside === 'district') return former ? (called ? 0 : 1) : 2;
    return (former ? 1 : 0) + (called ? 0 : 2);
  };
  const best = Math.min(...targets.map(rankOf));
  return targets.filter((target) => rankOf(target) === best);
}

function decided(targets: readonly Target[]): Meaning {
  const units = targets.map(({ unit }) => unit);
  return meaning('commune', provinceCodeOf(units), codesOf(units), formerNameOf(units));
}

/**
 * A name with nothing beside it: of today, of an old district, of an old commune. All of them are offered when they are
 * few; when even the communes of its district are many, none: the list would hide the right one.
 */
function bare(targets: readonly Target[], district: Unit | undefined, land: Land): Meaning {
  const units = targets.map(({ unit }) => unit);
  const today = units.filter(({ code }) => code !== undefined);
  const inside = district ? communesIn(district, land) : [];
  if (district && inside.length === 0) return meaning('district', provinceCodeOf([...today, district]), []);
  const main = [...new Set([...codesOf(today), ...inside])];
  const all = [...new Set([...main, ...codesOf(units)])];
  const some = all.length <= FEW || main.length === 0 ? all : main;
  const provinces = main.length > 0 ? [...today, ...(district ? [district] : [])] : units;
  const meant = meaning('commune', provinceCodeOf(provinces), some, formerNameOf(units));
  const sole = meant.communeCode !== null && all.length === 1;
  return sole ? meant : { ...meant, communeCode: null, candidates: some.length > MANY ? [] : some };
}

const districtOfName = (own: Target, all: readonly Target[]): Unit | undefined =>
  all.find(({ unit, mention, accents }) => {
    return unit.level === 'district' && mention === own.mention && accents <= own.accents;
  })?.unit;

const codesOf = (units: readonly Unit[]): string[] => [...new Set(units.flatMap(successors))];

function provinceCodeOf(units: readonly Unit[]): string | null {
  const [first] = units;
  return first && units.every((unit) => unit.provinceCode === first.provinceCode) ? first.provinceCode : null;
}

function formerNameOf(units: readonly Unit[]): string | undefined {
  const [first] = units;
  return first && first.code === undefined && units.length === 1 ? formerName(first) : undefined;
}

/** `Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương` */
function formerName(unit: Unit): string {
  const { within, fullName, level } = unit;
  if (!within) return fullName;
  return `${fullName}, ${level === 'commune' ? formerName(within) : shortName(within)}`;
}

function meaning(
  level: Unit['level'],
  provinceCode: string | null,
  codes: readonly string[],
  formerly?: string,
): Meaning {
  const [only] = codes;
  const single = level === 'commune' && codes.length === 1 && only !== undefined;
  return {
    level,
    provinceCode,
    communeCode: single ? only : null,
    candidates: single || codes.length > MANY ? [] : [...codes],
    ...(formerly !== undefined && { formerly }),
  };
}

function orAll<T>(all: readonly T[], fits: (each: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}

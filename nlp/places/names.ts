import { fold } from '../fold';
import { tonePlaced } from '../spelling/tone-place';
import type { Gazetteer } from '../types';
import { kindOf, shortName } from './kinds';
import type { Option } from './options';
import { SAID_FOR } from './said-for';
import { type Land, type Unit } from './units';

/** All units whose names are spelt the same, accents aside. */
export interface Named {
  /** The words without accents, parted by one space. */
  key: string;
  spellings: Spelling[];
}

export interface Spelling {
  typed: string;
  units: Unit[];
  /** The units as options, by how well the accents fit; made when first needed. */
  options?: (readonly Option[])[];
}

export interface Names {
  byKey: ReadonlyMap<string, Named>;
  /** By the first word: how many words the longest name has that begins with it. Most words begin none. */
  longest: ReadonlyMap<string, number>;
  /** The names of several words that hold one; put in order when the first is asked for. */
  withWord: (word: string) => readonly Named[];
}

/** The names of all units. Built once; some 7,000 different ones. */
export function namesOf({ units }: Land, gazetteer: Gazetteer): Names {
  const byKey = new Map<string, Named>();
  const add = (name: string, unit: Unit): void => addName(byKey, spelt(name), unit);
  for (const unit of units) for (const name of formsOf(unit)) add(name, unit);
  for (const [name, unit] of otherNames(units, gazetteer)) {
    // "Nha Trang" stands for its province no longer where the city of that name is known.
    if (unit.level !== 'province' || !byKey.has(spelt(name).key)) add(name, unit);
  }
  for (const unit of units) for (const said of SAID_FOR.get(unit.fullName) ?? []) add(said, unit);
  let words: Map<string, Named[]> | undefined;
  return {
    byKey,
    longest: longestBy(byKey.keys()),
    withWord: (word) => (words ??= wordsIn(byKey.values())).get(word) ?? [],
  };
}

/** Aliases of provinces, and communes' other spellings. */
function* otherNames(units: readonly Unit[], { provinces, communes }: Gazetteer): Iterable<[string, Unit]> {
  const byCode = new Map(units.flatMap((unit) => (unit.code === undefined ? [] : [[unit.code, unit]])));
  for (const { code, aliases } of provinces) {
    const unit = byCode.get(code);
    // Shorter ones mean too many things (`DN`); they are read beside a commune only.
    for (const alias of aliases) if (unit && alias.length > 3) yield [alias, unit];
  }
  for (const { code, alt } of communes) {
    const unit = byCode.get(code);
    if (alt && unit) yield [shortName({ kind: kindOf(alt), fullName: alt }), unit];
  }
}

/** `Ea H'leo` and `Ea Hleo`; of today's double names the first alone: `Văn Miếu - Quốc Tử Giám`. */
function formsOf(unit: Unit): string[] {
  const name = shortName(unit);
  if (name.includes("'")) return [name, name.replaceAll("'", '')];
  const dash = name.indexOf(' - ');
  if (dash < 0 || unit.code === undefined || unit.level !== 'commune') return [name];
  return [name, name.slice(0, dash)];
}

interface Spelt {
  key: string;
  typed: string;
}

/** Where the tone may stand on either vowel: `Hòa`, `Hoà`. */
const TONE_EITHER_WAY = /[oóòỏõọuúùủũụ][aáàảãạeéèẻẽẹyýỳỷỹỵ](?: |$)/u;

/** As a reading has it, but without looking for short forms: a name is what it is. */
function spelt(name: string): Spelt {
  const words = name.toLowerCase();
  // Only some names have more than letters and spaces.
  const plain = /[-']/.test(words) ? (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ') : words;
  const typed = TONE_EITHER_WAY.test(plain) ? plain.split(' ').map(tonePlaced).join(' ') : plain;
  return { key: fold(typed), typed };
}

function addName(byKey: Map<string, Named>, { key, typed }: Spelt, unit: Unit): void {
  const named = byKey.get(key);
  if (!named) {
    byKey.set(key, { key, spellings: [{ typed, units: [unit] }] });
    return;
  }
  const spelling = named.spellings.find((each) => each.typed === typed);
  if (!spelling) named.spellings.push({ typed, units: [unit] });
  else if (!spelling.units.includes(unit)) spelling.units.push(unit);
}

/** How many words the longest name has, by its first. */
function longestBy(names: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const name of names) {
    let words = 1;
    for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) words++;
    const first = words === 1 ? name : name.slice(0, name.indexOf(' '));
    if (words > (longest.get(first) ?? 0)) longest.set(first, words);
  }
  return longest;
}

/** The names of several words by each of these. */
function wordsIn(names: Iterable<Named>): Map<string, Named[]> {
  const byWord = new Map<string, Named[]>();
  for (const named of names) {
    const words = named.key.split(' ');
    if (words.length < 2) continue;
    for (const word of words) {
      const known = byWord.get(word);
      if (known) known.push(named);
      else byWord.set(word, [named]);
    }
  }
  return byWord;
}

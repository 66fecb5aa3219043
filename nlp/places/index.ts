import type { Reading } from '../fold';
import type { Gazetteer, Place } from '../types';
import { isPlace } from './accept';
import { Around } from './around';
import { type Chain, Chains } from './chain';
import { type Initials, initialsOf, isMeant } from './initials';
import type { Mention } from './mention';
import { Mentions } from './mentions';
import { type Names, namesOf } from './names';
import { type Meaning, meaningOf } from './resolve';
import { type Land, landOf, liesIn } from './units';

/** A message names so many places at most; what comes after them is left. */
const MOST = 10;

interface Found {
  chain: Chain;
  from: number;
  to: number;
  meaning: Meaning;
}

/**
 * Finds the places that a text names, by the units of today and of before July 2025. Built once; each search walks the
 * words, not the 14,000 units.
 */
export function placeFinder(gazetteer: Gazetteer): (said: Reading) => Place[] {
  const land = landOf(gazetteer);
  const names = namesOf(land, gazetteer);
  const initials = initialsOf(land.units);

  return (said) => {
    const found = new Walk(said, land, names, initials).all();
    const places = found.filter((each) => !isHouseNumber(each, found, said, land));
    return best(places.map((each) => narrowed(each, found, land))).map(({ from, to, meaning }) =>
      placeOf(textOf(said, from, to), meaning),
    );
  };
}

/** From the first word to the last, each word used once. */
class Walk {
  private readonly around: Around;
  private readonly mentions: Mentions;
  private readonly chains: Chains;

  constructor(
    private readonly said: Reading,
    private readonly land: Land,
    names: Names,
    initials: Initials,
  ) {
    this.around = new Around(said);
    this.mentions = new Mentions(said, names, initials, this.around);
    this.chains = new Chains(this.mentions, this.around, land);
  }

  all(): Found[] {
    const found: Found[] = [];
    for (let at = 0; at < this.said.words.length && found.length < MOST && !this.chains.exhausted; at++) {
      const chain = this.chains.at(at);
      if (!chain || this.isCourtesy(at, chain)) continue;
      if (!isPlace(chain, this.around, this.said.accented)) {
        // The name of a street or a bridge is no place, but what follows it may be: "đường Láng Hạ, Đống Đa".
        if (this.around.isOthers(at) && !this.around.isWaste(at)) at = (chain.mentions[0]?.to ?? at + 1) - 1;
        continue;
      }
      const here = this.foundAt(at, chain);
      if (!this.contradicts(here, found.at(-1))) found.push(here);
      at = here.to - 1;
    }
    return found;
  }

  /** "Da Son La": a name that goes further begins behind the "dạ". */
  private isCourtesy(at: number, chain: Chain): boolean {
    if (!this.around.isYes(at)) return false;
    const next = this.chains.at(at + 1);
    return next !== undefined && endOf(next) > endOf(chain);
  }

  private foundAt(from: number, accepted: Chain): Found {
    const chain = this.meant(accepted);
    const to = endOf(chain);
    const area = this.contradiction(chain, to);
    if (area) return { chain: area, from, to: endOf(area), meaning: meaningOf(area, this.land) };
    return { chain, from, to, meaning: meaningOf(chain, this.land) };
  }

  /** "HN" with nothing beside it is Hà Nội. */
  private meant(chain: Chain): Chain {
    const [first, second] = chain.mentions;
    if (!first || second || first.how !== 'short') return chain;
    const short = this.around.written(first.nameFrom).toLowerCase();
    return { ...chain, targets: chain.targets.filter(({ unit }) => isMeant(short, unit)) };
  }

  /** "Hà Nội, phường Tân Hiệp": the other way round. */
  private contradicts({ chain, from, meaning }: Found, before: Found | undefined): boolean {
    if (!before || before.to !== from || meaning.level !== 'commune' || before.meaning.level === 'commune')
      return false;
    return chain.mentions.length === 1 && this.around.joined(from);
  }

  /** "phường Tân Hiệp, Hà Nội": there is none; then only the larger unit is sure. */
  private contradiction({ mentions, targets }: Chain, to: number): Chain | undefined {
    if (mentions.length > 1 || targets.every(({ unit }) => unit.level !== 'commune')) return undefined;
    const next = this.around.next(to)[0];
    const area = next === undefined ? undefined : this.chains.at(next);
    const sure = area?.targets.every(
      ({ unit, mention }) => unit.level !== 'commune' && this.isClear(mention),
    );
    return sure || (area && this.endsInProvince(area)) ? area : undefined;
  }

  /** "Xã Tân Lập, Mộc Châu, Sơn La": whatever Mộc Châu is, the province is said. */
  private endsInProvince({ mentions }: Chain): boolean {
    const last = mentions.at(-1);
    return (
      mentions.length > 1 &&
      last?.options.some(({ unit }) => unit.level === 'province') === true &&
      this.isClear(last)
    );
  }

  private isClear({ kind, options }: Mention): boolean {
    if (kind !== undefined || options.some(({ accents }) => accents === 0)) return true;
    return !this.said.accented && options.some(({ unit }) => unit.level === 'province');
  }
}

const endOf = ({ mentions }: Chain): number => mentions.at(-1)?.to ?? 0;

/** A commune that may be several is the one in the province or district that is named elsewhere in the text. */
function narrowed(found: Found, all: readonly Found[], land: Land): Found {
  if (found.meaning.level !== 'commune' || found.meaning.communeCode !== null) return found;
  for (const { chain, meaning } of all) {
    if (chain === found.chain || meaning.level === 'commune') continue;
    const targets = found.chain.targets.filter(({ unit }) =>
      chain.targets.some((area) => liesIn(unit, area.unit, land) > 0),
    );
    if (targets.length === 0) continue;
    return { ...found, meaning: meaningOf({ ...found.chain, targets }, land) };
  }
  return found;
}

/**
 * "Phường 27 Nguyễn Huệ, xã Yên Phong": a number by itself is no ward where a commune is named beside it, or where none
 * of the wards of that number lies in what is.
 */
function isHouseNumber(found: Found, all: readonly Found[], said: Reading, land: Land): boolean {
  if (found.chain.mentions.length > 1 || !isNumbered(found, said)) return false;
  return all.some((other) => {
    if (other === found || isNumbered(other, said)) return false;
    return other.meaning.level === 'commune' || !someLieIn(found.chain, other.chain, land);
  });
}

/** "Phường 7", also with what it lies in: "phường 9, Đà Lạt". */
const isNumbered = ({ chain: { mentions } }: Found, { words }: Reading): boolean =>
  mentions.some(
    ({ kind, nameFrom, to }) =>
      kind === 'phuong' && to - nameFrom === 1 && /^\d+$/.test(words[nameFrom]?.typed ?? ''),
  );

const someLieIn = ({ targets }: Chain, { targets: areas }: Chain, land: Land): boolean =>
  targets.some(({ unit }) => areas.some((area) => liesIn(unit, area.unit, land) > 0));

/** Communes before districts before provinces; the ones that are introduced as such first; each once. */
function best(found: readonly Found[]): Found[] {
  const level = (['commune', 'district', 'province'] as const).find((each) =>
    found.some(({ meaning }) => meaning.level === each),
  );
  const same = found.filter(({ meaning }) => meaning.level === level);
  const rank = ({ chain }: Found): number => (chain.mentions.some(({ kind }) => kind !== undefined) ? 0 : 1);
  const sorted = same.sort((a, b) => rank(a) - rank(b));
  return level === 'commune' ? sorted : sorted.slice(0, 1);
}

function placeOf(text: string, { provinceCode, communeCode, candidates, formerly }: Meaning): Place {
  return { text, provinceCode, communeCode, candidates, ...(formerly !== undefined && { formerly }) };
}

function textOf({ text, words }: Reading, from: number, to: number): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}

import type { Around } from './around';
import type { Mention } from './mention';
import type { Mentions } from './mentions';
import type { Option } from './options';
import { type Land, liesIn, type Unit } from './units';

/** A unit that all mentions of a chain agree on. */
export interface Target extends Option {
  mention: Mention;
  /** How surely it lies in all that is named beside it. */
  fit: number;
  /** The finest that is named beside it. */
  beside: 'district' | 'province' | undefined;
}

/** Names beside each other that together tell one place: "P. Tân Hiệp, TX Tân Uyên, Bình Dương". */
export interface Chain {
  mentions: readonly Mention[];
  targets: readonly Target[];
}

type Fit = Pick<Target, 'fit' | 'beside'>;

const MOST_MENTIONS = 4;
/** So many pairs of units are compared; names that follow each other a thousand times are no address. */
const MOST_COMPARED = 6_000;

/** Joins mentions that fit each other. */
export class Chains {
  private compared = 0;

  constructor(
    private readonly mentions: Mentions,
    private readonly around: Around,
    private readonly land: Land,
  ) {}

  /** The chain that explains most of the words from here on. */
  at(from: number): Chain | undefined {
    let best: Chain | undefined;
    for (const mention of this.mentions.at(from)) best = heavier(best, this.grown([mention], mention));
    return best;
  }

  /** More was compared than any address needs: what follows is left unread. */
  get exhausted(): boolean {
    return this.compared > MOST_COMPARED;
  }

  private grown(mentions: readonly Mention[], last: Mention): Chain | undefined {
    const targets = this.agreed(mentions);
    if (targets.length === 0) return undefined;
    let best: Chain | undefined = { mentions, targets };
    if (mentions.length >= MOST_MENTIONS) return best;
    for (const at of this.around.next(last.to))
      for (const mention of this.mentions.at(at))
        if (canJoin(mentions, mention) && !this.exhausted)
          best = heavier(best, this.grown([...mentions, mention], mention));
    return best;
  }

  private agreed(mentions: readonly Mention[]): Target[] {
    const targets: Target[] = [];
    for (const mention of mentions) {
      for (const option of mention.options) {
        const fit = this.fitOf(option, mention, mentions);
        if (fit) targets.push({ unit: option.unit, accents: option.accents, mention, ...fit });
      }
    }
    return targets;
  }

  private fitOf({ unit }: Option, own: Mention, mentions: readonly Mention[]): Fit | undefined {
    this.compared++;
    if (mentions.length === 1) return ALONE;
    const all: Fit = { fit: 0, beside: undefined };
    for (const mention of mentions) {
      if (mention === own) continue;
      const here = this.fitIn(unit, mention);
      if (here.fit === 0) return undefined;
      all.fit += here.fit;
      if (all.beside !== 'district') all.beside = here.beside;
    }
    return all;
  }

  /** "Thái Nguyên" is the province, "TP Thái Nguyên" the city of old; "Quảng Ninh" is rather not the district. */
  private fitIn(unit: Unit, { areas, kind }: Mention): Fit {
    let [province, district] = [0, 0];
    for (const area of areas) {
      const fit = liesIn(unit, area.unit, this.land);
      if (area.unit.level === 'district') district = Math.max(district, fit);
      else province = Math.max(province, fit);
    }
    this.compared += areas.length;
    const said = province === 0 || (kind === 'thanh-pho' && district > 0) ? 'district' : 'province';
    const isProvince = kind === undefined && areas.some((area) => area.unit.level === 'province');
    return {
      fit: province === 0 && isProvince ? Math.min(district, 1) : Math.max(province, district),
      beside: said,
    };
  }
}

const ALONE: Fit = { fit: 0, beside: undefined };

/** Of two mentions one must be able to lie in the other. */
const canJoin = (mentions: readonly Mention[], more: Mention): boolean =>
  more.areas.length > 0 || mentions.every(({ areas }) => areas.length > 0);

const heavier = (a: Chain | undefined, b: Chain | undefined): Chain | undefined =>
  !a || (b && weightOf(b) > weightOf(a)) ? b : a;

/** Words explained count most; then prefixes; a name that must be corrected less than one that need not. */
function weightOf({ mentions }: Chain): number {
  return mentions.reduce((sum, { nameFrom, to, kind, how, options }) => {
    const wrong = how === 'misspelt' || options.every(({ accents }) => accents === 2);
    return sum + 4 * (to - nameFrom) + (kind === undefined ? 0 : 3) - (wrong ? 2 : 0);
  }, 0);
}

import type { Around } from './around';
import type { Mention, Mentions, Option } from './mentions';
import { type Land, liesIn } from './units';

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
/** Names that follow each other a thousand times are no address. */
const MOST_TRIES = 600;

/** Joins mentions that fit each other. */
export class Chains {
  private tries = 0;

  constructor(
    private readonly mentions: Mentions,
    private readonly around: Around,
    private readonly land: Land,
  ) {}

  /** The chain that explains most of the words from here on. */
  at(from: number): Chain | undefined {
    return this.bestOf(this.mentions.at(from).map((mention) => this.grown([mention])));
  }

  private grown(mentions: readonly Mention[]): Chain | undefined {
    this.tries++;
    const targets = this.agreed(mentions);
    const last = mentions.at(-1);
    if (targets.length === 0 || !last) return undefined;
    const chain = { mentions, targets };
    if (mentions.length >= MOST_MENTIONS || this.tries > MOST_TRIES) return chain;
    const next = this.around.next(last.to).flatMap((at) => this.mentions.at(at));
    return this.bestOf([chain, ...next.map((mention) => this.grown([...mentions, mention]))]);
  }

  private agreed(mentions: readonly Mention[]): Target[] {
    return mentions.flatMap((mention) =>
      mention.options.flatMap((option) => {
        const fit = this.fitOf(option, mention, mentions);
        return fit === undefined ? [] : [{ ...option, mention, ...fit }];
      }),
    );
  }

  private fitOf({ unit }: Option, own: Mention, mentions: readonly Mention[]): Fit | undefined {
    const all: Fit = { fit: 0, beside: undefined };
    for (const mention of mentions) {
      if (mention === own) continue;
      const areas = mention.options.filter((area) => liesIn(unit, area.unit, this.land) > 0);
      if (areas.length === 0) return undefined;
      all.fit += Math.max(...areas.map((area) => liesIn(unit, area.unit, this.land)));
      all.beside = saysDistrict(mention, areas) ? 'district' : (all.beside ?? 'province');
    }
    return all;
  }

  private bestOf(chains: readonly (Chain | undefined)[]): Chain | undefined {
    let best: Chain | undefined;
    for (const chain of chains) if (chain && (!best || weightOf(chain) > weightOf(best))) best = chain;
    return best;
  }
}

/** Words explained count most; then prefixes; a name that must be corrected less than one that need not. */
function weightOf({ mentions }: Chain): number {
  return mentions.reduce((sum, { nameFrom, to, kind, how, options }) => {
    const wrong = how === 'misspelt' || options.every(({ accents }) => accents === 2);
    return sum + 4 * (to - nameFrom) + (kind === undefined ? 0 : 3) - (wrong ? 2 : 0);
  }, 0);
}

/** "Thái Nguyên" is the province, "TP Thái Nguyên" the city of old. */
function saysDistrict({ kind }: Mention, areas: readonly Option[]): boolean {
  const district = (each: Option): boolean => each.unit.level === 'district';
  if (kind === 'thanh-pho') return areas.some((each) => district(each) && each.unit.kind === kind);
  return areas.every(district);
}

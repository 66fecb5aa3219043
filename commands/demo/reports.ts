import { SAMPLE_MARK } from '../../hotline/samples';
import type { Report } from '../../hotline/ticket/open';
import type { Category, Lane } from '../../hotline/ticket/ticket';
import type { Cast, Commune, Story } from './cast';
import type { Dice } from './dice';

const LANES: readonly (readonly [Lane, number])[] = [
  ['pollution', 70],
  ['land', 20],
  ['misconduct', 10],
];
const CATEGORIES: readonly (readonly [Category, number])[] = [
  ['air', 15],
  ['odor', 13],
  ['noise', 14],
  ['water', 16],
  ['solid_waste', 16],
  ['hazardous_waste', 5],
  ['open_burning', 9],
  ['minerals', 6],
  ['wildlife_forest', 4],
  ['other', 2],
];
/** Every so manyth commune is a hot spot of its province. */
const HOT = 7;
/** Degrees: within the same neighbourhood. */
const NEAR = 0.0008;

/** A story with its place in the country, as a citizen would report it. */
export interface Told {
  report: Report;
  story: Story;
}

/** Tells made-up reports; half of them from one province, the others from all over the country. */
export function teller({ stories, provinces, communes }: Cast, home: string, dice: Dice): () => Told {
  const nameOf = new Map(provinces.map(({ code, fullName }) => [code, fullName]));
  const weights = communes.map((commune, at) => [commune, weightOf(commune, at)] as const);
  const total = (of: (commune: Commune) => boolean): number =>
    weights.reduce((sum, [commune, weight]) => sum + (of(commune) ? weight : 0), 0);
  const atHome = total(({ provinceCode }) => provinceCode === home);
  const elsewhere = total(({ provinceCode }) => provinceCode !== home);
  const byPlace = runningSums(
    weights.map(
      ([commune, weight]) =>
        [commune, weight / (commune.provinceCode === home ? atHome : elsewhere)] as const,
    ),
  );

  return () => {
    const lane = dice.weighed(LANES);
    const category = lane === 'pollution' ? dice.weighed(CATEGORIES) : null;
    const story = dice.pick(
      category ? stories.pollution[category] : stories[lane === 'land' ? 'land' : 'misconduct'].all,
    );
    const place = byPlace(dice.between(0, 1));
    return { story, report: { ...told(story, dice), lane, category, location: locationOf(story, place) } };
  };

  function locationOf(
    { where }: Story,
    { code, fullName, provinceCode, lat, lon }: Commune,
  ): Report['location'] {
    const sent = dice.happens(0.6);
    const near = (middle: number): number => Number((middle + dice.between(-NEAR, NEAR)).toFixed(6));
    return {
      text: [where, fullName, nameOf.get(provinceCode)].join(', '),
      provinceCode,
      communeCode: code,
      lat: sent ? near(lat) : null,
      lon: sent ? near(lon) : null,
    };
  }
}

const weightOf = (_commune: Commune, at: number): number => (at % HOT === 0 ? 6 : 1);

function told(
  { says, when, who, urgent }: Story,
  dice: Dice,
): Omit<Report, 'lane' | 'category' | 'location'> {
  return {
    urgent: urgent ?? false,
    anonymous: dice.happens(0.65),
    description: `${SAMPLE_MARK} ${says}`,
    time: { text: when, from: null, to: null, recurring: false },
    source: who ?? null,
    attachments: [],
  };
}

/** Picks by weight in a few steps, out of thousands. */
function runningSums(weights: readonly (readonly [Commune, number])[]): (share: number) => Commune {
  const sums: number[] = [];
  for (const [, weight] of weights) sums.push((sums.at(-1) ?? 0) + weight);
  return (share) => {
    const wanted = share * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const found = weights[low];
    if (!found) throw new Error('there is no commune');
    return found[0];
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CATEGORIES, type Category, LANES, type Lane } from '../../hotline/ticket/ticket';
import { type Chance, chance as chanceOf } from './chance';
import type { Goal, Manner } from './goal';
import { mannerBy, reporterBy } from './manner';
import { Country } from './places';
import { type Sayings, sayingsIn } from './sayings';
import type { Often } from './how-often';
import { type GoalSet, type SetName, setOf } from './sets';
import { rough } from './rough';
import { type StyleName, type Typing, styleBy, typing } from './style';

const FOLDER = join(process.cwd(), 'bench', 'citizens', 'goals');

/** A report that somebody has to make, without who and how. */
export interface Base {
  id: string;
  lane: Lane;
  categories: readonly (Category | null)[];
  story: string;
  time: string | null;
  source: string | null;
  urgent: boolean;
  says: Sayings;
  often: Often;
  country: Country;
  /** What stands at {what} in the story, and what they say there by mistake. */
  matter: string | null;
  slip: string | null;
  /** They want another kind than the story tells. */
  becomes: Category | null;
  /** What they put right or add at the summary. */
  adds: string | null;
  /** What they ask amid their report. */
  asks: string | null;
  roughly: boolean;
}

/** The same, by somebody. */
interface Embodied {
  base: Base;
  styles: readonly StyleName[] | undefined;
  signs: number;
}

interface Written {
  story: string;
  time?: string;
  source?: string;
  category?: Category | Category[];
  /** What is told wrong at first, in place of {what}. */
  slip?: { wrong: string; right: string };
  /** The kind they put it right to; another kind than that of the group. */
  becomes?: Category;
  adds?: string;
  asks?: string;
}

function goalsIn(name: SetName): Base[] {
  const { files, sayings, region, often, roughly = false }: GoalSet = setOf(name);
  const shared = { says: sayingsIn(sayings), country: new Country(region), often, roughly };
  return files.flatMap((file) => {
    const groups = parse(readFileSync(join(FOLDER, `${file}.yaml`), 'utf8')) as Record<string, Written[]>;
    return Object.entries(groups).flatMap(([kind, all]) =>
      all.map((written, index) => ({
        id: `${name} ${kind} ${index + 1}`,
        ...shared,
        ...based(kind, written),
      })),
    );
  });
}

function based(kind: string, written: Written): Omit<Base, 'id' | 'says' | 'country' | 'often' | 'roughly'> {
  const { story, time, source, category = [], slip, becomes, adds, asks } = written;
  const lane = LANES.find((each) => each === kind) ?? 'pollution';
  const named = CATEGORIES.filter((each) => each === kind || [category].flat().includes(each));
  return {
    lane,
    categories: lane === 'pollution' ? named : [null],
    story,
    time: time ?? null,
    source: source ?? null,
    urgent: kind === 'emergency',
    matter: slip?.right ?? null,
    slip: slip?.wrong ?? null,
    becomes: becomes ?? null,
    adds: adds ?? null,
    asks: asks ?? null,
  };
}

export interface Drawn {
  sets: readonly SetName[];
  /** False: nobody types any. */
  accents: boolean;
}

/** So many goals, put together from their parts; the same for the same seed. */
export function goals(count: number, seed: number, { sets, accents }: Drawn): Goal[] {
  const bases = sets.flatMap(goalsIn);
  return Array.from({ length: count }, (_none, index) => {
    const chance = chanceOf(seed * 1_000_003 + index);
    const base = bases[(index * 37 + seed) % bases.length];
    if (!base) throw new Error('there are no goals');
    return goalOf(base, { index, chance, accents });
  });
}

interface Drawing {
  index: number;
  chance: Chance;
  accents: boolean;
}

function goalOf(drawn: Base, { index, chance, accents }: Drawing): Goal {
  const { base, styles, signs } = embodied(drawn, chance);
  const { style, types } = base.roughly ? rough(chance, accents) : styled(chance, accents, styles);
  const reporter = chance.in100(signs) ? reporterBy(chance, base.says) : null;
  const place = base.country.place(chance);
  const told = {
    ...base,
    story: framed(base, chance),
    time: base.urgent || chance.in100(8) ? null : base.time,
  };
  const manner = mannerBy(chance, { ...told, place, reporter });
  const inTemper = temperedBy(manner, base, chance);
  const photos = manner.opening.startsWith('photo') || chance.in100(15) ? 1 + chance.below(3) : 0;
  const id = `${index + 1} · ${base.id} · ${style} · ${manner.opening} · ${manner.temper}`;
  const categories = manner.mistake?.what === 'kind' ? [base.becomes ?? null] : base.categories;
  return { ...told, ...inTemper, categories, id, place, reporter, photos, manner, types };
}

/** Of sets whose citizens are somebody: one of those, with their words, tempers and keyboard. */
function embodied(base: Base, chance: Chance): Embodied {
  const { personae } = base.says;
  if (!personae) return { base, styles: undefined, signs: 40 };
  const [name, { says, tempers, types, signs }] = chance.oneOf(Object.entries(personae));
  return {
    base: {
      ...base,
      id: `${base.id} · ${name}`,
      says: { ...base.says, ...says },
      often: { ...base.often, tempers },
    },
    styles: types,
    signs,
  };
}

/** Of sets whose citizens choose their words by their temper; their story is framed in these. */
function temperedBy({ temper }: Manner, base: Base, chance: Chance): Partial<Pick<Base, 'says' | 'story'>> {
  const words = base.says.tempers?.[temper];
  if (!words) return {};
  const says = { ...base.says, ...words };
  return { says, story: framed({ ...base, says }, chance) };
}

function styled(
  chance: Chance,
  accents: boolean,
  styles?: readonly StyleName[],
): { style: string; types: Typing } {
  const ofTheirs = (): StyleName => (styles ? chance.oneOf(styles) : styleBy(chance));
  const style = accents ? ofTheirs() : 'no accents';
  return { style, types: typing(style, chance) };
}

/** Of sets whose citizens have a word before or behind their story. */
function framed({ story, says: { foreword, afterword } }: Base, chance: Chance): string {
  if (!foreword || !afterword) return story;
  const before = chance.in100(25) ? chance.oneOf(foreword) : '';
  const told = before && !story.startsWith('{') ? story.slice(0, 1).toLowerCase() + story.slice(1) : story;
  return before + told + (chance.in100(25) ? chance.oneOf(afterword) : '');
}

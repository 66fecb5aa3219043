import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CATEGORIES, type Category, LANES, type Lane } from '../../hotline/ticket/ticket';
import { type Chance, chance as chanceOf } from './chance';
import type { Goal, Manner, PlaceGoal, Reporter } from './goal';
import { Country } from './places';
import { type Sayings, sayingsIn } from './sayings';
import { type GoalSet, type Often, type SetName, setOf } from './sets';
import { styleBy, typing } from './style';

const FOLDER = join(process.cwd(), 'bench', 'citizens', 'goals');

/** A report that somebody has to make, without who and how. */
interface Base {
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
  /** What they put right or add at the summary. */
  adds: string | null;
  /** What they ask amid their report. */
  asks: string | null;
}

interface Written {
  story: string;
  time?: string;
  source?: string;
  category?: Category | Category[];
  /** What is told wrong at first, in place of {what}. */
  slip?: { wrong: string; right: string };
  adds?: string;
  asks?: string;
}

function goalsIn(name: SetName): Base[] {
  const { files, sayings, region, often }: GoalSet = setOf(name);
  const shared = { says: sayingsIn(sayings), country: new Country(region), often };
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

function based(kind: string, written: Written): Omit<Base, 'id' | 'says' | 'country' | 'often'> {
  const { story, time, source, category = [], slip, adds, asks } = written;
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

function goalOf(base: Base, { index, chance, accents }: Drawing): Goal {
  const style = accents ? styleBy(chance) : 'no accents';
  const reporter = chance.in100(40) ? reporterBy(chance, base.says) : null;
  const place = base.country.place(chance);
  const told = { ...base, time: base.urgent || chance.in100(8) ? null : base.time };
  const manner = mannerBy(chance, { ...told, place, reporter });
  const photos = manner.opening === 'photo' || chance.in100(15) ? 1 + chance.below(3) : 0;
  const id = `${index + 1} · ${base.id} · ${style} · ${manner.opening} · ${manner.temper}`;
  return { ...told, id, place, reporter, photos, manner, types: typing(style, chance) };
}

const NAMES = [
  'Nguyễn Văn Tài',
  'Trần Thị Bích Ngọc',
  'Lê Hoàng Phúc',
  'Phạm Thu Hà',
  'Võ Minh Khôi',
  'Đặng Thị Lành',
  'Huỳnh Tấn Đạt',
  'Bùi Quang Vinh',
  'Lò Thị Panh',
  'Y Blêch',
  'chị Loan',
  'anh Hiếu',
  'Tuấn',
  'Ngô Gia Bảo',
] as const;
const STARTS = ['090', '091', '098', '086', '077', '035', '032', '070', '081', '096'];
const SHAPES: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`,
  (number) => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`,
  (number) => `+84${number.slice(1)}`,
  (number) => `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
];

function reporterBy(chance: Chance, { names = NAMES }: Sayings): Reporter {
  const number = chance.oneOf(STARTS) + String(1_000_000 + chance.below(8_999_999));
  const phone = chance.oneOf(SHAPES)(number);
  return { name: chance.oneOf(names), phone, e164: `+84${number.slice(1)}` };
}

interface About extends Base {
  place: PlaceGoal;
  reporter: Reporter | null;
}

function mannerBy(chance: Chance, about: About): Manner {
  const { says, often } = about;
  const cancels = chance.in100(often.cancel);
  const later = !cancels && chance.in100(often.later);
  const digresses = chance.in100(often.digression);
  const at = (): number => 1 + chance.below(4);
  const mistake = cancels || later ? undefined : mistakeBy(chance, about);
  return {
    opening: openingBy(chance, about),
    temper: chance.oneOf(['patient', 'hurried', 'angry', 'old', 'suspicious'] as const),
    buttons: chance.in100(40),
    volunteers: chance.in100(30),
    fragments: chance.in100(12),
    digressions: digresses ? digressionsBy(chance, about) : [],
    ...(cancels && { cancel: { at: at(), says: chance.oneOf(says.cancel) } }),
    ...(later && { later: { at: at(), says: chance.oneOf(says.later), back: chance.oneOf(says.resume) } }),
    ...(mistake && { mistake }),
    ...additionBy(chance, about, cancels),
    ...(chance.in100(20) && { thanks: chance.oneOf(says.thanks) }),
  };
}

/** One, and with some another at a later question. */
function digressionsBy(chance: Chance, { asks, says, often }: About): Manner['digressions'] {
  const first = { at: 1 + chance.below(4), says: asks ?? chance.oneOf(says.digression) };
  if (often.again === 0 || !chance.in100(often.again)) return [first];
  return [first, { at: first.at + 1, says: chance.oneOf(says.digression) }];
}

function additionBy(chance: Chance, { adds, says, often }: About, cancels: boolean): Partial<Manner> {
  if (adds !== null) return { addition: adds };
  return !cancels && chance.in100(often.addition) ? { addition: chance.oneOf(says.addition) } : {};
}

/** Who is in danger does not begin with a greeting. */
const openingBy = (chance: Chance, { urgent }: About): Manner['opening'] =>
  chance.oneOf(
    urgent
      ? (['bare', 'place', 'place', 'full'] as const)
      : (['wish', 'greet', 'bare', 'bare', 'place', 'full', 'full', 'photo'] as const),
  );

function mistakeBy(chance: Chance, about: About): Manner['mistake'] {
  if (about.urgent || !chance.in100(about.often.mistake)) return undefined;
  const when = chance.oneOf(['at once', 'at the summary', 'by the buttons'] as const);
  const what = chance.oneOf(about.often.mistakes);
  if (what === 'matter' && about.slip !== null)
    return { what, first: about.slip, when: chance.oneOf(['at once', 'at the summary']) };
  if (what === 'place' && about.place.isClear && !about.place.point)
    return { what, first: about.country.told(chance), when };
  if (what === 'time' && about.time)
    return { what, first: chance.oneOf(about.says.times ?? OTHER_TIMES), when };
  if (what === 'phone' && about.reporter) return { what, first: reporterBy(chance, about.says), when };
  if (what === 'anonymity' && !about.reporter) return { what, first: reporterBy(chance, about.says), when };
  if (what === 'silence' && about.reporter) return { what, when: 'at the summary' };
  return undefined;
}

const OTHER_TIMES = ['sáng nay', 'tối qua', 'hôm kia', 'chiều thứ sáu'];

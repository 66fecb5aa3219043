import type { Chance } from './chance';
import type { Base } from './combine';
import type { Manner, Mistake, PlaceGoal, Reporter } from './goal';
import type { Sayings, Temper } from './sayings';
import type { Often } from './how-often';

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

export function reporterBy(chance: Chance, { names = NAMES }: Sayings): Reporter {
  const number = chance.oneOf(STARTS) + String(1_000_000 + chance.below(8_999_999));
  const phone = chance.oneOf(SHAPES)(number);
  return { name: chance.oneOf(names), phone, e164: `+84${number.slice(1)}` };
}

interface About extends Base {
  place: PlaceGoal;
  reporter: Reporter | null;
}

export function mannerBy(chance: Chance, drawn: About): Manner {
  const about = withOneTwist(chance, drawn);
  const { says, often } = about;
  const cancels = chance.in100(often.cancel);
  const later = !cancels && chance.in100(often.later);
  const digresses = chance.in100(often.digression);
  const at = (): number => 1 + chance.below(4);
  const mistake = cancels || later ? undefined : mistakeBy(chance, about);
  const restarts = !cancels && !later && !mistake && chance.in100(often.restart ?? 0);
  return {
    opening: openingBy(chance, about),
    temper: temperBy(chance, often),
    buttons: chance.in100(40),
    volunteers: chance.in100(30),
    fragments: chance.in100(12),
    digressions: digresses ? digressionsBy(chance, about) : [],
    ...(cancels && { cancel: { at: at(), says: chance.oneOf(says.cancel) } }),
    ...(later && { later: { at: at(), says: chance.oneOf(says.later), back: chance.oneOf(says.resume) } }),
    ...(mistake && { mistake }),
    ...(restarts && { restart: { at: at(), says: chance.oneOf(says.restart ?? []) } }),
    ...additionBy(chance, about, cancels),
    ...(chance.in100(20) && { thanks: chance.oneOf(says.thanks) }),
  };
}

const temperBy = (chance: Chance, { tempers = TEMPERS }: Often): Temper => chance.oneOf(tempers);

const TEMPERS = ['patient', 'hurried', 'angry', 'old', 'suspicious'] as const;

/** One thing that makes it hard is sure, and the others do not happen. */
function withOneTwist(chance: Chance, about: About): About {
  const { often, adds, becomes } = about;
  if (!often.twists) return about;
  const twist = chance.oneOf(often.twists);
  const sure = Object.fromEntries(TWISTS.map((each) => [each, each === twist ? 100 : 0]));
  return {
    ...about,
    often: { ...often, ...sure, again: 0 },
    adds: twist === 'addition' ? adds : null,
    becomes: twist === 'mistake' ? becomes : null,
  };
}

const TWISTS = ['cancel', 'later', 'digression', 'mistake', 'addition', 'restart', 'photosAlone'] as const;

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
function openingBy(chance: Chance, { urgent, often }: About): Manner['opening'] {
  const { photosAlone, twists, openings = OPENINGS } = often;
  if (urgent) return chance.oneOf(['bare', 'place', 'place', 'full'] as const);
  if (photosAlone && chance.in100(photosAlone)) return 'photos alone';
  if (twists && chance.in100(12)) return 'kind';
  return chance.oneOf(openings);
}

const OPENINGS = ['wish', 'greet', 'bare', 'bare', 'place', 'full', 'full', 'photo'] as const;

function mistakeBy(chance: Chance, about: About): Manner['mistake'] {
  if (about.urgent || (!about.becomes && !chance.in100(about.often.mistake))) return undefined;
  const when = chance.oneOf(['at once', 'at the summary', 'by the buttons'] as const);
  const what = about.becomes ? 'kind' : chance.oneOf(about.often.mistakes);
  const made = MISTAKES[what](chance, about);
  if (made?.what === 'matter') return { ...made, when: chance.oneOf(['at once', 'at the summary']) };
  if (made?.what === 'kind') return { ...made, when: chance.oneOf(['at the summary', 'by the buttons']) };
  return made && { ...made, when: made.what === 'silence' ? 'at the summary' : when };
}

/** By what is told wrong; undefined where that cannot be told wrong. */
const MISTAKES: Readonly<Record<Mistake['what'], (chance: Chance, about: About) => Mistake | undefined>> = {
  kind: (_chance, { becomes }) => (becomes ? { what: 'kind' } : undefined),
  matter: (_chance, { slip }) => (slip === null ? undefined : { what: 'matter', first: slip }),
  place: (chance, { place, country }) =>
    place.isClear && !place.point ? { what: 'place', first: country.told(chance) } : undefined,
  time: (chance, { time, says }) =>
    time === null ? undefined : { what: 'time', first: chance.oneOf(says.times ?? OTHER_TIMES) },
  phone: (chance, { reporter, says }) =>
    reporter ? { what: 'phone', first: reporterBy(chance, says) } : undefined,
  anonymity: (chance, { reporter, says }) =>
    reporter ? undefined : { what: 'anonymity', first: reporterBy(chance, says) },
  silence: (_chance, { reporter }) => (reporter ? { what: 'silence' } : undefined),
};

const OTHER_TIMES = ['sáng nay', 'tối qua', 'hôm kia', 'chiều thứ sáu'];

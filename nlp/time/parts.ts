import { type Hours, NO_HOUSE, NUMBER, type Rule, numberOf, rule } from './rule';

/** When the parts of a day are, in hours. */
export const PARTS: Readonly<Record<string, Hours>> = {
  'rang sang': { from: 0, to: 6 },
  'sang som': { from: 4, to: 8 },
  'som mai': { from: 4, to: 9 },
  'tinh mo': { from: 4, to: 6 },
  'to mo sang': { from: 4, to: 6 },
  'tinh suong': { from: 4, to: 6 },
  'tang sang': { from: 4, to: 6 },
  sang: { from: 5, to: 12 },
  trua: { from: 11, to: 14 },
  chieu: { from: 12, to: 18 },
  'chieu ta': { from: 16, to: 19 },
  'chang vang': { from: 17, to: 20 },
  'chap choang': { from: 17, to: 20 },
  'nha nhem': { from: 17, to: 20 },
  'nhap nhoang': { from: 17, to: 20 },
  'xam toi': { from: 17, to: 20 },
  'sam toi': { from: 17, to: 20 },
  'chap toi': { from: 17, to: 20 },
  'chieu toi': { from: 16, to: 21 },
  toi: { from: 18, to: 30 },
  'toi mit': { from: 19, to: 30 },
  'toi khuya': { from: 21, to: 29 },
  dem: { from: 18, to: 30 },
  'dem khuya': { from: 21, to: 29 },
  khuya: { from: 22, to: 29 },
  'nua dem': { from: 23, to: 27 },
};
/** Longer ones first: of "chiều tối" no "chiều" is read. */
export const PART = [...Object.keys(PARTS), 'gan sang']
  .sort((one, other) => other.length - one.length)
  .join('|');
/** They tell a part of the day whatever stands beside them, as the "sáng" of a lamp does not. */
export const SURE_PARTS: ReadonlySet<string> = new Set(
  'chang chap nha nhap xam sam tinh tang rang nua'.split(' '),
);

const part = (said = ''): Hours => PARTS[said === 'gan sang' ? 'rang sang' : said] ?? { from: 0, to: 24 };

/** "sáng", "đêm khuya"; "sáng" of a lamp, "chieu thang" of a light and "chiều" of a measure are none, which only their company tells; "điện tử chiếu" shines. */
const partOfDay = rule(
  'rang gan sang som chieu trua toi dem khuya nua tinh tang chang chap nha nhap xam to sam',
  `(?<!dien tu )(?<part>${PART})(?! (?:dai|rong|cao|ngang|mu|rat|doi)(?![\\p{L}]))(?!(?<=chieu) (?:thang(?! \\d)|xuyen|vao)(?![\\p{L}]))`,
  ({ part: said }) => ({ is: 'part', hours: part(said) }),
);

const HOUR = '(?:gio|h|g)';
/** "22h30", "22 giờ 30", "9h rưỡi", "10 giờ kém 15", "22:30", "mười giờ". */
const clocks: readonly Rule[] = [
  // "từ 7 đến 9h tối": the hour stands with the second only.
  rule('#', `(?<h>\\d{1,2})(?=(?:-| (?:den|toi) |/)\\d{1,2} ?${HOUR}(?! ?(?:lien|nua)))`, ({ h }) =>
    clock(h, undefined),
  ),
  rule('#', `(?<h>\\d{1,2})[hg](?<m>\\d{2})?p?`, ({ h, m }) => clock(h, m)),
  rule('#', `(?<h>\\d{1,2}):(?<m>\\d{2})(?::\\d{2})?(?![-/.:]\\d)`, ({ h, m }) => clock(h, m)),
  rule(
    '#',
    `(?<h>${NUMBER})(?:[hg]| ${HOUR})(?: (?<m>\\d{1,2}|${NUMBER})(?: ?p| phut)?(?! (?:ngay|dem|chieu|toi|sang|nguoi|xe|chuyen|lan|hom)))?`,
    ({ h, m }) => clock(h, m),
  ),
  // "4, 5 giờ chiều", "hai ba giờ sáng": about the first of two hours in a row; houses and hamlets have numbers as well.
  rule(
    '#',
    `${NO_HOUSE}(?<h>${NUMBER})[, ](?<next>${NUMBER})(?:[hg]| ${HOUR})(?! (?:nua|dong ho|lien|lam viec|moi ngay|mot ngay))`,
    ({ h, next }) => (numberOf(next) === numberOf(h) + 1 ? clock(h, undefined) : undefined),
  ),
  rule('#', `(?<h>${NUMBER})(?:[hg]| ${HOUR}) ruoi`, ({ h }) => clock(h, '30')),
  rule('#', `(?<h>${NUMBER})(?:[hg]| ${HOUR}) kem (?<m>${NUMBER})(?: phut)?`, ({ h, m }) =>
    clock(String(numberOf(h) - 1), String(60 - numberOf(m))),
  ),
  rule(
    '#',
    `(?:${NUMBER})(?:[hg]| ${HOUR})(?: \\d{1,2})?(?: phut)? (?:nua|dong ho|lam viec|lien|moi ngay|mot ngay|1 ngay)`,
    () => ({ is: 'never' }),
  ),
  rule('#', '24[h:/.-]24h?|24h 24h?|24/7|7/7|24h?/24h?', () => ({ is: 'never' })),
  rule(
    'trong suot mat after qua cham duoc hon gan',
    `(?:trong|suot|mat|after(?! (?:1[3-9]|2\\d))|cham|duoc|sau)(?: hon| gan| khoang)? (?:${NUMBER})(?:[hg]| ${HOUR})`,
    () => ({
      is: 'never',
    }),
  ),
];

function clock(
  h: string | undefined,
  m: string | undefined,
): { is: 'clock'; hour: number; minute: number } | { is: 'never' } {
  const [hour, minute] = [numberOf(h), m === undefined ? 0 : numberOf(m)];
  const isReal = hour >= 0 && (hour < 24 || (hour === 24 && minute === 0)) && minute >= 0 && minute < 60;
  return isReal ? { is: 'clock', hour, minute } : { is: 'never' };
}

export const PARTS_AND_CLOCKS: readonly Rule[] = [partOfDay, ...clocks];

/** The hour of the day that is meant: "9 giờ tối" is 21, "12h đêm" is 24, "2h đêm" and "1h sáng" of the next day. */
export function hourWithin(hour: number, hours: Hours | undefined): number {
  if (!hours) return hour;
  if (hours.to > 24) return hour >= 12 ? (hour === 12 ? 24 : hour) : hour < 6 ? hour + 24 : hour + 12;
  if (hours.from >= 11 && hour < 11) return hour + 12;
  return hour === 12 && hours.to <= 12 ? 0 : hour;
}

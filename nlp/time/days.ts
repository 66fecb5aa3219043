import {
  DAY,
  HOUR,
  date,
  daysBack,
  lastDate,
  lastDayOfMonth,
  monthsBack,
  type Span,
  type Today,
  week,
  weekday,
  year,
  yearOf,
} from './calendar';
import { type Groups, NUMBER, type Rule, type Told, numberOf, rule } from './rule';

const days = (span: Span | undefined): Told => (span ? { is: 'days', span } : { is: 'never' });
const back = (count: number) => (_groups: Groups, today: Today) => days(daysBack(today, count));
const leaning = (count: number) => (_groups: Groups, today: Today) =>
  ({ is: 'days', span: daysBack(today, count), leans: 'on-part' }) as const;
const lastNight = (_groups: Groups, { midnight }: Today): Told => ({
  is: 'moment',
  span: { from: midnight - 6 * HOUR, to: midnight + 6 * HOUR },
});
const NEVER = (): Told => ({ is: 'never' });
const UNTOLD = (): Told => ({ is: 'days', span: null });

/** "hôm qua", "bữa ni", "hôm tê"; after a part of the day the "hôm" may be left out: "tối qua". */
const near: readonly Rule[] = [
  rule('hom bua ngay', '(?:hom|bua|ngay) (?:nay|ni)(?! la gi)', back(0)),
  rule('hom bua ngay', '(?:hom|bua|ngay) qua', back(1)),
  rule('hom bua ngay', '(?:hom|bua|ngay) (?:kia|te)', back(2)),
  rule('nay ni', 'nay|ni', leaning(0)),
  rule('qua', 'qua', leaning(1)),
  rule('kia te', 'kia|te', leaning(2)),
  rule('hoi khi', '(?:hoi|khi) hom', lastNight),
  rule('hom bua', '(?:hom|bua) (?:truoc|no|hom|do|noi|roi)', UNTOLD),
  rule(
    'ngay mai hom tuan thang nam',
    '(?:ngay |hom )?mai|ngay mot|(?:tuan|thang|nam|hom|ngay) (?:after|den|toi)(?! (?:nay|gio|qua|tuan|thang|nam|ngay|hom|\\d))',
    NEVER,
  ),
  rule('#', `(?:${NUMBER}) (?:ngay|hom|tuan|thang|nam|gio|tieng|phut) nua`, NEVER),
];

const BEFORE = '(?:ngay|hom|bua|mung|mong)';
const MONTH = '(?:thang |/|-|\\.)';
const YEAR = '(?<y>\\d{4}|\\d{2})';
const ALOUD =
  '(?! (?:lan|luot|chuyen|nguoi|bua|xe|can|con|cai|tieng|gio|tan|khoi|dem|ngay|tuan|thang|lam|nay|phut|trieu|dong|cu|ca|m|phan))';

/** "20/11/2026", "ngày 20-11", "mùng 5 tháng 11 năm ngoái", "20 tây", "ngày 20". */
const dates: readonly Rule[] = [
  rule(
    `# ngay hom bua mung mong`,
    `(?:${BEFORE} )?(?<d>\\d{1,2})(?<sign>[/.-])(?<m>\\d{1,2})\\k<sign>${YEAR}(?![/.-]\\d)`,
    ofYear,
  ),
  rule(
    `# ngay hom bua mung mong`,
    `(?:${BEFORE} )?(?<d>${NUMBER}) thang (?<m>${NUMBER})(?: nam | |/|-)(?<y>\\d{4})`,
    ofYear,
  ),
  rule(
    '# ngay hom bua mung mong',
    `(?:${BEFORE} )?(?<d>${NUMBER}) thang (?<m>${NUMBER})(?: nam ngoai| nam truoc)`,
    (groups, today) => days(date(today, numberOf(groups.d), numberOf(groups.m), yearOf(today) - 1)),
  ),
  rule('ngay hom bua mung mong', `${BEFORE} (?<d>\\d{1,2})${MONTH}(?<m>\\d{1,2})(?![/.-]\\d)`, ofThisYear),
  rule(
    '# ngay hom bua mung mong',
    `(?:${BEFORE} )?(?<d>${NUMBER}) thang (?<m>${NUMBER})${ALOUD}`,
    ofThisYear,
  ),
  rule('#', '(?!24/7)(?<d>\\d{1,2})/(?<m>\\d{1,2})(?![/.-]\\d)', ofThisYear),
  rule('#', `(?<d>\\d{1,2})[.-](?<m>\\d{1,2})(?![/.-]\\d)${ALOUD}`, (groups, today) =>
    leans(ofThisYear(groups, today), 'on-part'),
  ),
  rule('#', '(?<y>20\\d{2})(?! (?:dong|m|m2|met|nguoi|ho|can|con|cai|hecta|ha|ty|trieu))', ({ y }, today) =>
    leans(yearOrNever(Number(y), today), 'on-word'),
  ),
  rule(
    'ngay hom bua',
    `(?:ngay|hom|bua) (?:mung |mong )?(?<d>${NUMBER})(?: tay| duong lich)?${ALOUD}(?! (?:nay|after|sap toi)|(?: (?:den|toi))(?=[,|]))(?![/.:-]\\d)`,
    ({ d }, today) => inMonth(today, d),
  ),
  rule('# mung mong', `(?:mung |mong )?(?<d>${NUMBER}) (?:tay|duong lich)`, ({ d }, today) =>
    inMonth(today, d),
  ),
  rule(
    'ngay hom',
    `(?:ngay|hom) (?:${NUMBER}) (?:(?:toi|den)(?=[,|])|after|sap toi|thang (?:after|toi|den))`,
    NEVER,
  ),
];

/** "ngày 20 tháng trước". */
const relative: readonly Rule[] = [
  rule(
    '# ngay hom bua mung mong',
    `(?:${BEFORE} )*(?<d>${NUMBER}) thang (?:truoc|roi|vua roi|vua qua)`,
    ({ d }, today) => ofMonth(today, d, 1),
  ),
  rule('# ngay hom bua mung mong', `(?:${BEFORE} )*(?<d>${NUMBER}) thang nay`, ({ d }, today) =>
    ofMonth(today, d, 0),
  ),
];

function ofMonth(today: Today, d: string | undefined, back: number): Told {
  const first = new Date(monthsBack(today, back).from);
  return days(date(today, numberOf(d), first.getUTCMonth() + 1, first.getUTCFullYear()));
}

const leans = (told: Told, on: 'on-part' | 'on-word'): Told =>
  told.is === 'days' ? { ...told, leans: on } : told;

const yearOrNever = (number: number, today: Today): Told =>
  number <= yearOf(today) ? days(year(number)) : { is: 'never' };

/** By the moon: kept as words. */
const lunar: readonly Rule[] = [
  rule(
    'ram hom ngay',
    `(?:hom |ngay )?(?<!ram )ram(?! ram)(?: thang (?:${NUMBER}|gieng|chap))?(?: vua roi| vua qua)?`,
    UNTOLD,
  ),
  rule(
    '# mung mong hom ngay bua',
    `(?:(?:hom|ngay|bua) )?(?:mung |mong )?(?:${NUMBER})(?:[/ ](?:thang )?(?:${NUMBER}|gieng|chap))? (?:am lich|am|ta|tet|thang gieng|thang chap)`,
    UNTOLD,
  ),
  rule('mung mong hom ngay bua', `(?:(?:hom|ngay|bua) )?(?:mung|mong) (?:${NUMBER})${ALOUD}`, UNTOLD),
  rule('thang', `thang (?:(?:${NUMBER}) am(?: lich)?|gieng|chap)`, UNTOLD),
];

function ofYear({ d, m, y }: Groups, today: Today): Told {
  const year = Number(y) < 100 ? 2000 + Number(y) : Number(y);
  return days(date(today, numberOf(d), numberOf(m), year));
}

function ofThisYear({ d, m }: Groups, today: Today): Told {
  return days(lastDate(today, numberOf(d), numberOf(m)));
}

const inMonth = (today: Today, d: string | undefined): Told => days(lastDayOfMonth(today, numberOf(d)));

const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 0,
  ba: 1,
  bon: 2,
  tu: 2,
  nam: 3,
  sau: 4,
  after: 4,
  '7': 5,
  bay: 5,
  '2': 0,
  '3': 1,
  '4': 2,
  '5': 3,
  '6': 4,
};
const NAMED = '(?:thu (?<n>[2-7]|hai|ba|tu|bon|nam|sau|after|bay)|t(?<t>[2-7])|chu (?:nhat|nhut)|cn)';
const LAST_WEEK = '(?: tuan (?:truoc|roi|vua roi|qua|vua qua))';

/** "thứ 2 tuần trước", "chủ nhật vừa rồi", "tối thứ bảy". */
const weekdays: readonly Rule[] = [
  rule('thu t2 t3 t4 t5 t6 t7 chu cn', `${NAMED}${LAST_WEEK}`, (groups, today) => ofWeek(groups, today, 1)),
  rule('thu t2 t3 t4 t5 t6 t7 chu cn', `${NAMED} tuan nay`, (groups, today) => ofWeek(groups, today, 0)),
  rule('thu t2 t3 t4 t5 t6 t7 chu cn', `${NAMED}(?: (?:vua (?:roi|qua)|roi|qua|truoc))`, (groups, today) =>
    lastOf(groups, today, 1),
  ),
  rule('thu t2 t3 t4 t5 t6 t7 chu cn', NAMED, (groups, today) => leaningOn(groups, lastOf(groups, today, 0))),
  rule(
    'thu t2 t3 t4 t5 t6 t7 chu cn',
    `${NAMED} (?:(?:toi|den)(?! (?:thu|chu|\\d|cn|t\\d|nay|gio|bay gio|hom nay|tan))|after|tuan (?:after|toi|den)|sap toi)`,
    NEVER,
  ),
];

/** "Thứ hai" is also the second of anything; "chủ nhật" is only a day. */
function leaningOn({ n, t }: Groups, told: Told): Told {
  return (n ?? t) === undefined ? told : leans(told, 'on-word');
}

const weekdayOf = ({ n, t }: Groups): number => WEEKDAYS[n ?? t ?? ''] ?? 6;

function ofWeek(groups: Groups, today: Today, back: number): Told {
  const midnight = week(today, back).from + weekdayOf(groups) * DAY;
  return midnight <= today.midnight ? days({ from: midnight, to: midnight + DAY }) : { is: 'never' };
}

/** The nearest one that has come, at least so many days ago. */
function lastOf(groups: Groups, today: Today, least: number): Told {
  const ago = (weekday(today.midnight) - weekdayOf(groups) + 7) % 7;
  return days(daysBack(today, ago < least ? ago + 7 : ago));
}

export const DAYS: readonly Rule[] = [...near, ...dates, ...relative, ...lunar, ...weekdays];

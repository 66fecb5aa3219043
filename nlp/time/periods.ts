import {
  DAY,
  HOUR,
  MINUTE,
  type Span,
  type Today,
  lastNewYear,
  month,
  monthsBack,
  week,
  year,
  yearOf,
  yearsBack,
} from './calendar';
import { type Groups, NUMBER, type Rule, type Told, numberOf, rule } from './rule';

const days = (span: Span): Told => ({ is: 'days', span });
/** Nothing that only begins tomorrow. */
const come = (span: Span | undefined, { midnight }: Today): Told =>
  span && span.from <= midnight ? days(span) : { is: 'never' };

const LAST = '(?:truoc|roi|vua roi|vua qua|qua|ngoai)';

/** "tuần trước", "tháng 9 năm ngoái", "năm 2025". */
const named: readonly Rule[] = [
  rule('tuan', `tuan ${LAST}`, (_groups, today) => days(week(today, 1))),
  rule('tuan', 'tuan kia', (_groups, today) => days(week(today, 2))),
  rule('tuan', 'tuan nay', (_groups, today) => days(week(today, 0))),
  rule('thang', `thang ${LAST}`, (_groups, today) => days(monthsBack(today, 1))),
  rule('thang', 'thang kia', (_groups, today) => days(monthsBack(today, 2))),
  rule('thang', 'thang nay', (_groups, today) => days(monthsBack(today, 0))),
  rule('nam', 'nam (?:truoc|ngoai|roi|vua roi|vua qua)', (_groups, today) => days(yearsBack(today, 1))),
  rule('nam', 'nam kia', (_groups, today) => days(yearsBack(today, 2))),
  rule('nam', 'nam nay', (_groups, today) => days(yearsBack(today, 0))),
  rule('nam', 'nam (?<y>(?:19|20)\\d{2})', ({ y }, today) => come(year(Number(y)), today)),
  rule(
    'thang',
    `thang (?<m>${NUMBER})(?! (?:am|ngay|lan|phan)|[/.-]\\d)(?:,? (?:vua (?:roi|qua)|roi|qua))?`,
    ({ m }, today) => lastMonth(today, numberOf(m)),
  ),
  rule('thang', `thang (?<m>${NUMBER}) nam (?:ngoai|truoc)`, ({ m }, today) =>
    inYear(today, numberOf(m), yearOf(today) - 1),
  ),
  rule('thang', `thang (?<m>${NUMBER}) nam nay`, ({ m }, today) => inYear(today, numberOf(m), yearOf(today))),
  rule('thang', `thang (?<m>${NUMBER})(?:/|-|\\.| nam )(?<y>(?:19|20)\\d{2})`, ({ m, y }, today) =>
    inYear(today, numberOf(m), Number(y)),
  ),
];

function lastMonth(today: Today, number: number): Told {
  const inThis = month(yearOf(today), number - 1);
  return inYear(today, number, inThis.from <= today.midnight ? yearOf(today) : yearOf(today) - 1);
}

function inYear(today: Today, number: number, of: number): Told {
  return number >= 1 && number <= 12 ? come(month(of, number - 1), today) : { is: 'never' };
}

type Third = 'dau' | 'giua' | 'cuoi';

/** "đầu tháng", "giữa tháng 9", "cuối năm ngoái": a third of it. */
function third(span: Span, which: string | undefined): Span {
  const step = Math.round((span.to - span.from) / DAY / 3) * DAY;
  const from: Record<Third, number> = { dau: span.from, giua: span.from + step, cuoi: span.from + 2 * step };
  const start = from[(which ?? 'dau') as Third];
  return { from: start, to: which === 'cuoi' ? span.to : start + step };
}

const WHICH = '(?<which>dau|giua|cuoi)';
const parts: readonly Rule[] = [
  ...named.map(({ first, says, tells }) =>
    rule('dau giua cuoi', `${WHICH} (?:${says.source})`, (groups, today) => {
      const whole = tells(groups, today);
      if (whole?.is !== 'days' || !whole.span) return whole;
      return first.includes('tuan') && groups.which === 'cuoi'
        ? come({ from: whole.span.to - 2 * DAY, to: whole.span.to }, today)
        : come(third(whole.span, groups.which), today);
    }),
  ),
  rule('dau giua cuoi', `${WHICH} thang`, ({ which }, today) =>
    lastOf((back) => third(monthsBack(today, back), which), today),
  ),
  rule('dau giua cuoi', `${WHICH} nam`, ({ which }, today) =>
    lastOf((back) => third(yearsBack(today, back), which), today),
  ),
  rule('dau giua', `${WHICH} tuan`, ({ which }, today) =>
    lastOf((back) => third(week(today, back), which), today),
  ),
  rule('cuoi', 'cuoi tuan(?: (?:qua|roi|vua roi|vua qua))?', (_groups, today) =>
    lastOf((back) => ({ from: week(today, back).to - 2 * DAY, to: week(today, back).to }), today),
  ),
  rule('tet hoi', '(?:hoi )?tet(?: (?:nguyen dan|vua roi|nam nay))?', (_groups, today) =>
    come(lastNewYear(today), today),
  ),
  rule('truoc after ra can giap', '(?:truoc|after|ra|can|giap) tet', () => ({ is: 'days', span: null })),
];

function lastOf(spanBack: (back: number) => Span, today: Today): Told {
  const span = spanBack(0);
  return days(span.from <= today.midnight ? span : spanBack(1));
}

const UNIT = '(?<unit>ngay|hom|bua|dem|tuan|thang|nam)';
const ABOUT = '(?:hon |gan |khoang |chung |tam |ngot |co |suot |ca |dang |da |duoc |mat |tren )?';
const TILL_NOW = '(?:nay|ni|ray|qua|roi|lien|lien tiep|lien tuc|lien mien|troi|hom nay|lien nay|vua qua)';

/** "3 hôm nay", "gần hai tháng nay", "cả tuần nay", "mấy bữa rày": from then until now. */
const lasting: readonly Rule[] = [
  rule(
    '# hon gan khoang chung tam ngot co suot ca da duoc dang mat tren',
    `${ABOUT}(?<n>${NUMBER}) ${UNIT}(?: hon| ruoi)? ${TILL_NOW}(?: nay| roi)?`,
    (groups, today) => since(groups, today),
  ),
  rule(
    'hon gan ca suot nua',
    `(?:hon |gan |ca |suot )(?<unit>ngay|tuan|thang|nam)(?: troi| (?:nay|qua|roi|ni))+`,
    (groups, today) => since({ ...groups, n: '1' }, today),
  ),
  rule(
    'gan hon ca suot nua',
    `${ABOUT}nua (?<unit>thang|nam|ngay)(?: (?:nay|roi|qua|troi))`,
    ({ unit }, today) => ({
      is: 'lasting',
      since: today.midnight - (unit === 'nam' ? 182 : unit === 'thang' ? 15 : 0) * DAY,
    }),
  ),
  rule(
    'may nhieu vai suot ca',
    `(?:suot |ca )?(?:may|nhieu|vai)(?: chuc)? (?:ngay|hom|bua|dem|tuan|thang|nam|buoi|toi)(?: nay| ni| ray| qua| roi| lien| troi| gan day| vua qua)+`,
    () => ({ is: 'lasting', since: null }),
  ),
  rule('hom bua bua', '(?:hom|bua) (?:ray|hom nay)|hom ray|may bua ray', () => ({
    is: 'lasting',
    since: null,
  })),
  rule(
    '# da duoc hon gan',
    `${ABOUT}(?<n>${NUMBER}) ${UNIT}(?= (?:chua|khong ai|ma chua|ma khong|van chua|van khong|khong thay))`,
    since,
  ),
  rule(
    'da duoc',
    `(?:da|duoc)(?: duoc)?(?: hon| gan| khoang)? (?<n>${NUMBER}) ${UNIT}(?! (?:lam viec|truoc|nua))`,
    since,
  ),
  rule(
    'lau bay xua truoc tu',
    '(?:bay )?lau nay|tu lau|xua nay|truoc (?:gio|nay)|tu truoc (?:den|toi) (?:nay|gio)|bay lau|lau lam roi',
    () => ({ is: 'lasting', since: null }),
  ),
  rule(
    'tu',
    'tu (?:(?:hoi|luc|khi|bua|hom|ngay) )?(?:do|ay)|tu (?:khi|luc|ngay|hoi) (?:[^ |,]+ ){1,6}(?:den|toi) (?:nay|gio)',
    () => ({ is: 'lasting', since: null }),
  ),
  rule(
    'dao gan thoi may',
    'dao (?:nay|gan day)|(?:thoi gian )?gan day|thoi gian (?:nay|vua qua|qua)',
    () => ({ is: 'lasting', since: null }),
  ),
];

function since({ n, unit }: Groups, today: Today): Told {
  const from = backBy(today, numberOf(n), unit);
  return from === undefined ? { is: 'never' } : { is: 'lasting', since: from };
}

/** The midnight so many days, weeks, months or years before today; undefined when it is absurdly long. */
function backBy({ midnight }: Today, count: number, unit: string | undefined): number | undefined {
  const at = new Date(midnight);
  if (unit === 'nam') {
    return count <= 60 ? Date.UTC(at.getUTCFullYear() - count, at.getUTCMonth(), at.getUTCDate()) : undefined;
  }
  if (unit === 'thang') {
    return count <= 240
      ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - count, at.getUTCDate())
      : undefined;
  }
  return midnight - count * (unit === 'tuan' ? 7 : 1) * DAY;
}

const SMALL = '(?<unit>phut|p|gio|tieng|h|tieng dong ho)';
const AGO = '(?:truoc|truoc day)';

/** "cách đây 2 tiếng", "3 hôm trước", "nãy giờ", "vừa xong". */
const ago: readonly Rule[] = [
  rule(
    'cach',
    `cach (?:day|nay)(?: khoang| chung| hon| gan| tam)? (?<n>${NUMBER}) ?${SMALL}(?: dong ho)?`,
    hoursAgo,
  ),
  rule(
    '# hon khoang gan chung',
    `(?:hon |khoang |gan |chung )?(?<n>${NUMBER}) ?${SMALL}(?: dong ho)? ${AGO}`,
    hoursAgo,
  ),
  rule('cach', `cach (?:day|nay)(?: khoang| chung| hon| gan| tam)? (?<n>${NUMBER}) ${UNIT}`, unitsAgo),
  rule('# hon khoang gan chung', `(?:hon |khoang |gan |chung )?(?<n>${NUMBER}) ${UNIT} ${AGO}`, unitsAgo),
  rule(
    'cach may vai',
    '(?:cach day )?(?:may|vai|it) (?:ngay|hom|bua|tuan|thang|nam|tieng|phut)(?: truoc)|cach day (?:may|vai|it) (?:ngay|hom|bua|tuan|thang|nam|tieng|phut)|cach day khong lau',
    () => ({ is: 'days', span: null }),
  ),
  rule(
    'nay hoi luc vua ban khi',
    '(?:(?:hoi|luc|vua|ban|khi|tu) )?nay (?:gio|den gio|toi gio|chu|den chu|toi chu)',
    nearNow,
  ),
  rule('nay hoi luc vua ban', '(?:hoi|luc|vua|ban) nay|vua (?:xong|roi|nay|moi|thay|xay ra|hoi)', nearNow),
  rule('moi', 'moi (?:nay|xong|hoi)', nearNow),
  rule('moi vua', '(?:moi|vua) day', () => ({ is: 'days', span: null })),
  rule(
    'bay hien luc dang ngay',
    'bay gio|bay chu|hien (?:gio|nay|tai)|luc nay|dang dien ra|dang xay ra|ngay luc nay|ngay bay gio',
    (_groups, today) => days({ from: today.midnight, to: today.midnight + DAY }),
  ),
];

function nearNow(_groups: Groups, { now }: Today): Told {
  return { is: 'moment', span: { from: now - 3 * HOUR, to: now } };
}

function hoursAgo({ n, unit }: Groups, { now }: Today): Told {
  const step = unit === 'phut' || unit === 'p' ? MINUTE : HOUR;
  const from = now - numberOf(n) * step;
  return { is: 'moment', span: { from, to: Math.min(from + HOUR, now) } };
}

function unitsAgo(groups: Groups, today: Today): Told {
  const from = backBy(today, numberOf(groups.n), groups.unit);
  if (from === undefined) return { is: 'never' };
  const [long] = [{ tuan: 7, thang: 30, nam: 365 }[groups.unit ?? ''] ?? 1];
  return days({ from, to: Math.min(from + long * DAY, today.midnight + DAY) });
}

export const PERIODS: readonly Rule[] = [...named, ...parts, ...lasting, ...ago];

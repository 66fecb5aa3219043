import {
  DAY,
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
import { NUMBER, type Rule, type Told, numberOf, rule } from './rule';

const days = (span: Span): Told => ({ is: 'days', span });
const quarter = (of: number, which: number): Span => ({
  from: month(of, 3 * which - 3).from,
  to: month(of, 3 * which - 1).to,
});
/** The nearest of that number that has begun. */
const lastQuarter = (today: Today, which: number): Span => {
  const inThis = quarter(yearOf(today), which);
  return inThis.from <= today.midnight ? inThis : quarter(yearOf(today) - 1, which);
};
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

/** By winds, rains and harvests. */
const SEASON =
  'mua (?:(?:gio|_) (?:bac|chuong|lao|nom|nam|mua|tay nam|dong bac)|mua|kho|nang|ret|lanh|lu|he|dong|xuan|thu|gat|vu|cay|lua|mia|ca phe|thu hoach|chim di (?:cu|_)|le hoi|cuoi)|vu (?:mua(?! (?:ban|_|dat|nha|hang|phai))|gat|lua|dong xuan|he thu|thu dong|thu hoach|chiem|mia|tom)';
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
  rule(
    'quy',
    `quy (?<n>[1-4]|mot|hai|ba|bon|tu)(?: (?<last>nam ngoai|nam truoc)| nam nay)`,
    ({ n, last }, today) => come(quarter(yearOf(today) - (last === undefined ? 0 : 1), numberOf(n)), today),
  ),
  // "Từ quý ba" without a year; "từ quỹ hai tỷ" counts money.
  rule(
    'tu hoi trong suot het ca dau giua cuoi',
    '(?:(?:tu|hoi|trong|suot|het|ca|dau|giua|cuoi) ){1,2}quy (?<n>[1-4]|mot|hai|ba|bon|tu)(?: nam nay)?(?! (?:nam|ty|trieu|ngan|nghin|tram|dong|nguoi|ong|ba|vi|bac|anh|chi|co))',
    ({ n }, today) => come(lastQuarter(today, numberOf(n)), today),
  ),
  rule('tet hoi', '(?:hoi )?tet(?: (?:nguyen dan|vua roi|nam nay))?', (_groups, today) =>
    come(lastNewYear(today), today),
  ),
  rule(
    'tu hoi dip dau giua cuoi suot trong vao ca nguyen',
    '(?:(?:tu|hoi|dip|dau|giua|cuoi|suot|trong|vao|ca|nguyen) ){1,2}(?:mua (?:mua|kho|he|dong|xuan|thu|lu|gat|nuoc noi)|he(?! (?:pho|duong))|(?:thu|xuan)(?= (?:nay|nam nay|vua roi))|(?:mua )?vu(?! (?:viec|an|no|chay|nay la|kien))(?: (?:dong xuan|he thu|thu dong|mua|gat|lua|chiem))?)(?: (?:nay|nam (?:nay|ngoai|truoc|kia)|vua roi))?',
    () => ({ is: 'days', span: null }),
  ),
  // "Từ đầu mùa gió bấc", "từ sau vụ mùa", "trước mùa mưa".
  rule(
    'tu hoi vao suot qua after truoc dau giua cuoi ca',
    `(?:(?:tu|hoi|vao|suot|qua|after|truoc|dau|giua|cuoi|ca) ){1,3}(?:${SEASON})(?: (?:nay|nam (?:nay|ngoai|truoc|kia)|vua (?:roi|qua)))?`,
    () => ({ is: 'days', span: null }),
  ),
  // "Cơn mưa này" is another word.
  rule(
    'mua',
    '(?<!(?:con|tran|dot|troi) )mua (?:(?:chim di (?:cu|_)|(?:gio|_) (?:bac|chuong|lao|dong bac)|nang|ret|lanh|cuoi|le hoi|du lich|thi|dong|he|xuan|thu|mua|kho|lu|gat|vu) )?nay(?! (?:la|thi))',
    () => ({ is: 'days', span: null }),
  ),
  rule('mua', 'mua (?:gio|_) (?:bac|chuong|lao|dong bac)', () => ({ is: 'days', span: null })),
  // "Từ đợt gió chướng này".
  rule(
    'dot',
    'dot (?:(?:gio|_|mua|nang|trieu) )?(?:chuong|bac|nam|lao|mua|nang|nong|lanh|ret|bao|lu|lut|han|trieu|to|lon|gay gat)(?: (?:nong|to|lon|gay gat))? (?:nay|vua (?:roi|qua)|roi|truoc|nam ngoai)',
    () => ({ is: 'days', span: null }),
  ),
  rule('truoc after ra can giap', '(?:truoc|after|ra|can|giap) tet|ra gieng', () => ({
    is: 'days',
    span: null,
  })),
];

function lastOf(spanBack: (back: number) => Span, today: Today): Told {
  const span = spanBack(0);
  return days(span.from <= today.midnight ? span : spanBack(1));
}

export const PERIODS: readonly Rule[] = [...named, ...parts];

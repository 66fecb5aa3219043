import { DAY, HOUR, MINUTE, type Span, type Today } from './calendar';
import { type Groups, NO_HOUSE, NUMBER, type Rule, type Told, numberOf, rule } from './rule';

const days = (span: Span): Told => ({ is: 'days', span });

const UNIT = '(?<unit>ngay|hom|bua|dem|tuan|thang|nam)';
const ABOUT = '(?:(?:hon|gan|khoang|chung|tam|ngot|co|do|suot|ca|dang|da|duoc|mat|tren) ){0,2}';
/** Nobody counts "tư ngày": "được từ hôm 20/11" begins then. */
const COUNT = `(?!tu )${NUMBER}`;
/** "Chạy suốt ngày qua phường X" goes through it; "suốt ngày qua" is the day that went. */
const WENT =
  'qua(?! (?:p|x|phuong|xa|duong|pho|ngo|hem|thon|ap|ban|lang|xom|khu|to|cau|cho|truong|nha|nga|quoc lo|tinh|huyen|quan|tp|thi|thanh pho|dia ban|dia phan|day|khoi)(?![a-z]))';
const TILL_NOW = `(?:nay|ni|ray|${WENT}|roi|lien|lien tiep|lien tuc|lien mien|troi|hom nay|lien nay|vua qua|vua roi|gan day|tro lai day)`;

/** A word that is of no date. */
const DONE =
  '(?!(?:thang|nam|tuan|ngay|hom|hoi|sang|chieu|dem|trua|khuya|tet|qua|nay|truoc|gio|den|ram|mung|a|nhe|nghen)(?![\\p{L}\\p{N}]))[^ |,\\d]+';
const NAMED_DAY = 'do|ay|no|kia|te|thu|chu|cn|mung|mong|dau|cuoi|giua|mua|kho|gat|lua|he|dong';
/** Manners end it, and who goes on about photos. */
const BREATH =
  '(?: (?:a|nhe|nha|nghen|nhen))?(?:[|,]| (?:toi|_|tui|em|minh|con) (?:khong|ko|chua|hinh|anh)(?![\\p{L}\\p{N}]))';
const EVENT =
  '(?:le(?: (?:hoi|_))?|tet|bao|lu|lut|dich|tran mua|dot mua|(?:hoi|_) cho|giai toa|sap nhap|khanh thanh|khai truong|dai hoi)';

/** "3 hôm nay", "gần hai tháng nay", "cả tuần nay", "mấy bữa rày": from then until now. */
const lasting: readonly Rule[] = [
  rule(
    '# hon gan khoang chung tam ngot co do suot ca da duoc dang mat tren',
    `${ABOUT}(?<n>${COUNT}) ${UNIT}(?: hon| ruoi)? ${TILL_NOW}(?: nay| roi)?`,
    (groups, today) => since(groups, today),
  ),
  // "2, 3 hôm nay", "ba bốn bữa nay".
  rule(
    '# hon gan khoang chung tam do suot ca da duoc dang',
    `${NO_HOUSE}${ABOUT}(?<first>${NUMBER})[, ](?<n>${COUNT}) ${UNIT} ${TILL_NOW}(?: nay| roi)?`,
    (groups, today) => (numberOf(groups.n) === numberOf(groups.first) + 1 ? since(groups, today) : undefined),
  ),
  rule(
    '# suot ca',
    `(?:suot |ca )?(?<n>${COUNT}) (?:toi|khuya|sang|trua|chieu) (?:lien(?: tiep| tuc)?|troi)(?: nay| roi)?`,
    since,
  ),
  // "…, khoảng hai tuần" ends what they tell.
  rule(
    'hon gan khoang chung tam ngot co da duoc suot ca',
    `(?:(?:hon|gan|khoang|chung|tam|ngot|co|da|duoc|suot|ca) ){1,2}(?<n>${COUNT}) ${UNIT}(?=[^\\p{L}\\p{N}]*$)`,
    (groups, today) => since(groups, today),
  ),
  rule(
    'hon gan ca suot nua',
    `(?:hon |gan |ca |suot )(?<unit>ngay|tuan|thang|nam)(?: troi| (?:nay|${WENT}|roi|ni))+`,
    (groups, today) => since({ ...groups, n: '1' }, today),
  ),
  rule(
    'gan hon ca suot khoang chung tam ngot co do nua',
    `${ABOUT}nua (?<unit>thang|nam|ngay)(?: (?:nay|roi|qua|troi))`,
    ({ unit }, today) => ({
      is: 'lasting',
      since: today.midnight - (unit === 'nam' ? 182 : unit === 'thang' ? 15 : 0) * DAY,
    }),
  ),
  rule(
    'hon gan ca suot khoang chung tam ngot do',
    '(?:hon|gan|ca|suot|khoang|chung|tam|ngot|do) nua (?<unit>thang|nam)(?! nua)',
    ({ unit }, today) => ({
      is: 'lasting',
      since: today.midnight - (unit === 'nam' ? 182 : 15) * DAY,
    }),
  ),
  rule(
    'may nhieu vai suot ca bao hon gan khoang ngot chuc muoi hai ba',
    `(?:suot |ca |hon |gan |khoang |ngot )?(?:(?:may|nhieu|vai|bao nhieu)(?: chuc)?|(?:hai |ba )?(?:chuc|muoi)(?: may)?) (?:ngay|hom|bua|dem|tuan|thang|nam|buoi|toi|khuya|sang|trua|chieu)(?: nay| ni| ray| qua| roi| lien| troi| gan day| vua qua)+`,
    () => ({ is: 'lasting', since: null }),
  ),
  rule('hom bua bua', '(?:hom|bua) (?:ray|hom nay|gio)|hom ray|may bua ray', () => ({
    is: 'lasting',
    since: null,
  })),
  rule(
    '# da duoc hon gan',
    `${ABOUT}(?<n>${COUNT}) ${UNIT}(?= (?:chua|khong ai|ma chua|ma khong|van chua|van khong|khong thay))`,
    since,
  ),
  rule(
    'da duoc',
    `(?:da|duoc)(?: duoc)?(?: hon| gan| khoang)? (?<n>${COUNT}) ${UNIT}(?! (?:lam viec|truoc|nua))`,
    since,
  ),
  // "Mùi hôi hơn 20 ngày", "gần ba tháng": who tells of what goes on tells since when.
  rule(
    'hon gan ngot',
    `(?:hon|gan|ngot)(?: ca)? (?<n>${COUNT}) ${UNIT}(?! (?:truoc|nua|tuoi|sau|toi|den|lam|cong|luong|tu|kinh|thue|hoc|bao|tien|phep))`,
    since,
  ),
  rule(
    'lau bay xua truoc tu hoi',
    '(?:bay )?lau nay|tu lau|(?:hoi |tu )?xua (?:gio|nay|(?:toi|den) (?:gio|nay))|truoc (?:gio|nay)|tu truoc (?:den|toi) (?:nay|gio)|bay lau|lau lam roi',
    () => ({ is: 'lasting', since: null, loose: true }),
  ),
  rule(
    'tu',
    'tu (?:(?:hoi|luc|khi|bua|hom|ngay) )?(?:do|ay)|tu (?:khi|luc|ngay|hoi) (?:[^ |,]+ ){1,6}(?:den|toi) (?:nay|gio)',
    () => ({ is: 'lasting', since: null }),
  ),
  // "Từ khi quán mở" to the end of what is said in one breath, where it names no date.
  rule(
    'tu',
    `tu (?:khi|luc|ngay|hoi|dao) (?!(?:do|ay)(?![\\p{L}\\p{N}]))(?:${DONE} ){0,9}?${DONE}(?=${BREATH})`,
    () => ({
      is: 'lasting',
      since: null,
      loose: true,
    }),
  ),
  // "Từ hôm chợ dời về", "từ đợt họ thay máy": a day that is told by what happened on it.
  rule(
    'tu',
    `tu (?:hom|bua|dot|dip) (?!(?:${NAMED_DAY})(?![\\p{L}\\p{N}]))(?:${DONE} ){1,9}?${DONE}(?=${BREATH})`,
    () => ({
      is: 'lasting',
      since: null,
      loose: true,
    }),
  ),
  rule('tu', `tu after (?:[^ |,]+ ){0,3}?${EVENT}`, () => ({ is: 'lasting', since: null })),
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
  rule(
    'nay hoi luc vua ban',
    '(?:hoi|luc|vua|ban) nay|vua (?:(?:new|moi) )?(?:xong|roi|nay|thay|xay ra|hoi)',
    nearNow,
  ),
  rule('new moi', '(?:new|moi) (?:nay|hoi)', nearNow),
  rule('new moi vua', '(?:new|moi|vua) day', () => ({ is: 'days', span: null })),
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

export const COUNTED_BACK: readonly Rule[] = [...lasting, ...ago];

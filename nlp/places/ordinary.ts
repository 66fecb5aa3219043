/** Names that are ordinary words when they are not written with capitals. */
const ORDINARY = new Set(
  `hoà bình|yên bình|bình an|an bình|bình minh|hạnh phúc|thống nhất|đoàn kết|tiến bộ|trung tâm|thanh bình|ba vì|năm căn|hoà an|tự do
   |độc lập|đồng tâm|tân tiến|quyết thắng|chiến thắng|thành công|hợp nhất|trung thành|đông hải|cái nước|bến cát|hoà hợp|đại đồng|cộng hoà
   |tân lập|hưng thịnh|thịnh vượng|an ninh|phú quý|tam bình|bình yên|bình thành|phong thổ|hiệp hoà|hoà thuận|trung chính|minh châu|hợp tiến
   |tiên tiến|vĩnh hằng|vĩnh cửu|quảng trường|hợp đồng|biên giới|thủ đô|cố đô|phố núi|đất tổ|đất mũi|tiền phong|dân chủ|dân tiến|dân lập
   |hưng đạo|hy vọng|trường học|đồng tiến|hợp lý|hải quan|sơn hà|tân hoà|tân hợp|hoà tiến|bình lặng|đông đô|an toàn|yên ổn|an khang|an lành
   |thanh tịnh|thảo nguyên|tân dân|đồng ý|bình dân|quang minh|an cư|định cư|liên minh|đại lộ|sông công|sông mã|sông lô|trung lập|đồng lòng|ngã ba|ngã tư|ngã năm|ngã sáu|ngã bảy`
    .split('|')
    .map((name) => name.trim()),
);
/** Names that plain letters share with ordinary words: "gia lai" may be "giá lại", "hue" "huệ". */
const UNSURE_PLAIN = new Set(
  'gia lai|hoa binh|hue|ca mau|long an|thai binh|phu yen|lai chau|ha nam|ben tre|dong thap|thu do|co do|pho nui|dat to'.split(
    '|',
  ),
);
/** Provinces that are parts of other sayings, by what stands before or behind them: "cao bằng nóc nhà", "sơn la liệt". */
const PHRASES: ReadonlyMap<string, Record<'before' | 'after', readonly string[]>> = new Map(
  (
    [
      [
        'cao bang',
        '',
        'noc dau nha mai ca cai cay nguoi hai ba nua cot con may toa tang lung nguc goi ham tuong cua ngon doi',
      ],
      ['son la', '', 'liet'],
      ['hai phong', 'co thue xay', 'tro ngu kham hoc ve khach lam'],
      ['da nang', 'benh bung nay', 'lam hon mui them len'],
      ['hai duong', 'giua', 'ong day ray dan'],
      ['lam dong', 'di dang', 've'],
      ['dien bien', '', 'phuc xau the ra ngay rat'],
      ['thai binh', 'khong', 'noi gi'],
      ['soc trang', '', 'nhu duc'],
      ['yen bai', 'ruoi', 'nay rac'],
      ['can tho', '', 'khoan dao xay ho'],
      ['thanh hoa', '', 'don'],
      ['phu tho', '', 'ho xay'],
      ['nam dinh', '', 'ky ki'],
      ['ninh binh', 'moi', 'yen'],
    ] as const
  ).map(([name, before, after]) => [name, { before: before.split(' '), after: after.split(' ') }] as const),
);

/** Is that province, in small letters, part of another saying? All without accents. */
export function isPhrase(before: string, name: string, after: string): boolean {
  const saying = PHRASES.get(name);
  if (!saying) return false;
  return (before !== '' && saying.before.includes(before)) || (after !== '' && saying.after.includes(after));
}

const SURNAMES = new Set(
  'nguyễn trần lê phạm phan võ vũ đặng bùi ngô tô đinh huỳnh trịnh lương mạc tôn hoàng nguyen tran le pham phan vo vu dang bui ngo'.split(
    ' ',
  ),
);

/** Answers that are names as well. */
const ANSWERS = new Set(
  'đồng ý|hợp lý|hợp đồng|thành công|hài lòng|trung tâm|dong y|hop ly|trung thành'.split('|'),
);

export const isAnswer = (typed: string): boolean => ANSWERS.has(typed);

export const isOrdinary = (typed: string): boolean => ORDINARY.has(typed);

export const isUnsurePlain = (typed: string): boolean => UNSURE_PLAIN.has(typed);

/** "Nằm ở xã năm tháng" counts months, and names no Nam Thắng; without accents it may. */
export const isCounted = (typed: string): boolean => COUNTED.test(typed);
const COUNTED =
  /^(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài|cả|suốt) (?:ngày|tháng|tuần|hôm|bữa|lần|đêm)(?: |$)/;

/** "Công chức xã thái độ hách dịch" names no Thái Đô. */
export const isManner = (typed: string, after = ''): boolean =>
  typed === 'thái độ' || (typed === 'thai do' && BEHAVES.has(after));
const BEHAVES = new Set('hach lam coi thieu khong rat phuc voi cua can qua lich vo noi tiep ung'.split(' '));

/** "Nguyễn Văn Cừ" is a street far more often than a ward. */
export const startsWithSurname = (typed: string): boolean => SURNAMES.has(typed.slice(0, typed.indexOf(' ')));

import { PART } from './parts';
import { type Rule, rule } from './rule';

const UNIT =
  'sang som|sang|trua|chieu|toi|dem|ngay|hom|bua|tuan|thang|nam|cuoi tuan|chu nhat|gio|lan|khi|dot|quy';
const TURN = 'vu|mua|tran|dip|chuyen|phien|con nuoc|con mua|tran mua';
/** "Mỗi khi nước ròng", "mỗi lần trời mưa to". */
const WEATHER =
  '(?:con )?nuoc (?:rong|lon|len|xuong|can|kiet|dang)|(?:thuy )?trieu (?:rut|len|xuong|cuong|dang)|(?:troi |co )?(?:mua|nang|gio|bao|giong|suong)(?: (?:to|lon|xuong|gat|manh|rao))?|troi (?:nom|toi|oi|am|lanh|nong|chuyen)(?: (?:mua|nong|lanh|ret|gio))?|tan ca|doi ca|cup dien|mat dien';
/** What people do without end because of it tells how bad it is, and not when: "trẻ con ho suốt". */
const OF_BODY = 'ho|ngua|khoc|benh|om|dau|non|sot|met|thuc|chong mat|hat hoi|chay mui';
/** "Lần nào cũng bắt bổ sung giấy" tells how it went each time, and not when. */
const EACH_VISIT = 'lan nao cung(?! (?:the|vay|nhu)(?![\\p{L}])| ?[|,])';
/** "Ngày nào cũng làm": the word that ends what is said in one breath. */
const ENDS = ' (?!duoc)[^ |,\\d]+(?=[|,])';
const WEEKDAY = 'thu (?:[2-7]|hai|ba|tu|bon|nam|sau|bay)|t[2-7]|chu (?:nhat|nhut)|cn';
/** What other parts of the day begin with. */
const OTHER_PARTS = 'rang gan som nua tinh tang chang chap nha nhap xam sam to';
const habit = (first: string, says: string): Rule => rule(first, says, () => ({ is: 'habit' }));

/** What tells that it comes again and again. */
export const HABITS: readonly Rule[] = [
  habit(
    `sang trua chieu toi dem ngay hom bua tuan thang nam cuoi chu gio lan khi luc khuya buoi dau giua ${OTHER_PARTS}`,
    `(?!${EACH_VISIT})(?:(?:buoi|giua|cuoi|dau|cuoi gio|dau gio) )?(?:${PART}|${UNIT}|luc) nao (?:cung(?! duoc)|ma|no cung|ho cung)(?: (?:the|vay|nhu (?:the|vay))|${ENDS})?|(?:sang|trua|chieu|toi|dem|khuya|ngay) nao(?! (?:cung duoc|do|vay|thi|co|se|moi|xong|duoc|tra|den|xu|giai|nop|nhan|lay|hop|lam|ra|la|qua))`,
  ),
  habit('moi', `moi (?:(?:mot )?(?:${UNIT})(?! (?:qua|nay|hom|truoc))|khi|lan)(?: (?:qua|lai))?`),
  // "Rạng sáng mỗi ngày"; a lamp that shines every day is no morning.
  habit(
    `sang trua chieu toi dem khuya ${OTHER_PARTS}`,
    `(?<!(?:den|chieu|phat|sang) )(?:${PART}) (?:cua )?(?:moi|hang) (?:ngay|hom|dem)(?! (?:qua|nay|hom|truoc))`,
  ),
  habit('moi', `moi (?:khi|lan|luc) (?:${WEATHER})`),
  // "Nhất là lúc trời nồm", "khi triều rút".
  habit(
    'nhat vao luc khi nhung',
    `(?:nhat la )?(?:vao )?(?:(?:nhung|may) )?(?:luc|khi|hom|ngay) (?:troi (?:(?:sap|chuyen|tro) )?(?:mua|nang|nom|oi|am|lanh|ret|nong|gio|giong|suong|han|chuyen)|(?:con )?nuoc (?:rong|lon|kiet|can)|(?:thuy )?trieu (?:rut|len|xuong|cuong))(?: (?:to|lon|gat|rao|dong))?`,
  ),
  // "Cứ sau cơn mưa"; one of yesterday is none.
  habit(
    'cu after nhung',
    '(?:(?:cu|nhung) )?after (?:(?:moi|nhung) )?(?:con|tran|dot) (?:mua|giong|bao|lu)(?: (?:to|lon|rao))?(?! (?:hom|toi|sang|chieu|dem|trua|vua|ngay|tuan|thang|nam|dau|do|nay))',
  ),
  // "Sáng sớm và chiều tối".
  habit(
    'ca sang trua chieu toi dem khuya som rang',
    `(?:ca )?(?:${PART}) (?:va|lan|voi|hay|hoac) (?:${PART})(?! (?:nay|qua|hom|kia|mai|ngay|thu|\\d))`,
  ),
  // "Mỗi lần họ xả lò" to the end of what is said in one breath.
  habit('moi', 'moi (?:khi|lan|luc)(?: [^ |,]+){1,4}(?= ?(?:[|,]|$))'),
  // "Sẩm tối các ngày nghỉ".
  habit(
    'sang trua chieu toi dem khuya sam xam chap',
    `(?:${PART}) cac (?:ngay|hom|buoi) (?:nghi|le|cuoi tuan)`,
  ),
  habit('moi', `moi (?:${TURN})(?! (?:nay|qua))`),
  habit('vu mua tran dip chuyen phien con', `(?:${TURN}) nao (?:cung|ma)`),
  habit('nhieu', 'nhieu (?:dem|toi|bua|lan)(?! (?:nay|ni|ray|qua|roi|lien|troi|gan|vua))'),
  // "Đã góp ý hai lần rồi" tells what was done about it.
  habit(
    'hai ba bon nam may nhieu',
    '(?<!(?:noi chuyen|gop y|nhac nho|nhac|bao|phan anh|goi|kien nghi|keu|noi|gui don|lam don|trinh bao|bao xa|xa|phuong|uy ban) )(?:hai|ba|bon|nam|may|(?<!bao )nhieu) lan roi',
  ),
  habit('hang', `hang (?:ngay|dem|hom|tuan|thang|nam|toi|sang)`),
  habit('thuong hay', 'thuong (?:xuyen|nhat|ngay|ky|ki)|hay xay ra'),
  habit('lien', `(?<!(?:${OF_BODY}) )lien (?:tuc|mien|tuc tuc)`),
  habit('lau thi thinh doi', 'lau lau|thinh thoang|doi khi|doi luc'),
  // "Thái Nguyên đêm nào cũng" names a province.
  habit(
    'xuyen thau nguyen',
    '(?:xuyen|thau) dem|(?<!(?:thai|tay|cao|trung) )nguyen (?:ngay|dem)(?! (?:hom|nay|qua))',
  ),
  habit('cac', 'cac (?:ngay|dem|toi|sang|chieu|hom|buoi)(?! (?:lam|le|nghi|tet))(?: trong (?:tuan|thang))?'),
  habit(
    'thu chu t2 t3 t4 t5 t6 t7',
    '(?:thu (?:[2-7]|hai|ba|tu|bon|nam|sau|bay)|t[2-7]|chu nhat) (?:hang tuan|nao(?: cung)?)',
  ),
  // "Chiều thứ bảy và chủ nhật"; those of one week are none.
  habit(
    'sang trua chieu toi dem thu chu t6 t7 cn',
    `(?:(?:${PART}) )?(?:${WEEKDAY})(?: va |[ ,])(?:${WEEKDAY})(?! (?:tuan|vua|roi|qua|truoc|nay|do|ngay|\\d))`,
  ),
  habit('dinh', 'dinh (?:ky|ki)'),
  habit('quanh', 'quanh nam'),
  habit('toi', 'toi toi'),
  habit('dem', 'dem (?:dem|ngay)|dem hom(?! (?:qua|nay|kia|te|truoc|no|ni|\\d|mung|mong|ram))'),
  habit('ngay', 'ngay (?:dem|ngay)|ngay lan dem|ngay cung nhu dem'),
  habit('ca', 'ca ngay(?: (?:lan|va|toi|den))? (?:dem)|ca (?:ngay|dem|buoi)(?! (?:hom|nay|qua|ni))'),
  habit(
    'suot',
    `(?<!(?:${OF_BODY}) )suot(?: (?:ngay|dem|sang|ca)(?! (?:hom|nay|qua))(?: (?:dem|ngay|lan dem|suot sang))?)?(?! (?:doc|chieu|con|tuyen|doan|duong|quang|chang|\\d|may|hai|ba|bon|nam|mot|tu|tuan|thang|hom|(?:ngay|dem|sang|trua|chieu|toi) (?:hom|nay|qua|kia)))`,
  ),
  habit('ngay', 'ngay (?:\\d{1,2}|hai|ba|bon|may) (?:lan|luot|chuyen|cu|bua|ca|tran)'),
  habit(
    'ban ve buoi giua cuoi dau',
    '(?:ban|ve|buoi|giua|vao ban|vao buoi|(?:cuoi|dau|giua) (?:gio|buoi)) (?:dem|khuya|toi|chieu|trua|sang)(?! (?:hom|nay|qua|kia|ni|\\d|ngay|thu|cung ngay))',
  ),
  // "Bán ngay cạnh trường" tells where.
  habit(
    'ban vao',
    '(?:vao )?(?<!nhu )ban ngay(?! (?:hom|nay|qua|kia|tai|canh|ben|truoc|sau|cho|gan|goc|trong|tren|duoi|o|dau|cua|via|le|mat|giua|chan|sat|ngoai|khu|duong|tu|luc|khi|\\d))',
  ),
  // "Vào giờ học sinh đi học", "lúc tan tầm": hours that come every day.
  habit(
    'vao dung trung ngay luc cu moi khung tam khi gio',
    '(?:gio (?:cao diem|tan (?:tam|hoc|truong|ca|so)|nghi trua))|(?:(?:vao|dung|trung|ngay|luc|cu|moi|khung|tam) ){1,2}gio (?:cao diem|tan (?:tam|hoc|truong|ca|so)|nghi trua|com trua|hoc sinh(?: [^ |,]+){1,2}|di (?:hoc|lam)|hanh chinh)|(?:vao |moi )?(?:luc|khi) tan (?:tam|hoc|truong|ca|so)(?! (?:hom|chieu|ngay))',
  ),
  // "Hai ba hôm một lần".
  habit(
    'hai ba bon nam vai may',
    '(?:(?:hai|ba|bon|nam|vai|may) ){1,2}(?:ngay|hom|bua|tuan|thang) (?:lai )?(?:mot|1) (?:lan|dot|tran|chuyen)',
  ),
  // "Gọi em giờ hành chính" tells when to call.
  habit(
    'gio trong ngoai',
    '(?<!(?:goi|lien he|lien lac|lai|toi|em|minh|tui|vao|luc|cu) )(?:(?:trong|ngoai) )?gio hanh chinh(?! (?:la|cua|may|tu))',
  ),
  // "Cứ gom lá" without its accents; "cứ gọi em là".
  habit(
    'cu',
    'cu (?!(?:goi|lien|luu|ghi|nhan|de|cho|bao|noi)(?![\\p{L}]))(?:den|toi|moi|tam|khoang|vao|luc|he|cach|dung)? ?(?:[^ |,]+ ){1,5}(?<!(?:gom|quet|vun|hot|don|nhat|rung|chat|cu dot) )(?:la|lai)',
  ),
];

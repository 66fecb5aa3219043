/** "Nhà yến xây giữa phố kéo gián, muỗi": who tells of it and of no parcel complains of no building. */
export const isNoBuilding = (key: string): boolean => isOfNoMedium(key) && !OF_PARCEL.test(key);
const OF_PARCEL = /\b(?:dat|lan|chiem|trai phep|khong phep|ranh|thua|ruong)\b/;

/** "Công trình ép cọc rung cả nền nhà": who is shaken complains of no building either, unless of its permit. */
export const isShaken = (key: string): boolean => SHAKEN.test(key) && !UNLAWFUL.test(key);
const SHAKEN =
  /\b(?:(?:dong|ep|nhoi|khoan) coc|may (?:lu|dam|khoan|dong)|lu rung)\b(?: \w+){0,5} (?:rung|on|nut|dinh tai|nhuc|am am|ram ram|uynh uych|inh oi)\b/;
const UNLAWFUL =
  /\b(?:lan (?:chiem|sang|dat|ra)|chiem|trai phep|khong phep|ranh (?:dat|gioi)|thua dat|dat (?:nong|lua|rung|cong))\b/;

/** Pests, heat, light, radio masts: of no medium by docs/labels.md, unless one is said to suffer as well. */
export const isOfNoMedium = (key: string): boolean =>
  (SWARMS.test(key) && !SUFFERS.test(key)) ||
  ((HEATS.test(key) || SHINES.test(key) || RADIATES.test(key)) && !SUFFERS.test(key) && !HEARD.test(key));

/** Flies and rats alone. Without accents flies are also a half, mosquitoes ten, cockroaches in between. */
const SWARMS =
  /\b(?:(?<!gio |nam |thang |trieu |ngan |met )ruoi (?:nhang|muoi|xanh|bay|bau|bu|dau|nhieu|day|dac|vo|(?:\w+ ){1,4}bay (?:sang|vao|day|kin|toi))|muoi (?:dot|can|bay|nhieu qua|sinh soi|(?:tu|o) (?:\w+ ){1,5}(?:sinh soi|bay sang|bay vao))|gian (?:chuot|muoi|bo|bay|(?:\w+ ){1,3}bo (?:sang|vao|day))|muoi gian|ruoi muoi|chuot (?:bo|chay|cong|(?:\w+ ){1,5}(?:chay|bo|tran) (?:sang|vao))|kien ba khoang|mat ga (?:bay|bo|can|tu|day)|(?:sinh ra|keo theo|keo|nhung nhuc|luc nhuc|toan la) (?:ruoi|muoi|gian|chuot))\b/;
const SUFFERS =
  /\b(?:mui|hoi(?! (?:nong|y kien|han|tham|ai))|thoi(?!(?: ra| thang)? (?:hoi|khi|gio) nong)|thui|tanh|khai|khoi|bui|rac|nuoc|hoa chat|chan nuoi)\b/;

/** "Dàn nóng điều hòa thổi hơi nóng hầm hập sang nhà tôi". */
const HEATS =
  /\b(?:dan nong|cuc nong|may lanh|dieu hoa|quat|ong|lo|kho lanh)(?: \w+){0,8} (?:thoi|pha|phat|toa|xa|hat|tuon)(?: \w+){0,3} (?:hoi nong|khi nong|gio nong|nong)\b|\b(?:hoi|khi|gio) nong (?:ham hap|hung huc|rat mat|hat|pha|phat)\b/;

/** "Biển quảng cáo chiếu thẳng vào phòng ngủ". */
const SHINES =
  /\b(?:den|bang hieu|bien hieu|(?:bang|bien) quang cao|man hinh)(?: \w+){0,8} (?:choi (?:mat|loa|chang|ca mat)|chieu (?:thang|vao|sang|sang nha)|roi (?:thang|vao)|sang (?:ruc|choi|trung))\b/;

const RADIATES = /\b(?:tram|cot|thap|ang ten) (?:thu )?(?:phat song|bts|viba)\b|\bsong dien tu\b/;

/** What is heard as well is a noise. */
const HEARD = /\b(?:on ao|tieng on|rat on|on qua|keu|u u|am am|am i|inh oi|nhac|loa|rung)\b/;

import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { isDanger, saysAnonymous, saysContact } from '../told/absorb';
import { blamesOffice, urges } from '../asides/asides';
import { fears } from '../asides/fear';
import { isTalk } from '../told/talk';
import { tellsOn } from '../told/tells-on';
import { hasPlaceWord } from './place-words';
import { saysOfAll, WHEN_ENGLISH } from './when';

/** A name or a way to it; no question, no anger, no talk. What has none of the words of places must be short. */
export function looksLikePlace(heard: Heard, misses: number): boolean {
  const { key, understood } = heard;
  const words = wordCount(key);
  if (key === '' || /^\d{1,3}$/.test(key) || isOtherAnswer(heard, misses)) return false;
  if (isTalk(heard) && understood.confidence >= SURE) return false;
  if (hasPlaceWord(heard.meant.text)) return words <= MANY;
  const tellsElse =
    isDanger(heard) || understood.over || understood.time !== null || understood.phone !== null;
  return !tellsElse && !isTold(heard, misses) && (words <= FEW || (words <= MANY && /\d/.test(key)));
}

/** "Đốt hoài", "every night": few words that tell what happens or when; said once more, they are taken for a place. */
const isTold = ({ understood, key }: Heard, misses: number): boolean =>
  misses === 0 &&
  (WHEN_ENGLISH.test(key) || (understood.intent.startsWith('report.') && understood.confidence >= SURE));

/** "Chóng mặt nhức đầu", "nồng nghẹt", "đen kịt": how bad it is, and of no place. */
export const suffers = ({ key }: Pick<Heard, 'key'>): boolean =>
  wordCount(key) <= SHORT && SUFFERED.test(key) && !STARTS_AT_PLACE.test(key);
const SHORT = 6;
const SUFFERED =
  /\b(?:ngot ngat|ngat tho|chong mat|nhuc dau|dau dau|lenh lang|doc hai|sac sua|nghet|kho tho|ngop|buon non|nong nac|khet let|thoi hoac|hoi rinh|inh oi|am i|ram ram|dinh tai|mu mit|den kit|den ngom|no min|rung (?:nha|ca|bat|ban)|cay mat|rat mat|muon (?:chet|xiu|non)|(?:hoi|thoi|thui|khet|tanh|khai|on|bui|khoi) (?:nhieu )?(?:qua|lam|ghe|kinh))\b/;

const isOtherAnswer = (heard: Heard, misses: number): boolean =>
  (misses === 0 &&
    (suffers(heard) || asksForHelp(heard) || isOfAll(heard) || tellsOfFamily(heard) || tellsOn(heard))) ||
  heard.reply !== null ||
  heard.isRude ||
  fears(heard) ||
  saysAnonymous(heard) ||
  saysContact(heard) ||
  blamesOffice(heard.key);

/** "Cả xóm mười mấy nhà đều vậy" names no commune. */
const isOfAll = ({ key, meant }: Heard): boolean => meant.places.length === 0 && saysOfAll(key);

/** "Mẹ tôi già rồi cứ ho suốt": who suffers, and not where; without its accent "ho" is a lake. */
const tellsOfFamily = ({ key }: Heard): boolean =>
  FAMILY.test(key) && wordCount(key) >= SHORT - 1 && !/\d/.test(key);
const FAMILY =
  /^(?:ca |may )?(?:me|bo|ba|ma|vo|chong|con|chau|cha) (?:gia |nho |vo |trai |gai |lon )?(?:toi|tui|minh|em) (?!(?:o|tai|ngay|gan|canh)\b)/;

/** "Nhờ cơ quan xuống xem giúp" says what is to be done, and not where. */
const asksForHelp = ({ key, meant }: Heard): boolean =>
  meant.places.length === 0 && !/\d/.test(key) && urges(key);

const FEW = 4;
const MANY = 30;
const SURE = 0.7;

/** It begins as people begin who say where. */
export const STARTS_AT_PLACE =
  /^(?:(?:o|tai|ngay|ngoai|trong|tren|duoi|no|day|cho) )*(?:gan|canh|sau|truoc|doi|ben|duong|pho|ngo|hem|thon|ap|ban|lang|xom|to|xa|phuong|tinh|huyen|quan|cau|cho|song|khu|kcn|cum|quoc|km|nga|truong|cong(?! (?:nhan|ty|an|trinh|suat|vien|truong))|nha|so|kho|bai|ho|kenh|chan|dau|cuoi)\b/;

/** "Chỗ đó là bãi đất trống cạnh trường, …", "ở ngay cuối đường vào nghĩa trang"; who says what is done there tells more. */
export const headsPlace = ({ key }: Pick<Heard, 'key'>): boolean => HEADS_PLACE.test(key);
const HEADS_PLACE =
  /^(?:(?:da|vang|thi) )*(?:cho|noi|dia (?:diem|chi)|vi tri)(?: (?:do|nay|ay))? (?:la|o|thi|tai|nam)\b|^(?:(?:da|vang|thi) )*(?:o|tai) (?:ngay |phia |sat |tan )*(?:gan|canh|sau|truoc|doi dien|ben|dau|cuoi|giua|goc|chan|lung|mep|bo|doan|khuc)\b(?!.* (?:dot|xa (?:thai|nuoc|khoi|rac|bui|mui|trom|ra)|do (?:rac|xa|thai|trom|dat|nuoc)|chat|pha|lan|chan|xay|hut|mo may|keu|boc|toa|bi|dang|chay|tran|bay) )/;

import { readText } from '../../../../nlp/fold';
import type { Draft } from '../draft';

/** Does the story speak of who does it already? Accents that were typed tell "hồ" from "họ". */
export function namesSomebody(story: string, lane: Draft['lane']): boolean {
  const { typed, folded, accented } = readText(story);
  if (lane === 'misconduct') return accented ? OFFICES.test(typed) : OFFICES_BARE.test(folded);
  return (accented ? DOERS.test(typed) : DOERS_BARE.test(folded)) || BLAMES.test(folded);
}

/** "Thủ phạm …", "mấy chị ngoài chợ kháo nhau là …", "trại của bà Út": whom people speak of, whatever trade it is. */
const BLAMES =
  / (?:thu pham|nghi (?:la|do|ngo)|nghe (?:noi|dau|nguoi ta noi|nguoi ta bao) (?:la|do)|khao nhau|(?:doan|bao|noi) (?:la|do)|theo (?:toi|bac|minh|em|chau|tui)(?: biet| nghi)? thi (?:la|do)|cua (?:ong|ba|anh|chi|co|chu|bac)) /;

const DOERS =
  / (?:nhà máy|vựa|tiệm|gara|shop|xưởng|công ty|cơ sở|xí nghiệp|trại|lò|quán|karaoke|hàng xóm|nhà bên|nhà hàng|khách sạn|bệnh viện|chợ|chủ|ông|bà|anh|xe|ghe|tàu|sà lan|hộ|người|họ|bọn|tụi|mấy|doanh nghiệp|khu công nghiệp|công trình|công trường|làng nghề|nhà thầu) /;
const DOERS_BARE =
  / (?:nha may|tiem|gara|shop|xuong|cong ty|co so|xi nghiep|trai (?:heo|ga|lon|vit|bo)|lo (?:gach|voi|mo|dot)|quan|karaoke|hang xom|nha hang|khach san|benh vien|chu|ong|xe|sa lan|nguoi|bon|tui|doanh nghiep|khu cong nghiep|cong trinh|cong truong|lang nghe|factory|company|farm|workshop|neighbou?rs?|people|trucks?) /;
const OFFICES =
  / (?:ubnd|ủy ban|phòng|sở|một cửa|địa chính|chi cục|cục|thanh tra|chủ tịch|công an|trung tâm|cán bộ xã|cán bộ phường) /;
const OFFICES_BARE =
  / (?:ubnd|uy ban|van phong|phong (?:tnmt|tai nguyen|kinh te)|so (?:tnmt|tai nguyen|nong nghiep)|mot cua|dia chinh|chi cuc|thanh tra|chu tich|cong an|trung tam|can bo xa|can bo phuong|office|department) /;

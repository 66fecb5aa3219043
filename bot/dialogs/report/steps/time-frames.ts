import { readText } from '../../../../nlp/fold';
import { withoutManners } from './place-frames';

const SELF = 'toi|em|minh|tui|bac|chau|con';
/** Words that lead to a time: "để em nhớ lại xem, …", "em nhớ không nhầm thì …", "tình trạng này xảy ra …". */
const LEADS = new RegExp(
  `^(?:(?:da|vang|a|u|thi|thua|chac|co le|hinh nhu|de (?:${SELF}) (?:nho|xem|nghi|coi)(?: (?:lai|ky|xem|da|nao|coi|thu)){0,3}|(?:neu )?(?:(?:${SELF}) )?(?:nho|nghi|doan) (?:(?:khong|ko) )?(?:nham|lam|sai|lon|dung)|theo (?:${SELF}|ba con|hang xom|moi nguoi) (?:nho|biet|thay|de y|nghe|noi)|(?:${SELF}) (?:chi )?(?:nho|thay|de y)(?: (?:ro|mang mang|ang chung))?|(?:tinh trang|chuyen|su viec|viec|vu viec|hien tuong|no)(?: (?:nay|do|ay))? (?:xay ra|dien ra|bat dau|keo dai|lap lai|co)|(?:(?:${SELF}) )?(?:khong|ko) (?:nho|biet|chac)(?: (?:ro|chac|chinh xac|ky|lam|ngay|gio|dau|nua)){0,5}(?: (?:nhung|chi|ma)){0,2}|(?:con )?(?:ve )?thoi (?:gian|diem)(?: xay ra)?)(?: (?:thi|la|vao))? )+`,
);
/** What is said of photos, which are invited along with the time. */
const PHOTOS =
  /[\s,.;](?:(?:còn|con|nhưng|nhung) )?(?:(?:hình|hinh|ảnh|anh|video) (?:ảnh |anh )?(?:thì|thi) |(?:tôi|toi|em|mình|minh|tui|bác|bac|cháu|chau)(?: (?:thì|thi|cũng|cung|hiện|hien)){0,2} (?:không|khong|ko|chưa|chua) (?:có|co|chụp|chup|quay|kịp|kip|lưu|luu) )[^\n]{0,80}$/iu;

/** An answer that tells when, without the sentence around it; undefined: there is none around it. */
export function unframedTime(said: string): string | undefined {
  const text = said.replace(PHOTOS, '').trim();
  const { words } = readText(text);
  const [lead = ''] = LEADS.exec(`${words.map(({ folded }) => folded).join(' ')} `) ?? [];
  const first = words[lead === '' ? 0 : lead.trim().split(' ').length];
  if (first === undefined || (lead === '' && text === said)) return undefined;
  return withoutManners(text.slice(first.start));
}

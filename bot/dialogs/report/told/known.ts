import type { Heard } from '../../../hear';

/**
 * "Theo tôi biết thì chỗ này chưa hề được cấp phép" tells of the matter: it asks for no procedure and names no place.
 * "Theo em biết thì ở sau chợ", "thì do ông Bảy", "thì từ hôm qua" answer.
 */
export const tellsWhatTheyKnow = ({ key, text }: Pick<Heard, 'key' | 'text'>): boolean =>
  KNOWN.test(key) && !text.includes('?') && !ASKS.test(key);
const KNOWN =
  /^(?:(?:da|vang) )?theo (?:nhu )?(?:toi|em|minh|tui|bac|chau|ba con|hang xom|moi nguoi)(?: (?:duoc |cung )?(?:biet|thay|nghe|noi|nghi|nho))? thi (?!(?:cho do |no )?(?:la )?(?:o|tai|gan|sau|ben|canh|ngay|do|la|chinh|tu|khi|luc|hoi|moi|cu|khoang|tam|hom|dau|cuoi|giua)\b)/;
const ASKS = /\b(?:bao (?:lau|nhieu|gio)|the nao|o dau|gi|sao|nao|(?:khong|chua)(?: a)?$)/;

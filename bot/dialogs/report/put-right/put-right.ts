import type { Heard } from '../../../hear';

/** "Địa chỉ đúng là …" asks for nobody's address. */
export const putsPlaceRight = ({ isCorrection, meant }: Pick<Heard, 'isCorrection' | 'meant'>): boolean =>
  isCorrection && meant.places.length > 0;

/** "Thời gian phải là từ đầu năm" puts a time right, whatever it sounds like. */
export const putsTimeRight = ({ isCorrection, meant, text, key }: Heard): boolean =>
  isCorrection && (meant.time !== null || OF_TIME.test(key)) && !text.includes('?');
const OF_TIME =
  /^(?:(?:a|u|o|y|da|thi|sua|doi|lai|cho|toi|em|minh|tui) ){0,4}thoi (?:gian|diem)(?: (?:dung|thi|phai|xay ra|do)){0,3} (?:la|thanh) \w/;

import type { Heard } from '../../hear';

/** "Địa chỉ đúng là …" asks for nobody's address. */
export const putsPlaceRight = ({ isCorrection, meant }: Pick<Heard, 'isCorrection' | 'meant'>): boolean =>
  isCorrection && meant.places.length > 0;

/** "Thời gian phải là từ đầu năm" puts a time right, whatever it sounds like. */
export const putsTimeRight = ({ isCorrection, meant, text }: Heard): boolean =>
  isCorrection && meant.time !== null && !text.includes('?');

import { maskPhone } from '../../../../nlp/contact';
import type { Place } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import type { Places } from '../../../places';
import { unitOf } from '../told/absorb';
import type { Draft } from '../draft';
import { hasPlaceWord } from '../steps/place-words';

/** A place that is put right stands in a short message. */
const LONGEST = 300;

/** "Địa chỉ là An Giang", while it is asked which of several: that takes nothing back. */
export const tellsWhere = ({ waitingFor, location }: Draft, { key }: Heard): boolean =>
  waitingFor === 'location' && !location?.communeCode && HEADED.test(key) && !TAKES_BACK.test(key);
const HEADED =
  /^(?:(?:da|a|thua) )?(?:dia (?:chi|diem)|vi tri|(?:cho|noi)(?: (?:do|xay ra))?) (?:la|o|thuoc|tai)\b/;
const TAKES_BACK = /\b(?:nham|sai|lon|sua|doi|chu|moi (?:dung|phai)|khong)\b/;

/** "Phường là Tây Hồ" names one as well. */
export const namesPlace = ({ meant, key }: Pick<Heard, 'meant' | 'key'>): boolean =>
  meant.places.length > 0 || UNIT_IS.test(key);

/** With its accents "phường là" names no "Phường La", without them what was found first goes before. */
export function placesIn({ meant, key }: Pick<Heard, 'meant' | 'key'>, places: Places): readonly Place[] {
  const isBare = !/[^\p{ASCII}]/u.test(meant.text);
  if (!UNIT_IS.test(key) || (isBare && meant.places.some(({ communeCode }) => communeCode !== null)))
    return meant.places;
  const found = places.find(
    meant.text.slice(0, LONGEST).replace(isBare ? UNIT_IS_BARE : UNIT_IS_TYPED, '$1 '),
  );
  return found.length > 0 ? found : meant.places;
}

const UNIT_IS =
  /\b(?:phuong|xa|dac khu|tinh|thanh pho|quan|huyen|thi tran) (?:(?:phai|dung|ra|doi|sua|lai) ){0,2}(?:la|thanh|sang) \w/;
const UNIT_IS_TYPED =
  /(?<!\p{L})(phường|xã|đặc khu|tỉnh|thành phố|quận|huyện|thị trấn) (?:(?:phải|đúng|ra|đổi|sửa|lại) ){0,2}(?:là|thành|sang) /giu;
const UNIT_IS_BARE =
  /(?<!\p{L})(phuong|xa|dac khu|tinh|thanh pho|quan|huyen|thi tran) (?:(?:phai|dung|ra|doi|sua|lai) ){0,2}(?:la|thanh|sang) /giu;

/** "Địa chỉ đúng là số 5 ngõ 10": of the commune that is known, another spot. */
export function withLandmark(draft: Draft, { meant, isCorrection }: Heard, places: Places): Draft {
  const { location } = draft;
  if (!isCorrection || !location?.communeCode) return draft;
  const [, said] = ADDRESS.exec(meant.text.slice(0, LONGEST)) ?? [];
  if (said === undefined || !hasPlaceWord(said)) return draft;
  const text = `${maskPhone(said)}, ${places.nameOf(location.communeCode)}`;
  return { ...draft, location: { ...location, text } };
}

const ADDRESS =
  /(?:địa chỉ|dia chi|địa điểm|dia diem|nơi xảy ra|noi xay ra|vị trí|vi tri)(?: (?:sai|nhầm|nham)(?: (?:rồi|roi))?)?,?(?: (?:đúng|dung|phải|phai|ra|lại|lai|mới|moi)){0,3}(?: (?:là|la|thành|thanh|ở|o|tại|tai)|:) (.{3,120})$/iu;

export function correctPlace(draft: Draft, place: Place, places: Places): Draft {
  const found = place.candidates.length > 0 ? inSameProvince(place, draft, places) : place;
  const location = places.locationOf(found, unitOf(found, places));
  return {
    ...draft,
    location: { ...location, provinceCode: location.provinceCode ?? draft.location?.provinceCode ?? null },
    formerly: found.formerly ?? null,
    candidates: found.candidates,
  };
}

/** A name that stands in several provinces most likely means the one spoken of before. */
function inSameProvince(place: Place, { location }: Draft, places: Places): Place {
  const province = location?.provinceCode;
  if (!province) return place;
  const [only, more] = places.narrowed(place.candidates, { text: places.provinceName(province), places: [] });
  return (only !== undefined && more === undefined && places.placeOf(only)) || place;
}

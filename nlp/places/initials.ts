import type { Unit } from './units';
import { shortName } from './kinds';

/** Short forms that mean one place first, even where nothing else is named. */
const SURE: ReadonlyMap<string, string> = new Map([
  ['hn', 'Hà Nội'],
  ['sg', 'Hồ Chí Minh'],
  ['bd', 'Bình Dương'],
  ['hp', 'Hải Phòng'],
]);
const MORE: readonly [short: string, name: string][] = [
  ['sg', 'Hồ Chí Minh'],
  ['qng', 'Quảng Ngãi'],
  ['qnam', 'Quảng Nam'],
  ['qninh', 'Quảng Ninh'],
  ['đnai', 'Đồng Nai'],
  ['dnai', 'Đồng Nai'],
  ['tninh', 'Tây Ninh'],
  ['tth', 'Huế'],
  ['vt', 'Vũng Tàu'],
  ['nt', 'Nha Trang'],
  ['tdm', 'Thủ Dầu Một'],
  ['bh', 'Biên Hòa'],
  ['tđ', 'Thủ Đức'],
];

export type Initials = ReadonlyMap<string, readonly Unit[]>;

/** Provinces and quarters by their initials, with and without the bar of đ: `bđ` is Bình Định, `bd` Bình Dương or Bình Định. */
export function initialsOf(units: readonly Unit[]): Initials {
  const initials = new Map<string, Unit[]>();
  const add = (short: string, unit: Unit): void =>
    void initials.set(short, [...(initials.get(short) ?? []), unit]);
  for (const unit of units) {
    if (unit.level === 'commune') continue;
    const name = shortName(unit);
    for (const [short, known] of MORE) if (known === name) add(short, unit);
    // "Q.TB"; other districts are not shortened.
    if ((unit.level !== 'province' && unit.kind !== 'quan') || !name.includes(' ')) continue;
    const short = (name.match(/\p{L}+/gu) ?? []).map((word) => word.charAt(0).toLowerCase()).join('');
    for (const form of new Set([short, short.replaceAll('đ', 'd')])) add(form, unit);
  }
  return initials;
}

/** `HN` alone is Hà Nội, and not Hà Nam; `ĐN` may be three provinces. */
export const isSure = (short: string): boolean => SURE.has(short);

export const isMeant = (short: string, unit: Unit): boolean =>
  !SURE.has(short) || SURE.get(short) === shortName(unit);

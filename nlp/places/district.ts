import { type Land, successors, type Unit } from './units';

/** So many communes can be offered to choose from. */
export const FEW = 8;
/** Where less than this part of an old district went to today's commune of its name, the name still tells the district. */
const SAME_AS_DISTRICT = 0.3;

/** Today's communes in an old district, the ones first that most of it went to; none when they are too many. */
export function communesIn(district: Unit, { parts }: Land): string[] {
  const own = parts.get(district) ?? [];
  const counted = new Map<string, number>();
  for (const code of successors(district)) counted.set(code, 1);
  for (const part of own)
    successors(part).forEach((code, at) =>
      counted.set(code, (counted.get(code) ?? 0) + (at === 0 ? 1 : 0.01)),
    );
  const all = [...counted].sort((a, b) => b[1] - a[1]);
  const main = all.filter(([, count]) => count >= 1);
  const few = [all, main].find((each) => each.length <= FEW) ?? [];
  return few.map(([code]) => code);
}

/** "Hoàn Kiếm, Hà Nội" is the ward, for most of the district is; "Thủ Đức, TP.HCM" may be any of twelve. */
export function isMainPart(codes: readonly string[], district: Unit, { parts }: Land): boolean {
  const own = parts.get(district) ?? [];
  const main = own.filter((part) => codes.includes(successors(part)[0] ?? ''));
  return main.length >= own.length * SAME_AS_DISTRICT;
}

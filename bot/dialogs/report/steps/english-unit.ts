/** "Ba Dinh ward, Hanoi" → "phường Ba Dinh, Hanoi". */
export const inVietnamese = (text: string): string =>
  text.replace(
    /([\p{L} ]{2,40}) (ward|commune|district|province)\b/giu,
    (_all, name: string, kind: string) => `${KINDS[kind.toLowerCase()] ?? ''} ${name.trim()}`,
  );

const KINDS: Readonly<Record<string, string>> = {
  ward: 'phường',
  commune: 'xã',
  district: 'huyện',
  province: 'tỉnh',
};

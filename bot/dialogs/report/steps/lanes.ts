import { LANES, type Lane } from '../../../../hotline/ticket/ticket';

/** "Về đất á", "mấy ông cán bộ": a short answer, or a wish to report, names the lane by its noun. */
export function laneNamed(key: string, most = SHORT): Lane | undefined {
  if (key.split(' ').length > most) return undefined;
  const named = LANES.filter((each) => NOUNS[each].test(key));
  return named.length === 1 ? named[0] : undefined;
}

const SHORT = 6;
const NOUNS: Readonly<Record<Lane, RegExp>> = {
  pollution: /\b(?:o nhiem|moi truong|environment)\b/,
  land: /\b(?:dat|dat dai|lan chiem|ranh|land)\b/,
  misconduct:
    /\b(?:can bo|cong chuc|quan chuc|lanh dao|chu tich|nhung nhieu|hoi lo|tieu cuc|tham nhung|officials?)\b/,
};

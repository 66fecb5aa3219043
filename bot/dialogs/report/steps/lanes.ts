import { wordCount } from '../../../../nlp/fold';
import { LANES, type Lane } from '../../../../hotline/ticket/ticket';

/** "Về đất á", "mấy ông cán bộ": a short answer, or a wish to report, names the lane by its noun. */
export function laneNamed(key: string, most = SHORT): Lane | undefined {
  if (wordCount(key) > most) return undefined;
  const named = LANES.filter((each) => NOUNS[each].test(key));
  return named.length === 1 ? named[0] : undefined;
}

/** "Cái đầu tiên, ô nhiễm", "gây ô nhiễm chứ gì nữa": it names a lane and says nothing of what happened. */
export const laneAlone = (key: string): Lane | undefined =>
  key.split(' ').every((word) => ALONE.has(word)) ? laneNamed(key, SENTENCE) : undefined;

const ALONE = new Set(
  (
    'o nhiem moi truong dat dai lan chiem cat can bo sai pham cong chuc nhung nhieu tieu cuc tham nhung hoi lo vi ' +
    'cai dau tien thu nhat hai ba gay bi ve vu viec chuyen nha nhe a day do em ban chu gi nua la loai muc chon so thi may ong cua ' +
    'chac phan anh to cao bao toi muon van de linh vuc thuoc dang da vang lam hanh vi sach hach gay kho de cho dan su dung phep gan xa phuong huyen lanh dao thai do nhan tranh chap minh lien quan den'
  ).split(' '),
);

const SHORT = 6;
const SENTENCE = 14;
const NOUNS: Readonly<Record<Lane, RegExp>> = {
  pollution: /\b(?:o nhiem|moi truong|environment)\b/,
  land: /\b(?:dat|dat dai|lan chiem|ranh|land)\b/,
  misconduct:
    /\b(?:can bo|sai pham|cong chuc|quan chuc|lanh dao|chu tich|nhung nhieu|hoi lo|tieu cuc|tham nhung|officials?)\b/,
};

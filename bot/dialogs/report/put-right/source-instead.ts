import type { Heard } from '../../../hear';

/** "Nguồn gây ra là công ty Hòa Phát", "sửa nguồn gây ra: xưởng Minh Long": who it is, as typed; null: nobody is named so. */
export function sourceInstead({ meant }: Pick<Heard, 'meant'>): string | null {
  const [, said] = SOURCE.exec(meant.text.slice(0, LONGEST)) ?? [];
  return said ?? null;
}

const LONGEST = 300;
const SOURCE =
  /^(?:(?:sửa|đổi|sua|doi)(?: lại| lai)? )?(?:(?:nguồn|nguon|thủ phạm|thu pham)(?: (?:gây|gay))?(?: (?:ra|ô nhiễm|o nhiem))?|(?:tên|ten) (?:công ty|cong ty|xưởng|xuong|nhà máy|nha may|cơ sở|co so|quán|quan|trại|trai|chủ|chu)(?: (?:đó|do|này|nay))?)(?: (?:đúng|dung|phải|phai))?(?: (?:là|la|thành|thanh)|:) ?(\p{L}.+)$/iu;

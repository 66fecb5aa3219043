import { FAMILY } from './family-names';
import { fold } from './fold';
import { nameIn } from './name';
import { MIDDLE } from './name-beside';

/** So much of a text is read. */
export const READ = 4_096;

/** "Tôi là Nguyễn Văn Hải, trú tại …": the name of who tells it, where it stands far from the number; null: none. */
export function introducedIn(text: string): string | null {
  const [, said] = INTRODUCES_SELF.exec(text.slice(0, READ).normalize('NFC')) ?? [];
  const name = said === undefined ? null : (inFull(said) ?? nameIn(`tôi là ${said}`));
  return name !== null && said?.endsWith(name) ? name : null;
}

/** "nguyen van hai": whatever its last word is elsewhere. */
function inFull(said: string): string | null {
  const [first = '', second = '', ...given] = said.split(' ').map(fold);
  const isShort = given.length === 1 || given.length === 2;
  return isShort && FAMILY.has(first) && MIDDLE.has(second) ? said : null;
}

const INTRODUCES_SELF =
  /(?:^|[.,;:!?\n]\s{0,3}|(?<!\p{L})(?:gửi|gui|ơi|oi|ạ|chào|chao) )(?:tôi|toi|em|mình|minh|tui|bác|bac|cháu|chau) (?:tên |ten )?(?:là |la )?((?:\p{L}[\p{L}\p{M}'’]{0,6} ){0,5}\p{L}[\p{L}\p{M}'’]{0,6})(?=[,.;:!?\n]| (?:ở|o|trú|tru|ngụ|ngu|sống|song|hiện|hien|tại|tai|thường|thuong|đại|dai|xin|muốn|muon)(?!\p{L})|$)/iu;

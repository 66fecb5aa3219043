import type { Heard } from '../../hear';
import { type Draft, withWords } from './draft';

/** "Gọi ai bây giờ", "làm sao đây, gần nhà dân lắm": asked in danger, it is answered by the numbers, not by a menu. */
export const criesForHelp = ({ urgent }: Pick<Draft, 'urgent'>, { key }: Pick<Heard, 'key'>): boolean =>
  urgent && key.split(' ').length <= LONGEST && CRIES.test(key);

const LONGEST = 25;
const CRIES =
  /\b(?:(?:goi|bao|keu|nho|dien) (?:cho )?(?:ai|dau|so (?:nao|may|gi))|(?:lam|phai lam) (?:sao|gi|the nao|rang)(?: (?:day|bay gio|gio|chu|bay chu|troi|a|ha))*$|chay (?:di )?(?:dau|huong nao)|cuu (?:voi|toi|tui|chung toi|nguoi)|who (?:do i|should i|to) call|help us)\b/;

/** So few words ask, and tell nothing beside it. */
const FEW = 4;

/** What is told beside the cry belongs to the report. */
export const withCry = (draft: Draft, { key, text }: Heard): Draft =>
  key.split(' ').length > FEW ? withWords(draft, text) : draft;

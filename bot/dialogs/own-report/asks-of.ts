import { wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import type { Activity } from '../../../hotline/activity';
import type { TurnScope } from '../../turn-scope';

/** More words tell something of their own. */
const LONGEST = 12;

/** "Gửi lại mã cho tôi", "xóa thông tin của tôi" of who has sent a report here; undefined: neither is asked. */
export function askedOfOwn({ heard, words, state }: TurnScope): Activity | undefined {
  const code = state.tickets.at(-1);
  if (code === undefined || wordCount(heard.key) > LONGEST || heard.understood.ticketCodes.length > 0)
    return undefined;
  const text = asksForCode(heard)
    ? words('follow.ownCode', { code: state.tickets.toReversed().join(', ') })
    : ERASES.test(heard.key)
      ? words('follow.erase')
      : undefined;
  return text === undefined ? undefined : message({ text, ask: 'choice', choices: [personChoice(words)] });
}

const asksForCode = ({ key }: Heard): boolean => CODE.test(key) && !OTHER_CODE.test(key);
const CODE =
  /\b(?:gui|cho|xin|doc|nhac|nhan)(?: \w+){0,3} ma(?: (?:phan anh|bi mat|so|tra cuu|cua|cho|voi|lai|di)|$)|\b(?:quen|mat|lac|khong nho|ko nho|khong thay|chua thay|chua co|khong co|chua nhan duoc)(?: (?:tieu|het|roi|cai|luon))* ma\b|\bma(?: (?:phan anh|bi mat|so|cua|toi|em|minh|tui|tra cuu)){0,4} (?:la gi|la bao nhieu|la so may|dau|o dau|dau roi)\b/;
const OTHER_CODE = /\b(?:ho so|buu|thue|dinh danh|giay hen|vach|may)\b/;
const ERASES =
  /\b(?:xoa|huy)(?: (?:het|giup|gium|bo|ho|di|toan bo|tat ca))* (?:thong tin|du lieu|so dien thoai|sdt|ten|so)(?: (?:ca nhan|lien he|dien thoai))? (?:cua |ve )?(?:toi|em|minh|tui)\b|\b(?:delete|erase) (?:all )?my (?:data|information|number|name)\b/;

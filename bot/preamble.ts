import { keyOf, wordCount } from '../nlp/fold';
import type { Intent } from '../nlp/types';
import type { Understood } from '../nlp/understood';

/** More words tell a story. */
const LONGEST = 20;
const LONGEST_KEY = 140;

/**
 * "Tôi ở đây mấy chục năm rồi mà giờ mới thấy cảnh này nên muốn báo", "nhờ các cháu nghe tôi phản ánh": it ends in the
 * wish to tell, or goes no further than "một chuyện", and of what happened nothing is heard.
 */
export function announces(key: string, understood: Understood): boolean {
  if (key.length > LONGEST_KEY) return false;
  if (!(ENDS_IN_WISH.test(key) || BEGINS_TO_TELL.test(key) || wishesFirst(key, understood.text)))
    return false;
  const { intent, category, places, phone, urgent } = understood;
  const tellsKind = category !== null && category !== 'other';
  const tells = tellsKind || urgent || places.length > 0 || phone !== null || understood.company !== null;
  return wordCount(key) <= LONGEST && MISHEARD.has(intent) && !tells;
}

/** "Tôi muốn phản ánh, lần này phải làm cho ra lẽ": behind the wish it is only urged. */
function wishesFirst(key: string, text: string): boolean {
  if (!URGES.test(key)) return false;
  const [first = '', ...behind] = text.split(/[,.;!\n]/);
  return behind.length > 0 && !text.includes('?') && ENDS_IN_WISH.test(keyOf(first));
}
const URGES = /\b(?:phai|mong|nho|lam (?:cho|on)|ra le|den noi|gap|ngay|nhanh|giup|nghiem)\b/;

/** The key of a wish without what is sighed or urged beside it: "báo vi phạm chứ chịu hết nổi rồi"; as it is where nothing is wished. */
export const wishAlone = (key: string): string =>
  WISHES.test(key) ? key.replace(BESIDE, ' ').replace(ONE, 'mot').replace(SPACES, ' ').trim() : key;
/** "1 chuyện", "1 vụ". */
const ONE = /\b1(?= (?:chuyen|viec|vu|truong hop|van de|so|vai))/g;
const WISHES = /\b(?:phan anh|bao|to (?:cao|giac)|chuyen|vu|viec)\b/;
const BESIDE =
  /\b(?:(?:nhung|nhung ma|ma) (?:toi |em |minh |tui |lai )?(?:so|ngai|lo) (?:lo|bi|tra thu|lam|nguoi|ho|no)(?: [a-z]+){0,4}$|(?:chu )?chiu (?:het|khong|ko) (?:noi|duoc)(?: roi)?|qua (?:dang|quat)(?: lam| roi)?|(?:ngay )?bay gio|buc xuc(?: (?:lam|qua|roi))*|la (?:truong (?:thon|ap|ban|khu pho)|to truong|can bo thon)|thay mat (?:cho )?(?:ba con|ca xom|to dan pho|dan lang|cac ho|gia dinh)(?: (?:trong|cua) (?:thon|xom|ap))?|(?:xay ra )?(?:o |ngay |gan |trong |quanh )+(?:khu|xom|noi|cho|nha|thon|ap)(?: (?:pho|dan cu|nha|em|toi|minh|tui|bac|chung toi|cua|nay))*(?: (?:dang )?(?:o|song|sinh song))?|ngay|nhanh(?: len)?|gia roi|nghe(?= (?:toi|em|minh|tui|bac|con|chau|ong|ba)\b)|ghi(?= (?:giup|gium|dum|ho|cho|lai)\b))(?![a-z])/g;
const SPACES = / +/g;

/** What a wish that tells nothing sounds like. */
const MISHEARD: ReadonlySet<Intent> = new Set([
  'report.pollution',
  'ticket.status',
  'ticket.update',
  'out_of_scope',
  'feedback',
  'help',
  'procedure.ask',
]);
const ENDS_IN_WISH =
  /\b(?:muon|can|xin|nho|cho|nghe)(?: (?:toi|em|minh|tui|bac|chau|con|ong|ba|duoc|phep)){0,3} (?:phan anh|bao(?: cao| tin)?|to (?:cao|giac)|trinh bay|ke)(?: (?:a|nhe|nha|voi|chut|gap|ngay|bay gio|luon|day|do|cho|ro)){0,3}$/;
const BEGINS_TO_TELL =
  /\b(?:muon|can|xin|nho|cho)(?: (?:toi|em|minh|tui|bac|chau|con|ong|ba|cac|anh|chi|duoc|phep|nghe)){0,4} (?:phan anh|bao(?: cao| tin)?|to (?:cao|giac)|trinh bay|ke|ghi|noi)(?: (?:giup|gium|dum|ho|cho|lai|toi|em|minh|tui|bac|chau|con|ong|ba|nghe)){0,4} (?:(?:mot|1|may|vai|cai) )?(?:chuyen|viec|vu|su viec|vu viec)(?: (?:ma|rat|kha|trong (?:xom|thon|ap|lang|khu|ngo|hem|to|nha))\b.{0,80})?$/;

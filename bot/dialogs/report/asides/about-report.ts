import { OF_ORIGIN } from '../../../../nlp/origin';
import { CANNOT_WRITE } from './cannot-write';
import { OF_HARM } from './harm';

/** What people ask about the report itself while they make it, by the key of the answer. */
export const ABOUT_THE_REPORT: readonly (readonly [key: string, asks: RegExp])[] = [
  [
    'report.aboutSecrecy',
    /\b(?:giu (?:kin|bi mat)|bao mat|lo (?:ten|thong tin|danh tinh|ra)|(?:ten|thong tin|danh tinh|so|sdt)(?: tuoi| dien thoai)?(?: cua)?(?: (?:toi|em|minh|tui|chau|bac|con))? (?:co bi|bi|co) (?:lo|tiet lo|ro ri)|(?:ten|so|sdt|thong tin|danh tinh)(?: dien thoai)?(?: cua)?(?: (?:toi|em|minh|tui|chau|bac))? (?:co )?(?:(?:bi )?(?:nguoi ta|nguoi khac|ho|ai)) (?:biet|thay|coi|xem|doc)|biet (?:ten )?(?:toi|em|minh|tui|la ai|ai bao)|tra thu|ai (?:xem|thay|biet|doc|coi) (?:duoc )?(?:so|ten|sdt|thong tin)\b|(?:can|phai|bat buoc) (?:phai )?(?:biet |ghi |noi |khai |xung |de |cho |co )?(?:ho )?ten|bao (?:vay|nay|the|roi|cai nay) (?:\w+ )?(?:co )?bi (?:keu|goi|moi|phat|lam kho|gi|sao)|an danh duoc|confidential|anonymous\b.*\b(?:can|may)|who (?:will |can )?(?:know|sees?|finds? out)|(?:my|our) name|keep (?:it |this )?(?:a )?secret)\b/,
  ],
  [
    'report.aboutDuration',
    /\b(?:(?:mat|trong|het|cho) bao lau|(?:trong|mat|may|sau) bao nhieu ngay|(?:bao nhieu|may) (?:ngay|tuan|hom|bua|thang) (?:nua )?(?:thi|moi|se) (?:co|duoc|tra|xu|giai|xong|nguoi|ben|can|biet|nhan|nghe)|bao lau (?:thi|moi|nua|co|duoc|xu|tra|sau|giai|xong|nguoi|can bo)|bao lau$|(?:bao gio|khi nao|chung nao|luc nao|may ngay) (?:thi )?(?:co (?:ket qua|tra loi|nguoi)|duoc (?:tra loi|giai quyet|xu ly)|tra loi|xu ly|giai quyet|xong|moi (?:xu ly|co|tra loi|giai quyet)|(?:nguoi ta|co nguoi|can bo|ho) (?:moi )?(?:xuong|den|toi|xu ly))|theo doi (?:o dau|the nao|bang cach nao|kieu gi)|how long|when will (?:you|it|they|somebody|someone|i))\b/,
  ],
  [
    'report.aboutHandling',
    /\b(?:ai (?:se |la nguoi |la |den |xuong |toi ){0,2}(?:xu ly|giai quyet|doc|nhan|phu trach|xem|lo)|(?:co quan|ben|don vi|cho) nao (?:se )?(?:xu ly|giai quyet|nhan|lo|phu trach)|gui (?:cho|toi|den|di) (?:ai|dau)|who (?:will )?(?:handles?|reads?|deals?|gets?|does it go))\b|\bco (?:ai|nguoi|can bo)(?: nao)? (?:xuong|den|toi|ra)(?: [a-z]+){0,3} (?:khong|ko|hong)(?: (?:vay|a|nhi|the|ha)){0,2}$/,
  ],
  ['report.aboutWriting', CANNOT_WRITE],
  ['report.aboutHarm', OF_HARM],
  ['report.aboutOrigin', OF_ORIGIN],
  [
    'report.aboutPhotos',
    /\b(?:gui|dinh kem|them|chup|dua|kem|nop)(?: (?:them|kem|duoc|ca|may|cai|vao|len))? (?:anh|hinh|hinh anh|video|clip)(?: (?:chup|vao|len|o|qua|cho|day|nay|bot|ban|thi|co|thoi|sau|them)){0,3} (?:duoc (?:khong|ko|hong|chu|a|ha)|khong|ko|hong|o dau|the nao|nhu the nao|kieu gi|lam sao|bang cach nao)\b/,
  ],
  [
    'report.aboutCost',
    /\b(?:(?:co )?(?:mat|ton|dong|tra) (?:tien|phi|le phi)|mien phi|is it free|(?:cost|pay|fee)s?)\b/,
  ],
  [
    'report.aboutCall',
    /\bgoi (?:dien(?: thoai)?|thoai|truc tiep|lai|cho)(?: [a-z]+){0,4} (?:duoc khong|duoc ko|khong|ko|hong)(?: (?:vay|a|ha|em|ban)){0,2}$|\b(?:can i|may i) call\b|\bwill (?:you|somebody|someone|they) call\b/,
  ],
  [
    'report.aboutPapers',
    /\b(?:can|phai|co) (?:co )?(?:giay to|cmnd|cccd|can cuoc|chung minh|dang nhap|tai khoan|ky (?:ten|don|giay|vao)|(?:viet|lam|nop) (?:don|giay)|len (?:xa|phuong|uy ban|co quan)|den (?:tan noi|truc tiep|co quan)|ra (?:lam )?chung)\b|\bneed (?:any |my |to show |an? )?(?:papers|documents|account|id\b|identity)/,
  ],
  [
    'report.aboutWhy',
    /\b(?:hoi (?:de )?lam (?:gi|chi)|(?:hoi )?chi vay(?: troi)?$|sao (?:phai|can|hoi|lai hoi)|tai sao (?:phai|can|hoi)|de lam gi|why do you (?:ask|need))\b/,
  ],
  [
    'report.aboutMachine',
    /\b(?:la (?:nguoi|may|robot|bot) (?:hay|phai|a|ha|khong)|nguoi that|nguoi hay (?:la )?(?:may|robot|bot)|noi (?:chuyen )?voi (?:may|robot|bot)|are you (?:a )?(?:bot|human|real))\b/,
  ],
];

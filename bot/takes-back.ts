/** Is something taken back that was said before? With the text as it was typed, and its key. */
export const takesBack = (typed: string, key: string): boolean =>
  CORRECTS.test(key) || MISTAKES.test(typed) || HEADED.test(typed);

/** "à nhầm", "sửa lại số điện thoại", "phường Y mới đúng": something that was said before is taken back. */
const CORRECTS =
  /^(?:(?:a|u|o|ua|oi|xin loi|chet|thoi|y) )?nham\b|\bnham (?:roi|mat|dia chi|cho|so|ten)\b|\b(?:ghi|noi|viet|go|bam|nhap|nho|khai) (?:nham|lon|sai)\b|\b(?:sua|doi) (?:\w+ ){0,3}(?:lai|giup|gium|dum|thanh|sang)\b|^(?:(?:a|u|o|ua|oi|y|da|toi|thong tin|ghi) ){0,2}(?:sai|nham) (?:roi|bet|het|be|loai|dia (?:diem|chi)|noi xay ra|vi tri|cho|thoi gian|ngay|gio|ten|so|sdt)\b|\bsai (?:roi )?(?:phai|dung ra) la\b|\bdinh chinh\b|\b(?:dia chi|dia diem|vi tri|(?:cho|noi) xay ra|thoi gian|thoi diem)(?: dung)?(?: ra)?(?: phai)? (?:la|o)\b|^(?:(?:cho|toi|em|minh|tui|xin|nho|muon) ){0,3}(?:sua|doi|chinh) (?:(?:lai|giup|gium|ho|dum) ){0,2}(?:dia (?:chi|diem)|vi tri|(?:noi|cho) xay ra|thoi (?:gian|diem)|loai|noi dung)\b|^(?:dia (?:chi|diem)|vi tri|noi xay ra|thoi (?:gian|diem)) dung\b|\bdung ra la\b|^(?:a |u |o )?khong(?: phai)?,? o\b|^(?:a|u|o|y|ua) (?:khong|ma thoi) \w|\bmoi (?:dung|phai)\b|\blon roi\b|\b(?:lon|sai) (?:so|cho|dia chi|ten|ngay|gio) (?:roi|nhe|a|that)\b|\b(?:so|dia chi|thoi gian|ten) dung (?:la|ne|day)\b|^(?:a |u |o )?(?:thoi gian|dia chi|dia diem|noi xay ra|so dien thoai|sdt|ten|gio|ngay)(?: \w+){0,2} (?:sai|nham|lon)\b|\by (?:toi|em|minh|tui) la\b|^(?:(?:a|u|o|y|cho|de|xin|toi|em|minh|tui|bac|thoi) ){0,4}(?:noi|ghi|bao|ke|khai) lai (?:(?:giup|gium|dum|toi|em|minh|tui) ){0,2}(?:cho (?:dung|chinh xac|chac|ro)|la|thanh)\b|^(?:a |u |o |da )?cho (?:toi|em|minh|tui|bac) (?:noi|ghi|ke|khai) lai\b|\bbo ten\b|^(?:actually|sorry|correction)\b/;

/** "Lộn" takes something back; without its accent it is a tin, or a pig. */
const MISTAKES = /^\s*(?:(?:à|ủa|ờ|ý|ơ|chết)[\s,]+)?lộn(?!\p{L})/iu;

/** "Thời gian: năm nay" names the part that it tells anew; "nói lại: …" tells something anew. */
const HEADED =
  /^\s*(?:(?:thời gian|thoi gian|thời điểm|thoi diem|địa điểm|dia diem|nơi xảy ra|noi xay ra)\s*:|(?:(?:để|de|cho|tôi|toi|em|mình|minh|tui)\s){0,3}(?:nói|noi|ghi) (?:lại|lai)\s*[:,])/iu;

import type { Heard } from '../../../hear';

/** "Làm tiếp cái cũ", "cái cũ ạ": of what was left and what is new, the first. */
export const meansOld = ({ key }: Pick<Heard, 'key'>): boolean => OLD.test(key);
const OLD =
  /^(?:(?:da|a|toi|em|minh|tui|muon|cho|chon|thi|lay|thoi|lam|tiep|tiep tuc|ke|bao|noi|gui) ){0,5}(?:(?:cai|phan anh|vu|viec|chuyen|bao cao|don|ban) ){1,2}(?:cu|dang do|do dang|hoi nay|luc nay|luc truoc|truoc|kia)(?: (?:a|nhe|nha|di|em|ban|giup|gium))*$/;

/** "Báo vụ khác", "bỏ cái cũ, làm cái mới": the other one. */
export const meansNew = ({ key }: Pick<Heard, 'key'>): boolean => NEW.test(key);
const NEW =
  /^(?:(?:da|a|khong|ko|toi|em|minh|tui|muon|cho|chon|thi|lay|thoi|lam|bao|ke|noi|gui|tao|bo|xoa|qua|sang|di|het|luon|cai|phan anh|vu|viec|chuyen|bao cao|don|cu|do) ){0,8}(?:moi|khac|(?:bo|xoa)(?: (?:cai|phan anh|vu|ban|don))? cu)(?: (?:a|nhe|nha|di|em|ban|giup|gium|luon|co))*$/;

/** "Dạ em chọn mùi hôi nhé", "chủ yếu là mùi hôi" → "mui hoi": the key of an answer without the manners around it. */
export const bareAnswer = (key: string): string => key.replace(BEFORE, '').replace(BEHIND, '');

const BEFORE =
  /^(?:(?:(?:phan anh|chuyen|viec|vu|truong hop)(?: nay)? cua|lien quan (?:den|toi)|bao ve|phan anh ve|gan voi|van de|truong hop|mot|no|nay|da|vang|u|a|thi|chac|em|toi|minh|tui|chau|con|bac|chi|anh|chon|lay|muon|xin|cho|la|thuoc|loai|ve|muc|phan|cai|nghi|chu yeu|chinh la|hinh nhu|co le|theo|kieu|dang|chuyen|viec|vu) )+/;
const BEHIND =
  /(?: (?:nhat|hon|thi dung hon|ghi|a|ah|nhe|nha|nhen|nghen|em|ban|anh|chi|ad|di|do|day|ne|oi|giup|gium|dum|voi|thoi|luon|minh|please|pls)){1,8}$/;

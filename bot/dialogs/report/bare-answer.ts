/** "Dạ em chọn mùi hôi nhé", "chủ yếu là mùi hôi" → "mui hoi": the key of an answer without the manners around it. */
export const bareAnswer = (key: string): string => key.replace(BEFORE, '').replace(BEHIND, '');

const BEFORE =
  /^(?:(?:da|vang|u|a|thi|chac|em|toi|minh|tui|chau|con|bac|chi|anh|chon|lay|muon|xin|cho|la|thuoc|loai|ve|muc|phan|cai|nghi|chu yeu|chinh la|hinh nhu|co le|theo|kieu|dang|chuyen|viec|vu) )+/;
const BEHIND =
  /(?: (?:a|ah|nhe|nha|nhen|nghen|em|ban|anh|chi|ad|di|do|day|ne|oi|giup|gium|dum|voi|thoi|luon|please|pls)){1,6}$/;

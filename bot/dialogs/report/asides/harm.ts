/** The question stands at the end; a long story before it is not searched. */
const END = 90;

/**
 * "Thế nước này có độc không?", "nước vậy uống được hông": nobody can tell without measuring, and to be told so is an
 * answer.
 */
export const asksOfHarm = (key: string): boolean => OF_HARM.test(key.slice(-END));

export const OF_HARM =
  /\b(?:(?:co (?:bi |lam |gay )?)?(?:doc hai|doc|hai|nguy hiem|an toan|o nhiem|ung thu)|co (?:bi )?(?:sao|anh huong|sach|benh)|(?:uong|tam|giat|xai|hit tho|nau an)(?: [a-z]+){0,2} duoc|(?:an|dung)(?: (?:nay|do|vay|nuoc|ca|rau|no)){0,2} duoc)(?: gi| lam)?(?: (?:cho|den|toi|voi) [a-z]+(?: [a-z]+){0,3})? (?:khong|ko|hong|hem|hok|hay khong)(?: (?:vay|a|nhi|the|ha|ta|ban|ad|em|oi|troi)){0,3}$/;

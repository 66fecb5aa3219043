/** The question stands at the end; a long story before it is not searched. */
const END = 60;

/**
 * "Mùi hôi này ở đâu ra vậy?", "khói đó từ đâu tới": it tells of what is smelt or seen, and nobody knows where it comes
 * from before somebody came to look.
 * @param key without accents and signs
 */
export const asksOfOrigin = (key: string): boolean => OF_ORIGIN.test(key.slice(-END));

export const OF_ORIGIN =
  /\b(?:mui|hoi|khoi|bui|nuoc|rac|tieng|khi|bot|dau|cai)(?: [a-z]+){0,5} (?:o dau (?:ra|den|toi|bay)|(?:tu|do) dau(?: (?:ra|den|toi|bay|bay ra|bay den|chay ra|gay ra|ma ra|ma co))?)(?: (?:vay|a|nhi|the|ha|ta|day|troi|ban|ad|em|khong biet)){0,3}$/;

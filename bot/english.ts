/** Longer texts are not searched further. */
const READ = 200;
/** Words of English that are none of Vietnamese, with or without accents. */
const ENGLISH =
  /\b(?:there|from|near|with|please|they|this|that|have|has|are|is|and|river|factory|smoke|house|water|garbage|rubbish|every|people|behind|dumping|burning|noise|smell)\b/g;

/** "There is smoke from a factory": two such words are no slip. */
export const soundsEnglish = (text: string): boolean =>
  /^\p{ASCII}*$/u.test(text) && (text.slice(0, READ).toLowerCase().match(ENGLISH)?.length ?? 0) > 1;

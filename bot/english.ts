/** Longer texts are not searched further. */
const READ = 200;
/** Words of English that are none of Vietnamese, with or without accents. */
const ENGLISH =
  /\b(?:there|from|near|with|please|they|this|that|have|has|are|is|was|were|and|of|for|you|your|what|how|much|does|need|know|want|every|people|someone|somebody|behind|river|factory|plant|smoke|house|water|waste|garbage|rubbish|trash|dumping|dumps|burning|burns|noise|smell|chemical|illegal|illegally|official|asked|report|neighbou?rs?|commune|ward|air|quality|fine|documents|procedure|night|week|morning|midnight|loud|talk|human|person)\b/g;
/** One word in so many at least: the English name of a café in a Vietnamese sentence is not enough. */
const SHARE = 4;

/** "There is smoke from a factory": two such words are no slip. */
export function soundsEnglish(text: string): boolean {
  const read = text.slice(0, READ).toLowerCase();
  const english = read.match(ENGLISH)?.length ?? 0;
  return english > 1 && english * SHARE >= (read.match(/\S+/g)?.length ?? 0);
}

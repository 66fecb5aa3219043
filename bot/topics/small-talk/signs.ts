/** A message longer than this is no mere sign. */
const LONGEST = 60;
const LAUGHTER = /^(?:(?:ha|hi|he|hj|ka|ke|k|:|=|\)|\(|x|d|\s|[😀-😆😂😹🤣😅😄😁😊🙂])+)$/iu;
const LAUGHS = /(?:ha|hi|he|hj){2}|k{3}|[:=]\){1,20}|[:x]d|[😂🤣😹😆😀😁😄]/iu;
const ONLY_SIGNS = /^[\p{Extended_Pictographic}\p{Emoji_Component}\p{P}\p{S}\s]+$/u;
const SIGN = /[\p{Extended_Pictographic}]/u;

/** "haha", ":))", "🤣". */
export const isLaughter = (text: string): boolean =>
  text.length <= LONGEST && LAUGHTER.test(text) && LAUGHS.test(text);

/** A face, a heart, a sign and no word. */
export const isMood = (text: string): boolean =>
  text.length <= LONGEST && ONLY_SIGNS.test(text) && SIGN.test(text);

/** Written in letters that are neither Vietnamese nor English. */
export const isOtherScript = (text: string): boolean => OTHER_LETTERS.test(text) && !LATIN.test(text);
const LATIN = /\p{Script=Latin}/u;
const OTHER_LETTERS =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Arabic}]/u;

const OLD_TONES = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
const NEW_TONES = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');
const TONE_AT_END = new RegExp(`(?:${OLD_TONES.join('|')})$`, 'u');

/** `hòa` and `hoà` are one word, by two rules of spelling; the newer one stands for both. */
export const tonePlaced = (word: string): string =>
  word.replace(TONE_AT_END, (end) => NEW_TONES[OLD_TONES.indexOf(end)] ?? end);

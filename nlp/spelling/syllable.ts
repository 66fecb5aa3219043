/**
 * The shape of a Vietnamese syllable: an onset, a rhyme, one of six tones. Tells words of the language from
 * keystrokes left over, foreign words and noise.
 */

const ONSETS = new Set(
  'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').concat(''),
);

const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut uân uâng uât uây uê uênh uêch uêt uơ uy uya uych uynh uyên uyêt uyt uyn uyu uyp
   ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt`.split(
    /\s+/,
  ),
);

/** The few words with a long o; any other `oo` is a keystroke left over. */
const WITH_LONG_O = new Set(['boong', 'xoong', 'moong', 'goong', 'cooc', 'mooc', 'sooc', 'rooc']);

/** Combining marks of the tones, in Unicode's decomposed form: huyền, sắc, ngã, hỏi, nặng. */
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHARP_OR_HEAVY = new Set(['\u0301', '\u0323']);
const LONGEST = 7;

/** A syllable without its tone, and the combining mark of the tone; '' for the level tone. */
export interface Toneless {
  base: string;
  tone: string;
}

/** `nhiễm` → `nhiêm` and the mark of ngã. Several tones in one word: the last. */
export function withoutTone(word: string): Toneless {
  const apart = word.normalize('NFD');
  const tones = apart.match(TONE_MARKS);
  return { base: apart.replace(TONE_MARKS, '').normalize('NFC'), tone: tones?.at(-1) ?? '' };
}

/**
 * Could this be a Vietnamese syllable as it is spelt with all its accents?
 * A syllable closed by c, ch, p or t has the tone sắc or nặng.
 */
export function isSyllable({ base, tone }: Toneless): boolean {
  return hasShape(base) && (!/[cpt]$|ch$/.test(base) || SHARP_OR_HEAVY.has(tone));
}

/** The same for a word that may have lost its accents. */
export const couldBeSyllable = (word: string): boolean => hasShape(withoutTone(word).base) || isBare(word);

function hasShape(base: string): boolean {
  if (base.length > LONGEST) return false;
  if (WITH_LONG_O.has(base)) return true;
  for (let onset = Math.min(3, base.length); onset >= 0; onset--) {
    if (ONSETS.has(base.slice(0, onset)) && RHYMES.has(base.slice(onset))) return true;
  }
  return false;
}

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd');
const BARE_ONSETS = new Set([...ONSETS].map(bare));
const BARE_RHYMES = new Set([...RHYMES].map(bare));

function isBare(word: string): boolean {
  if (word.length > LONGEST) return false;
  for (let onset = Math.min(3, word.length); onset >= 0; onset--) {
    if (BARE_ONSETS.has(word.slice(0, onset)) && BARE_RHYMES.has(word.slice(onset))) return true;
  }
  return false;
}

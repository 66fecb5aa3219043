import { maskPhone } from '../../../../nlp/contact';
import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbFacts, isMoreOfTheStory } from '../told/absorb';
import { type Draft, withWords } from '../draft';
import { urges } from '../asides/asides';
import type { Step } from '../step';
import { tellsOnOfOthers } from '../told/tells-on';
import { isElsewhere } from './of-else';
import { OFFICE } from './offices';
import { namesSomebody } from './somebody';

const LONGEST = 300;

/** Who or what causes it; with misconduct, which office it is about. */
export const source: Step = {
  waiting: 'source',
  required: false,
  // The bare name of an office sounds like a question about it.
  answers: ({ meant, key, text }) => meant.company !== null || (OFFICE.test(key) && !text.includes('?')),
  known: (draft) => draft.source !== null,
  // A smell comes from somewhere unseen, misconduct from some office; of the rest the story tells what is known. It is
  // not asked when somebody was spoken of already, or when the time had to be asked for.
  welcome: ({ words, asked, lane, category }) =>
    (lane === 'misconduct' || category === 'odor') &&
    !asked.includes('time') &&
    !namesSomebody(words.join('\n'), lane),
  prompt: ({ lane }, { words }) => ({
    text: words(lane === 'misconduct' ? 'report.askSourceMisconduct' : 'report.askSource'),
    ask: 'source',
    options: [words('choices.skip')],
  }),
  take(draft, heard, tools) {
    if (!heard.text) return heard.files.length > 0 ? absorbFacts(draft, heard, tools) : undefined;
    // "Do you know who?" "No."
    if (heard.reply === 'no') return draft;
    if (isElsewhere(heard, draft.misses) || heard.reply !== null || ONLY_KNOWS.test(heard.key))
      return undefined;
    if (draft.misses === 0 && (isStoryOnly(heard, draft) || tellsOnOfOthers(heard) || urges(heard.key)))
      return undefined;
    const told = absorbFacts({ ...draft, source: heard.meant.company }, heard, tools);
    const text = maskPhone(heard.meant.text);
    return { ...withLong(told, heard), source: heard.meant.company ?? text.slice(0, LONGEST) };
  },
  skip: (draft) => draft,
};

/** "Biết": and who is it? */
const ONLY_KNOWS = /^(?:(?:da|co|toi|em|minh|tui) )*(?:biet|bit)(?: (?:a|chu|nhe|nha))*$/;

/** It goes on telling what happens, and names nobody. */
const isStoryOnly = (heard: Heard, { lane }: Draft): boolean =>
  heard.meant.company === null &&
  isMoreOfTheStory(heard) &&
  !namesSomebody(heard.text, lane) &&
  !(wordCount(heard.key) <= SHORT && NAMES_SOURCE.test(heard.key));

/** In few words, what a smell comes from, and whose office it was. */
const NAMES_SOURCE =
  /^(?:(?:tu|la|o|cua|do|chac|hinh nhu|mot|cai|may|cac|nhung) ){0,3}(?:bai rac|cong|muong|kenh|ho|ao|ham|be|lo|xuong|nha|vua (?!moi|xa|do|dot|qua|roi|nay|xay)|tiem|gara|shop|kho|tram|ghe|tau|quan|cho|co so|cong ty|hang|trai|chuong|dan|bo phan|can bo|to|ban|doi|quay)\b/;
const SHORT = 6;

/** More than a name is kept among the citizen's own words as well. */
const withLong = (draft: Draft, { text, key }: Heard): Draft =>
  wordCount(key) > LONG || ACCUSES.test(key) ? withWords(draft, text) : draft;
/** "Thủ phạm là chị tiếp nhận tên Hạnh" tells what happened, too. */
const ACCUSES = /^(?:thu pham|ke gay ra|nguoi gay ra) /;
const LONG = 8;

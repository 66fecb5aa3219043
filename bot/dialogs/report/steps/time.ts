import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbFacts, isMoreOfTheStory } from '../told/absorb';
import { urges } from '../asides/asides';
import { type Draft, withWords } from '../draft';
import { grumbles, sighs } from '../told/foreword';
import { isLater } from '../leaving/later';
import { isNoneOfThese } from './kinds';
import type { Step } from '../step';
import { tellsOn } from '../told/tells-on';
import { asTime } from '../put-right/time-instead';
import { isElsewhere } from './of-else';
import { namesOffice } from './offices';
import { unframedTime } from './time-frames';
import { isStatement, speaksOfPeople, tellsWhen } from './when';

/** An answer in so many words that is read for nothing else: "mấy bữa nay", "hồi mới xây chợ". */
const FEW = 8;
const LONGEST = 300;

export const time: Step = {
  waiting: 'time',
  required: false,
  answers: (heard) =>
    !heard.text.includes('?') &&
    !asksForTerm(heard) &&
    !grumbles(heard.key) &&
    !isLater(heard) &&
    (heard.meant.time !== null || (tellsWhen(heard.text) && !sighs(heard.key))),
  known: (draft) => draft.time !== null,
  prompt: (_draft, { words }) => ({
    text: words('report.askTime'),
    ask: 'time',
    options: [words('choices.skip')],
  }),
  take(draft, heard, tools) {
    const told = absorbFacts({ ...draft, time: null }, heard, tools);
    if (asksForTerm(heard) || isNoneOfThese(heard.key)) return undefined;
    if (told.time) return tellsMore(heard) ? withWords(told, heard.text) : told;
    return heard.text ? asSaid(draft, told, heard) : undefined;
  },
  skip: (draft) => draft,
};

/** In words that understanding reads for no time. */
function asSaid(draft: Draft, told: Draft, heard: Heard): Draft | undefined {
  const when = unframedTime(heard.text);
  if (when !== undefined && tellsWhen(when)) return { ...told, time: asTime(when) };
  // "Bộ phận một cửa" tells where in the office it was, and not when.
  if (namesOffice(draft, heard)) return { ...told, source: heard.text.slice(0, LONGEST) };
  const elsewhere = isElsewhere(heard, tellsWhen(heard.text) ? 1 : draft.misses);
  if (elsewhere || namesPlaceOnly(draft, heard)) return undefined;
  const { text, key, reply } = heard;
  // "Không" says that it does not come again, a yes says nothing.
  if (reply !== null) return reply === 'no' ? told : undefined;
  if (draft.misses === 0 && isPiece(heard)) return undefined;
  // A story instead of a time belongs to the report, and the time is not asked for again.
  if (wordCount(key) > FEW) return withWords(told, text);
  return { ...told, time: { text: text.slice(0, LONGEST), from: null, to: null, recurring: false } };
}

/** "Nhà tôi phải đóng kín cửa cả ngày" tells a time, and more of the story. */
const tellsMore = (heard: Heard): boolean =>
  tellsOn(heard) ||
  (wordCount(heard.key) >= BESIDE_TIME &&
    (heard.understood.time?.text.length ?? 0) < (unframedTime(heard.text) ?? heard.text).length / 2 &&
    goesOn(heard));
const BESIDE_TIME = 7;

/** The story goes on, instead of a time. */
const goesOn = (heard: Heard): boolean =>
  NUMBER.test(heard.key) ||
  isTale(heard) ||
  ((isMoreOfTheStory(heard) || speaksOfPeople(heard.text) || isStatement(heard.text)) &&
    !tellsWhen(heard.text));

/** A later piece of the story; what is long and tells less clearly of others is kept, and the time is not asked for again. */
const isPiece = (heard: Heard): boolean =>
  tellsOn(heard) || (wordCount(heard.key) <= FEW && (goesOn(heard) || urges(heard.key)));

/** "Camera nhà tôi quay lại hết": a sentence without a word that could tell when. */
const isTale = ({ key, text }: Heard): boolean =>
  wordCount(key) >= TALE && !COULD_TELL_WHEN.test(key) && !tellsWhen(text);
const TALE = 6;
const COULD_TELL_WHEN =
  /\b(?:la|khi|luc|hoi|mua|nang|nuoc|trieu|gio|ngay|dem|toi (?:nao|qua|hom|thu|mit|chu|kia|den|muon)|sang|trua|chieu|khuya|thang|nam|tuan|hom|bua|vu|lan|dot|dip|tet|ky|le|cu|moi|thuong|hay|lau|suot|lien tuc|tu|xong|roi|truoc|sau)\b/;

/** Of a button, and no time. */
const NUMBER = /^\d{1,2}$/;

/** "Mấy giờ bên mình làm việc", "cấp đổi sổ mất mấy ngày": they ask for a time, and tell none. */
const asksForTerm = ({ intent, understood, key }: Heard): boolean =>
  ASKING.has(intent) && understood.confidence >= SURE && TERM.test(key);
const ASKING: ReadonlySet<string> = new Set([
  'procedure.ask',
  'hotline.info',
  'regulation.ask',
  'dossier.status',
]);
const SURE = 0.7;
const TERM = /\b(?:may (?:gio|ngay|thang|tuan)|bao (?:lau|nhieu|gio)|khi nao|chung nao)\b/;

/** Where it happens comes late: it is no time. */
const namesPlaceOnly = ({ location }: Draft, { meant, text }: Heard): boolean =>
  meant.places.length > 0 && !location?.communeCode && !tellsWhen(text);

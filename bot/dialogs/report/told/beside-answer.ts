import { nameIn } from '../../../../nlp/contact';
import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbAllButPlace, absorbFacts, isDanger, isMoreOfTheStory } from './absorb';
import { urges } from '../asides/asides';
import { asksForStory, type Draft, type Waiting, withFiles, withWords } from '../draft';
import { besideAnonymity, besidePlace } from './sentences';
import { headsPlace } from '../steps/looks-like-place';
import { isContactAlone } from '../steps/of-reporter';
import { tellsOn } from './tells-on';
import type { Turn } from '../turn';

/** What else an answer tells; who speaks of themselves tells nothing of what happened. */
export function withAllElse(draft: Draft, asked: Waiting | null, turn: Turn, heard: Heard): Draft {
  if (isOfReporter(asked, heard)) return withFiles(draft, heard.files);
  const told = asked === 'location' ? absorbAllButPlace(draft, heard) : absorbFacts(draft, heard, turn);
  return withWords(told, besideAnswer(asked, heard) ?? (tellsTale(asked, heard) ? heard.text : ''));
}

/** In sentences of their own. */
function besideAnswer(asked: Waiting | null, heard: Heard): string | undefined {
  // All of it, in the order in which it was told.
  if (asked === 'location') return besidePlace(heard) === undefined ? undefined : heard.text;
  return asked === 'anonymity' ? besideAnonymity(heard) : undefined;
}

/** Beside the place, or beside "ẩn danh", the story goes on. Time and source keep what is long by themselves. */
const tellsTale = (asked: Waiting | null, heard: Heard): boolean =>
  (asked === 'location' || asked === 'anonymity') &&
  wordCount(heard.key) >= TALE &&
  !headsPlace(heard) &&
  isMoreOfTheStory(heard);

const TALE = 12;

/** A name is never the source of anything, nor part of the story. */
export const isOfReporter = (asked: Waiting | null, heard: Heard): boolean =>
  (asked === 'contact' && !isOfMatter(heard)) ||
  (asksForStory({ waitingFor: asked }) && isContactAlone(heard)) ||
  (asked === 'anonymity' &&
    (heard.understood.phone !== null || (nameIn(heard.text) !== null && !tellsOn(heard))));

/** Where name and number are asked for, what happens to others, or is to be done about it, is the story all the same. */
const isOfMatter = (heard: Heard): boolean =>
  heard.understood.phone === null && (tellsOn(heard) || urges(heard.key) || isDanger(heard) || isTale(heard));

/** A name that is not known as one has fewer words. */
const isTale = (heard: Heard): boolean =>
  wordCount(heard.key) > NAME && !INTRODUCES.test(heard.key) && isMoreOfTheStory(heard);
const NAME = 4;
const INTRODUCES = /\b(?:ten|so|sdt|dt|dien thoai|goi|gap|lien he|zalo|mail|la)\b/;

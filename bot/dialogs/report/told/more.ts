import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbFacts, isMoreOfTheStory } from './absorb';
import { acknowledge, tellsMore } from '../acknowledge';
import { blamesOffice, urges } from '../asides/asides';
import { isOfReporter, withAllElse } from './beside-answer';
import { onlySoundsLikeTalk } from '../summary/confirm';
import { hidesAmid } from '../reporter/contact-amid';
import { asksForStory, type Draft, NOWHERE, withWords } from '../draft';
import { categoryTold } from './kind-told';
import * as moves from '../moves';
import { stepOf } from '../steps';
import { isOfReporterAlone } from '../steps/of-reporter';
import { isWhereAlone } from '../steps/what';
import { suffers } from '../steps/looks-like-place';
import { isTalk } from './talk';
import { tellsOn } from './tells-on';
import type { Turn } from '../turn';

/** No answer to the question, but perhaps to another one, or more of the story. */
export function takeMore(turn: Turn, before: Draft, heard: Heard): Promise<DialogTurnResult> {
  const draft = withWhere(before, heard);
  const told = isOfReporter(draft.waitingFor, heard)
    ? withAllElse(draft, draft.waitingFor, turn, heard)
    : draft === before
      ? withStory(absorbFacts(draft, heard, turn), heard)
      : draft;
  acknowledge(turn, told);
  const understood = heard.point !== null || tellsMore(turn.before, told);
  if (understood && turn.lines.length === 0) turn.lines.push(turn.words('report.noted'));
  if (understood) return moves.goOnWith(turn, told);
  if (isEnough(told)) return moves.goOn(turn, { ...told, misses: 0 });
  // A yes to "this or that" was understood, it only chooses neither.
  const choosesNone = heard.reply === 'yes' && draft.waitingFor === 'anonymity';
  return moves.askAgain(turn, { ...told, misses: choosesNone ? 0 : draft.misses + 1 });
}

/** "Trước nhà" where the story was asked for: kept for the question where it is. */
const withWhere = (draft: Draft, heard: Heard): Draft =>
  asksForStory(draft) && isWhereAlone(draft, heard)
    ? { ...draft, location: { ...NOWHERE, text: heard.text } }
    : draft;

/** In danger nobody is asked a third time where it is. */
const isEnough = (draft: Draft): boolean =>
  draft.urgent && draft.waitingFor === 'location' && (stepOf('location')?.known(draft) ?? false);

const withStory = (draft: Draft, heard: Heard): Draft =>
  !isOfReporterAlone(heard) && goesOnTelling(draft, heard)
    ? withKind(withWords(draft, heard.text), heard)
    : draft;

const goesOnTelling = (draft: Draft, heard: Heard): boolean =>
  isMoreOfTheStory(heard) ||
  tellsOn(heard) ||
  isSentence(heard, draft) ||
  hidesAmid(draft, heard) ||
  urges(heard.key) ||
  blamesOffice(heard.key) ||
  (draft.waitingFor === 'location' && suffers(heard));

/** "Nó nghẹt", then "nước dơ tràn lên": a later piece of the story may be the first that tells the kind. */
const withKind = (draft: Draft, heard: Heard): Draft =>
  draft.lane === 'pollution' &&
  draft.category === null &&
  heard.intent.startsWith('report.') &&
  (!tellsOn(heard) || heard.meant.categoryChance >= CERTAIN)
    ? { ...draft, category: categoryTold(heard) }
    : draft;

/** A piece tells of the kind by the way. */
const CERTAIN = 0.9;

/** What somebody says at length, and what is nothing else, belongs to what they tell. */
const isSentence = (heard: Heard, { waitingFor, asked }: Draft): boolean => {
  const { key, reply, isRude, understood } = heard;
  if (reply !== null || isRude || understood.places.length > 0) return false;
  if (isSaidToUs(heard) && !onlySoundsLikeTalk(heard) && !endsInThanks(heard)) return false;
  const isFirst =
    (waitingFor === 'location' || (asked.length === 1 && waitingFor === asked[0])) && !ASKS.test(key);
  return wordCount(key) >= (isFirst ? SENTENCE_FIRST : SENTENCE);
};

/** "Trẻ con hay ra đó chơi. Em xin cảm ơn ạ." tells something before the thanks. */
const endsInThanks = ({ intent, key }: Heard): boolean =>
  intent === 'thanks' && wordCount(key.replace(THANKS_AT_END, '')) >= SENTENCE_FIRST;
const THANKS_AT_END =
  /(?:^| )(?:(?:da|em|toi|minh|tui|chau|con|bac|xin|rat|chan thanh) ){0,4}cam on(?: (?:a|nhieu|lam|nhe|nha|anh|chi|cac|em|ban|co quan)){0,4}$/;

const isSaidToUs = ({ intent }: Heard): boolean => isTalk({ intent }) || ANSWERS.has(intent);

const SENTENCE = 6;
/** Right behind the story the rest of it comes, in pieces. */
const SENTENCE_FIRST = 5;
/** "Co can kem hinh khong" asks. */
const ASKS = /\b(?:khong|ko|hong|chua|sao|gi|(?<!(?:thay|lac|gat|nhuc|dau|mui) )dau|nao|vay|the|ha)$/;
const ANSWERS: ReadonlySet<string> = new Set(['affirm', 'deny', 'cancel']);

import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { nameIn } from '../../../nlp/contact';
import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { absorbAllButPlace, absorbFacts, isMoreOfTheStory } from './absorb';
import { categoryTold } from './kind-told';
import { accused } from './accuses';
import { acknowledge, tellsMore } from './acknowledge';
import { chosenOf, saying } from './by-number';
import { onlySoundsLikeTalk, verdictOf } from './confirm';
import { hidesAmid, withStorySigned, withoutContact } from './contact-amid';
import { asksForStory, type Draft, NOWHERE, type Waiting, withFiles, withWords } from './draft';
import * as moves from './moves';
import { QUESTIONS, answersOpen, countOf, stepOf } from './steps';
import { blamesOffice, urges } from './asides';
import { besideAnonymity, besidePlace } from './sentences';
import { hasNoPhotos } from './steps/circumstances';
import { isContactAlone, isOfReporterAlone } from './steps/of-reporter';
import { isWhereAlone } from './steps/what';
import { suffers } from './steps/where';
import { changes } from './summary';
import { isTalk } from './talk';
import { type Turn, ask, promptOf } from './turn';

/** What is made of the answer to the open question. */
export function answer(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  switch (draft.waitingFor) {
    case 'confirm':
    case 'change':
      return confirm(turn, draft);
    case 'incident':
      return sameOrNot(turn, draft, incidentAnswer(turn));
    default:
      return take(turn, draft);
  }
}

/** The answer to the question that was asked; what else it tells is taken, too. */
function take(turn: Turn, before: Draft): Promise<DialogTurnResult> {
  const { heard: said, draft } = withoutContact(turn, before);
  const doer = accused(draft, said);
  if (doer !== undefined) return withDoer(turn, draft, said, doer);
  const option = chosenOf(said, () => promptOf(turn, draft).options);
  const heard = option === undefined ? said : saying(said, option);
  const taken = stepOf(draft.waitingFor)?.take(draft, heard, turn);
  if (!taken && draft.changing && heard.reply === 'yes')
    return moves.goOn(turn, { ...draft, changing: false });
  if (!taken) return takeMore(turn, draft, heard);
  const told = withStorySigned(before, withAllElse(taken, draft.waitingFor, turn, heard), turn.scope.heard);
  acknowledge(turn, told);
  if (draft.changing && isLaneOnly(draft, told)) return moves.change(turn, told, 'category');
  const isChanged = draft.changing && !lacksNumber(told);
  if (isChanged) turn.lines.push(turn.words('report.changed'));
  const changing = draft.changing && (!isChanged || told.candidates.length > 0);
  return moves.goOn(turn, { ...told, changing, misses: 0 });
}

/** Who it is, told before it was asked: the open question stays. */
function withDoer(turn: Turn, draft: Draft, heard: Heard, doer: string): Promise<DialogTurnResult> {
  const source = draft.lane === 'misconduct' ? draft.source : (draft.source ?? doer);
  turn.lines.push(turn.words('report.noted'));
  return moves.goOnWith(turn, withWords({ ...draft, source }, heard.text));
}

/** Who changes "Loại" and says that it is pollution means another kind of it. */
const isLaneOnly = ({ waitingFor }: Draft, { lane, category }: Draft): boolean =>
  waitingFor === 'lane' && lane === 'pollution' && category === null;

/** Who leaves a contact instead is asked for it next. */
const lacksNumber = ({ anonymous, contact }: Draft): boolean => anonymous === false && contact === null;

/** What else an answer tells; who speaks of themselves tells nothing of what happened. */
function withAllElse(draft: Draft, asked: Waiting | null, turn: Turn, heard: Heard): Draft {
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
  (asked === 'location' || asked === 'anonymity') && wordCount(heard.key) >= TALE && isMoreOfTheStory(heard);

const TALE = 12;

/** A name is never the source of anything, nor part of the story. */
const isOfReporter = (asked: Waiting | null, heard: Heard): boolean =>
  asked === 'contact' ||
  (asksForStory({ waitingFor: asked }) && isContactAlone(heard)) ||
  (asked === 'anonymity' && (heard.understood.phone !== null || nameIn(heard.text) !== null));

/** No answer to the question, but perhaps to another one, or more of the story. */
function takeMore(turn: Turn, before: Draft, heard: Heard): Promise<DialogTurnResult> {
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
  isSentence(heard, draft) ||
  hidesAmid(draft, heard) ||
  urges(heard.key) ||
  blamesOffice(heard.key) ||
  (draft.waitingFor === 'location' && suffers(heard));

/** "Nó nghẹt", then "nước dơ tràn lên": a later piece of the story may be the first that tells the kind. */
const withKind = (draft: Draft, heard: Heard): Draft =>
  draft.lane === 'pollution' && draft.category === null && heard.intent.startsWith('report.')
    ? { ...draft, category: categoryTold(heard) }
    : draft;

/** What somebody says at length, and what is nothing else, belongs to what they tell. */
const isSentence = (heard: Heard, { waitingFor }: Draft): boolean => {
  const { key, reply, isRude, understood } = heard;
  if (reply !== null || isRude || understood.places.length > 0) return false;
  if (isSaidToUs(heard) && !onlySoundsLikeTalk(heard) && !endsInThanks(heard)) return false;
  const isFirst = waitingFor === 'location' && !ASKS.test(key);
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

function confirm(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const verdict = verdictOf(draft, turn.scope.heard, turn);
  switch (verdict.type) {
    case 'right':
      // A yes to "which part?" is none to the summary: it is shown once more.
      return draft.waitingFor === 'change' ? moves.goOn(turn, draft) : moves.fileIt(turn, draft);
    case 'change':
      return ask(turn, { ...draft, waitingFor: 'change', misses: 0 }, changes(turn.words));
    case 'change_part':
      return moves.change(turn, verdict.draft ?? draft, verdict.part);
    case 'corrected':
      acknowledge(turn, verdict.draft);
      sayWhatChanged(turn, { ...draft, files: turn.before.files }, verdict.draft);
      return moves.goOn(turn, { ...verdict.draft, misses: 0 });
    case 'unclear':
      return moves.askAgain(turn, { ...draft, misses: draft.misses + 1 });
  }
}

/** What was received is said already. */
function sayWhatChanged({ lines, words }: Turn, before: Draft, after: Draft): void {
  const said = saidOf(before, after);
  if (said !== 'report.noted' || lines.length === 0) lines.push(words(said));
}

/** "Ẩn danh" of what stands there as anonymous changes nothing, and adds nothing. */
function saidOf(before: Draft, after: Draft): string {
  if (takesBack(before, after)) return 'report.changed';
  return tellsMore(before, after) ? 'report.noted' : 'report.same';
}

/** Something that was known is another now; else there is only more of it. */
const takesBack = (before: Draft, after: Draft): boolean =>
  FACTS.some((fact) => before[fact] !== null && before[fact] !== after[fact]) ||
  before.files.length > after.files.length ||
  (before.urgent !== after.urgent && before.words === after.words);

const FACTS = ['location', 'time', 'source', 'category', 'contact'] as const;

/** Of the same matter as what others told, or not. */
export function sameOrNot(turn: Turn, draft: Draft, same: boolean | undefined): Promise<DialogTurnResult> {
  if (same === undefined) return moves.askAgain(turn, { ...draft, misses: draft.misses + 1 });
  const incident = draft.incident && same ? { ...draft.incident, same } : null;
  const decided = { ...draft, misses: 0, incident };
  // Asked as one too many, it came after the summary, which had been found right.
  return countOf(draft) > QUESTIONS ? moves.fileIt(turn, decided) : moves.goOn(turn, decided);
}

/** Is it the same matter? Undefined: that is not told. */
export function incidentAnswer({ scope: { heard }, words }: Turn): boolean | undefined {
  if (heard.key === keyOf(words('incident.yes')) || heard.reply === 'yes') return true;
  if (heard.key === keyOf(words('incident.no')) || heard.reply === 'no') return false;
  if (ANOTHER.test(heard.key)) return false;
  return SAME.test(heard.key) ? true : undefined;
}
const ANOTHER =
  /\b(?:khac|rieng|(?:vu|chuyen|viec|cai) moi|(?:khong|ko|chang) (?:cung|phai|giong|trung|lien quan|chac|biet)|chua chac|different|another|other)\b/;
const SAME =
  /\b(?:cung (?:vu|mot|chuyen|viec)|giong|trung|chinh (?:no|la)|no do|(?:vu|chuyen|viec) (?:do|nay|day)|same)\b/;

/** "Khoi" is smoke where the kind is asked for, and "khỏi" elsewhere. */
export function skipped(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  if (draft.waitingFor === 'incident') return sameOrNot(turn, draft, false);
  // Photos were invited with another question.
  if (hasNoPhotos(draft, turn.scope.heard)) return undefined;
  return draft.waitingFor === 'category' && answersOpen(draft, turn.scope.heard)
    ? undefined
    : moves.skip(turn, draft);
}

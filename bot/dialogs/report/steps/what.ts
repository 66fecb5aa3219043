import { CATEGORIES, type Category, LANES, type Lane } from '../../../../hotline/ticket/ticket';
import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbStory, isDanger, isMoreOfTheStory, isPlaceAlone } from '../told/absorb';
import { bareAnswer } from '../told/bare-answer';
import { namesOnlyKind } from '../put-right/kind-instead';
import { categoryTold } from '../told/kind-told';
import { type Draft, withWords } from '../draft';
import type { Step } from '../step';
import { kindNamed } from './kinds';
import { laneAlone, laneNamed } from './lanes';
import { isOfReporterAlone } from './of-reporter';
import { tellsOn } from '../told/tells-on';
import { isLandmarkAlone } from './place-words';

/** What the lane is: pollution, land, misconduct. */
export const lane: Step = {
  waiting: 'lane',
  required: true,
  answers: (heard) => LANES.some((each) => isValue(heard, each)),
  known: (draft) => draft.lane !== null,
  prompt: (_draft, { words }) => ({
    text: words('report.askLane'),
    ask: 'category',
    options: LANES.map((each) => words(`lane.${each}`)),
  }),
  take(draft, heard, tools) {
    const chosen = LANES.find(
      (each) => isValue(heard, each) || heard.key === keyOf(tools.words(`lane.${each}`)),
    );
    if (chosen) return { ...draft, lane: chosen };
    const kind = CATEGORIES.find((each) => heard.key === keyOf(tools.words(`category.${each}`)));
    if (kind) return { ...draft, lane: 'pollution', category: kind };
    const alone = laneAlone(heard.key.replace(NOT_POLLUTION, ''));
    if (alone) return { ...draft, lane: alone };
    if (isOfReporterAlone(heard) || isWhereAlone(draft, heard)) return undefined;
    const told = absorbStory(draft, heard, tools);
    if (told.lane) return told;
    const named = laneNamed(heard.key);
    if (named) return { ...told, lane: named };
    // A story of which nothing was recognised is still a story: pollution is what most reports are.
    return told.words.length > draft.words.length ? { ...told, lane: 'pollution' } : undefined;
  },
  skip: (draft) => ({ ...draft, lane: 'pollution' }),
};

export const description: Step = {
  waiting: 'description',
  required: true,
  known: (draft) => draft.words.length > 0 || (draft.category !== null && draft.files.length > 0),
  prompt: ({ lane: which }, { words }) => ({
    text: words(which === 'misconduct' ? 'report.askDescriptionMisconduct' : 'report.askDescription'),
    ask: 'description',
  }),
  take(draft, heard, tools) {
    if (saysNothing(heard) || (draft.misses === 0 && judgesUs(heard))) return undefined;
    if (draft.misses === 0 && (isPlaceAlone(heard.understood, heard.key) || isTimeAlone(heard)))
      return undefined;
    if (isOfReporterAlone(heard) || isWhereAlone(draft, heard)) return undefined;
    const other = laneInstead(draft, heard);
    if (other) return other;
    const told = absorbStory({ ...draft, lane: laneKept(draft, heard) }, heard, tools);
    if (heard.text) return withWords(told, heard.text);
    return heard.files.length > 0 || heard.point ? told : undefined;
  },
  skip: (draft) =>
    draft.files.length > 0 || draft.asked.filter((each) => each === 'description').length > 1
      ? withWords(draft, '–')
      : undefined,
};

/** A lane and nothing else instead of the story. */
function laneInstead(draft: Draft, heard: Heard): Draft | undefined {
  if (namesLaneAgain(draft, heard)) return draft;
  const other = otherLane(heard);
  const isNew = other !== undefined && other !== draft.lane && draft.words.length === 0;
  return isNew ? { ...draft, lane: other, category: null } : undefined;
}

/** "Chuyện của mình là về vấn đề ô nhiễm", that was chosen already: what happens is asked once more, and not a third time. */
const namesLaneAgain = ({ lane: chosen, words, files, asked }: Draft, heard: Heard): boolean =>
  words.length === 0 &&
  files.length === 0 &&
  heard.files.length === 0 &&
  asked.filter((each) => each === 'description').length === 1 &&
  chosen !== null &&
  laneAlone(bareAnswer(heard.key)) === chosen;

/** "Trước nhà" tells where; said once more, it is what they have to tell. */
export const isWhereAlone = ({ location }: Draft, { text, files }: Heard): boolean =>
  location === null && files.length === 0 && isLandmarkAlone(text);

/** "Từ tuần trước" tells when, and nothing of what. */
const isTimeAlone = (heard: Heard): boolean =>
  heard.meant.time !== null &&
  wordCount(keyOf(heard.meant.time.text)) + 1 >= wordCount(heard.key) &&
  !isMoreOfTheStory(heard);

/** A lane that was only heard in the wish ("tố cáo ô nhiễm ở đâu vậy") gives way to the story, one that was chosen does not. */
const laneKept = ({ lane: before, asked, words }: Draft, { intent, understood }: Heard): Draft['lane'] =>
  !asked.includes('lane') &&
  words.length === 0 &&
  before === 'pollution' &&
  (intent === 'report.misconduct' || intent === 'report.land') &&
  understood.confidence >= CERTAIN
    ? null
    : before;
const CERTAIN = 0.9;

/** "Vâng", "xin chào", "alo": somebody is there, and tells nothing yet. */
const saysNothing = ({ reply, intent, key, files, point }: Heard): boolean =>
  files.length === 0 && point === null && (reply !== null || (EMPTY_TALK.has(intent) && wordCount(key) <= 4));

/** "Làm ăn kiểu gì vậy": no story yet; who says it once more has told theirs. */
const judgesUs = ({ intent, isRude, key, files, point }: Heard): boolean =>
  files.length === 0 && point === null && (isRude || (intent === 'feedback' && wordCount(key) <= JUDGEMENT));

const JUDGEMENT = 6;
const EMPTY_TALK: ReadonlySet<string> = new Set(['greet', 'thanks', 'goodbye', 'affirm']);

export const category: Step = {
  waiting: 'category',
  required: false,
  // "Không khí bẩn" asks for no forecast here, and "cái khác" is no wish to stop.
  answers: (heard) =>
    CATEGORIES.some((each) => isValue(heard, each)) ||
    (!heard.isMenu && (kindNamed(heard) !== undefined || otherLane(heard) !== undefined)),
  known: (draft) => draft.lane !== 'pollution' || draft.category !== null,
  prompt: (_draft, { words }) => ({
    text: words('report.askCategory'),
    ask: 'category',
    options: CATEGORIES.map((each) => words(`category.${each}`)),
  }),
  take(draft, heard, { words }) {
    const chosen = CATEGORIES.find(
      (each) => isValue(heard, each) || heard.key === keyOf(words(`category.${each}`)),
    );
    const named = chosen ?? (tellsOn(heard) ? undefined : kindNamed(heard));
    const other = named ? undefined : otherLane(heard);
    if (other) return { ...draft, lane: other, category: null };
    if (named)
      return withWords({ ...draft, category: named }, isDanger(heard) || tellsMore(heard) ? heard.text : '');
    const kind = categoryTold(heard);
    // What tells of a kind, and is not its name, belongs to the story; what tells of it by the way leaves the question open.
    if (kind && (!tellsOn(heard) || heard.meant.categoryChance >= CERTAIN))
      return withWords({ ...draft, category: kind }, tellsPiece(heard) ? heard.text : '');
    // Who is asked a third time is held up by a list: staff sort it.
    return draft.misses > 1 ? withWords({ ...draft, category: 'other' }, heard.text) : undefined;
  },
  skip: (draft) => ({ ...draft, category: 'other' }),
};

/** "Rác chất cao như núi ngoài chợ" names the kind, and tells of it. */
const tellsMore = (heard: Heard): boolean =>
  wordCount(bareAnswer(heard.key)) > PIECE && !namesOnlyKind(heard.text) && isMoreOfTheStory(heard);

/** So many words tell something; the names of kinds alone do not. */
const tellsPiece = ({ key, text }: Heard): boolean => wordCount(key) >= PIECE && !namesOnlyKind(text);
const PIECE = 4;

/** "Đất đai" is none of these kinds: it is another lane than was understood. */
function otherLane({ key, meant }: Heard): Lane | undefined {
  const named =
    laneAlone(bareAnswer(key.replace(NOT_POLLUTION, ''))) ?? laneAlone(bareAnswer(keyOf(meant.text)));
  return named === 'pollution' ? undefined : named;
}

/** "Không phải ô nhiễm đâu bạn, đây là …", "lấn đất công chứ không phải ô nhiễm". */
const NOT_POLLUTION =
  /^(?:da |a )?(?:khong|ko) phai (?:la )?(?:o nhiem|moi truong)(?: moi truong)?(?: (?:dau|ban|a|em|ma|anh chi))* | (?:chu |ma )?(?:khong|ko|chang) phai (?:la |ve )?(?:o nhiem|moi truong)(?: moi truong)?(?: (?:dau|ban|a|em|nhe|nha|anh chi))*$/;

/** Programs may answer by the name that the contract gives: "land", "solid_waste". */
const isValue = ({ text }: Heard, value: Lane | Category): boolean => text.toLowerCase() === value;

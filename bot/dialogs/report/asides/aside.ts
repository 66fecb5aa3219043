import { keyOf, wordCount } from '../../../../nlp/fold';
import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Heard } from '../../../hear';
import { looksForIt } from '../../../looks-for-it';
import { absorbFacts, isDanger, saysAnonymous } from '../told/absorb';
import { tellsMore } from '../acknowledge';
import { answersShortly } from '../answers-shortly';
import { asideOf, isAngry, isUnanswerable } from './asides';
import { chosenOf } from '../by-number';
import { besideQuestion } from '../told/beside-question';
import { nameBehindNumber, partSaid } from '../summary/confirm';
import { asksForStory, type Draft, withWords } from '../draft';
import { fears } from './fear';
import { calmed } from '../leaving/fed-up';
import { shownHow } from './how-to-answer';
import { grumbles, hurries, sighs, tellsBesideSigh } from '../told/foreword';
import { putsKindRight } from '../put-right/kind-instead';
import * as moves from '../moves';
import { placeInsteadOfName, whereInstead } from '../put-right/place-instead-of-name';
import { sentEarly, wantsSentEarly } from '../leaving/sent-early';
import { answersOpen } from '../steps';
import { hasNoPhotos } from '../steps/photos';
import { knowsNoUnit } from '../steps/unknown-unit';
import { nameAlone } from '../steps/name-told';
import { isStory, told } from '../told/story-beside';
import { tellsOn } from '../told/tells-on';
import { optionsOf, type Turn } from '../turn';

/**
 * A question about the report, one that cannot be answered here, fear, anger: met, and the open question comes again.
 * What was answered before the question in the same message is taken all the same.
 */
export function aside(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard } = turn.scope;
  // "Trời ơi có người bị ngất" is no mere sigh.
  if (isDanger(heard) || putsKindRight(heard)) return undefined;
  if (isPlainAnswer(turn, draft)) return undefined;
  const place = placeInsteadOfName(draft, heard);
  if (place) return whereInstead(turn, draft, place);
  if (wantsSentEarly(draft, heard)) return sentEarly(turn, draft);
  const said = toldBeforehand(draft, heard) ?? metWith(draft, heard);
  if (said === undefined) return undefined;
  turn.lines.push(turn.words(said));
  if (said === 'report.calm') return calmed(turn, withSigh(draft, heard));
  const beside = besideQuestion(heard);
  if (OF_THE_MATTER.has(said) && asksForStory(draft)) return withQuestion(turn, draft, beside);
  const more = beside ? absorbFacts(draft, beside, turn) : draft;
  return tellsMore(draft, more) ? moves.goOnWith(turn, more) : moves.askAgain(turn, { ...draft, misses: 0 });
}

/**
 * "Số 2 ạ" asks for nobody's number, "thuộc loại bụi mịn ạ" for no forecast, "không biết phường nào nữa" of a place that
 * was told for nothing.
 */
function isPlainAnswer(turn: Turn, draft: Draft): boolean {
  const { heard } = turn.scope;
  if (chosenOf(heard, () => optionsOf(turn, draft)) !== undefined) return true;
  if (draft.waitingFor === 'category') return answersOpen(draft, heard);
  return draft.waitingFor === 'location' && draft.location !== null && knowsNoUnit(heard);
}

const OF_THE_MATTER: ReadonlySet<string> = new Set(['report.aboutHarm', 'report.aboutOrigin']);

/** Asked instead of the story, it is a part of it, which staff may answer; the story is still asked for. */
function withQuestion(turn: Turn, draft: Draft, beside: Heard | undefined): Promise<DialogTurnResult> {
  const { heard } = turn.scope;
  if (beside && isStory(beside)) return moves.goOnWith(turn, told(draft, beside, heard, turn));
  const foreword = draft.words.length === 0 ? [...draft.foreword, heard.text] : draft.foreword;
  return moves.askAgain(turn, { ...draft, foreword, misses: 0 });
}

/** By what it is met, by its key; undefined: it is nothing beside the report. */
function metWith(draft: Draft, heard: Heard): string | undefined {
  // "Đừng cho ai biết tên tôi", "không xưng tên được không", "có để lại liên hệ" are answers there.
  if (draft.waitingFor === 'anonymity' && (saysAnonymous(heard) || answersOpen(draft, heard)))
    return undefined;
  // Some names sound like anger; "đồ vô dụng" only looks like one.
  if (isAnswered(draft, heard)) return undefined;
  if (partSaid(heard.key) !== undefined || answersShortly(draft, heard)) return undefined;
  const about = aboutReport(draft, heard);
  if (about !== undefined) return about;
  // "Hoc sinh phai deo khau trang": without its accents a word of it only looks bad.
  const isTale = isAngryStory(draft, heard) || isRudeTale(heard);
  if (isAngry(heard) && !answersOpen(draft, heard) && !isTale) return 'report.calm';
  return isUnanswerable(heard, draft.waitingFor) && !tellsOn(heard) ? 'report.aboutOther' : undefined;
}

const isRudeTale = (heard: Heard): boolean => (heard.isRude || heard.intent === 'feedback') && tellsOn(heard);

/** "Loa phường kêu mãi không ai nghe": where the story is asked for, words that tell of what kind it is are the story. */
const isAngryStory = (draft: Draft, { isRude, meant, key }: Heard): boolean => {
  if (!asksForStory(draft) || isRude) return false;
  const ofUs = ASKS_TOO_MUCH.test(key);
  // Who sighs once more has told theirs; of nothing but sighs `pressed` keeps count.
  if (!ofUs && sighs(key) && tellsBesideSigh(key) && draft.foreword.some((before) => sighs(keyOf(before))))
    return true;
  const chance = Math.min(meant.categoryChance, meant.confidence);
  const tellsKind = meant.category !== null && meant.category !== 'other';
  return tellsKind && chance >= (!ofUs && tellsBesideSigh(key) ? LIKELY : CERTAIN);
};
/** "Hỏi gì mà hỏi hoài vậy": without accents it sounds like a smell. */
const ASKS_TOO_MUCH =
  /\bhoi (?:gi|chi|hoai|di hoi lai|toi (?:hoi )?lui|vong vo|lung tung|lan man|linh tinh|du thu|qua nhieu|lam the|han)\b/;
const LIKELY = 0.5;
const CERTAIN = 0.9;

const aboutReport = (draft: Draft, heard: Heard): string | undefined =>
  shownHow(draft, heard) ?? asideOf(heard) ?? reassured(draft, heard) ?? saidInPassing(draft, heard);

/** "Cho em hỏi chút", "không có ảnh": it is met with a word, and tells nothing. */
function toldBeforehand(draft: Draft, heard: Heard): string | undefined {
  if (heard.saying === 'question') return 'small.question';
  // At the summary "khoan đã" is a no.
  if (draft.waitingFor !== 'confirm' && heard.control === null && looksForIt(heard.key))
    return 'report.takeTime';
  return hasNoPhotos(draft, heard) ? 'report.noPhotos' : undefined;
}

/** "Alo", "cảm ơn nhé": somebody is there, and says nothing of the matter; at the summary it may be a yes. */
function saidInPassing(draft: Draft, heard: Heard): string | undefined {
  const { intent, understood, meant, key, reply, text, files } = heard;
  const { waitingFor } = draft;
  // "Hè này" sounds like a greeting, and tells when.
  if (waitingFor === 'time' && answersOpen(draft, heard)) return undefined;
  const isPassing =
    wordCount(key) <= (THANKS.test(key) ? MORE : FEW) && understood.confidence >= SURE && files.length === 0;
  if (!isPassing || meant.time !== null || reply !== null || text === '' || waitingFor === 'confirm')
    return undefined;
  return intent === 'greet' ? 'report.here' : intent === 'thanks' ? 'report.gladly' : undefined;
}
const FEW = 4;
/** "Em xin cảm ơn anh chị nhiều ạ": thanks, and nothing else. */
const THANKS =
  /^(?:(?:da|vang|em|toi|minh|tui|chau|con|bac|xin|rat|chan thanh|thanh that|va) ){1,4}cam on(?: (?:a|nhieu|lam|nhe|nha|anh|chi|cac|em|ban|co quan|co|chu|bac|truoc|rat)){0,5}$/;
const MORE = 9;
const SURE = 0.7;

/** By a name; or in danger somebody is in a hurry, and is not held up. */
const isAnswered = (draft: Draft, heard: Heard): boolean =>
  draft.urgent && draft.waitingFor === 'location'
    ? hurries(heard.key)
    : !grumbles(heard.key) && namesSelf(draft, heard);

const namesSelf = (draft: Draft, heard: Heard): boolean =>
  (OF_REPORTER.has(draft.waitingFor) && !heard.isRude && nameAlone(heard.text) !== null) ||
  nameBehindNumber(draft, heard) !== null;

const OF_REPORTER: ReadonlySet<Draft['waitingFor']> = new Set(['anonymity', 'contact']);

/** Who is afraid is told who sees what; in a story fear is a part of it. */
const reassured = ({ waitingFor }: Draft, heard: Heard): string | undefined =>
  !TELLS.has(waitingFor) && fears(heard) ? 'report.aboutSecrecy' : undefined;

const TELLS: ReadonlySet<Draft['waitingFor']> = new Set(['description', 'lane', 'confirm', 'change']);

/** Before the story, a sigh is its beginning; behind it, what it tells of others belongs to it. */
function withSigh(draft: Draft, { key, text, isRude }: Heard): Draft {
  if (isRude) return draft;
  if (draft.words.length > 0) return WAS_TOLD.test(key) || SUFFERS.test(key) ? withWords(draft, text) : draft;
  return sighs(key) ? { ...draft, foreword: [...draft.foreword, text] } : draft;
}

/** "Tôi chịu hết nổi rồi", "không ai quản hay sao", "đã báo xã mà không ai giải quyết" is no anger at the hotline alone. */
const SUFFERS =
  /\b(?:chiu (?:het |khong |ko )noi|het chiu noi|qua suc chiu(?: dung)?|(?:chiu|song) (?:sao|gi) (?:noi|duoc)|song sao noi|kho so (?:qua|lam)|(?:khong|chang|ko) (?:thay |co )?ai (?:quan|xu ly|giai quyet|lam gi|quan tam))\b/;
const WAS_TOLD =
  /\b(?:bao|phan anh|keu|noi|goi|kien|trinh bao|gui don|lam don)(?: (?:cao|len|cho|voi|toi|den|ra|qua|roi|voi|nhieu|may|lan|khap|du|moi)){0,4} (?:noi|cap|xa|phuong|huyen|thon|ap|xom|khu pho|to dan pho|uy ban|ubnd|cong an|chinh quyen|truong|dia phuong|chu(?! (?:co|phai|khong|dau)\b)|cong ty|ho|nha may|can bo)\b/;

import { wordCount } from '../nlp/fold';
import { laments } from '../nlp/breach';
import type { Intent } from '../nlp/types';
import { waves } from './dialogs/report/leaving/cancel';
import type { Draft } from './dialogs/report/draft';
import { grumbles, onlySighs, sighs } from './dialogs/report/told/foreword';
import { goesOn, wantsSent } from './dialogs/report/leaving/going-on';
import { namesOnlyKind } from './dialogs/report/put-right/kind-instead';
import { isKindAlone, kindBesidePlace } from './dialogs/report/told/kind-told';
import { leftDraft } from './dialogs/report/leaving/left';
import { putsTimeRight } from './dialogs/report/put-right/put-right';
import { kindNamed } from './dialogs/report/steps/kinds';
import { laneAlone } from './dialogs/report/steps/lanes';
import { leavesOwnNumber } from './dialogs/report/steps/reporter';
import type { Heard } from './hear';
import { topicAsks } from './topics/asks';
import type { TurnScope } from './turn-scope';

/** How sure it must be that somebody who is answering a question wants something else instead. */
const SURE = 0.8;
const CERTAIN = 0.9;
/** What may be asked in the middle of a report. */
const QUESTIONS: ReadonlySet<Intent> = new Set([
  'procedure.ask',
  'regulation.ask',
  'air.quality',
  'dossier.status',
  'hotline.info',
]);

export const isQuestion = (heard: Heard): boolean =>
  QUESTIONS.has(heard.intent) &&
  heard.understood.confidence >= SURE &&
  asksOrNames(heard) &&
  !isFedUp(heard) &&
  !putsTimeRight(heard);

/** "Báo bao nhiêu lần có ai giải quyết đâu": said in anger, it asks for nothing. */
export const isFedUp = ({ text, key }: Heard): boolean =>
  laments(key) || (!text.includes('?') && (sighs(key) || grumbles(key)));

/** "Từ ra Giêng" asks for no procedure, whatever it sounds like: it neither asks nor names one. */
const asksOrNames = ({ intent, text, key, understood }: Heard): boolean =>
  intent !== 'procedure.ask' ||
  text.includes('?') ||
  ASKS.test(key) ||
  understood.procedures.some(({ score }) => score >= NAMED);
const NAMED = 0.3;
const ASKS =
  /\b(?:gi|sao|nao|dau|ai|may|bao|the nao|khong|ko|chua|can|muon|thu tuc|giay to|ho so|le phi|hoi|how|what|where|need)\b/;

/** How a report stands, or more about one. */
export const asksForReport = ({ intent, understood }: Heard): boolean =>
  intent === 'ticket.status' || intent === 'ticket.update' || understood.ticketCodes.length > 0;

/** "Sao không ai giải quyết?" of somebody who has sent nothing yet. */
export const sighsFirst = ({ heard, state }: TurnScope): boolean =>
  sighs(heard.key) && state.tickets.length === 0 && heard.understood.ticketCodes.length === 0;

/**
 * "Nhanh giúp tôi, sóng biển ăn sâu vào bờ, …": who has sent nothing yet, names no code and has no word of looking up asks
 * after nothing, whatever so many words sound like.
 */
export const tellsAtLength = (scope: TurnScope): boolean =>
  asksForReport(scope.heard) &&
  scope.state.tickets.length === 0 &&
  scope.heard.understood.ticketCodes.length === 0 &&
  !scope.heard.text.includes('?') &&
  wordCount(scope.heard.key) >= AT_LENGTH &&
  !LOOKS_UP.test(scope.heard.key);
const AT_LENGTH = 10;
const LOOKS_UP =
  /\b(?:phan (?:anh|ung)|to cao|khieu nai|don|ho so|vu (?:viec )?(?:do|truoc|hom)|ket qua|tra cuu|kiem tra|ma (?:so|ho so|tra cuu|bi mat)|den dau|toi dau|bo sung|da (?:gui|bao|nop|nhan)|(?:gui|bao|nop) (?:hom|tuan|thang|lan)|truoc do|lan truoc|hom truoc)\b/;

/** "Phản ánh", "em muốn báo tin ạ": nothing but the wish, whatever else it sounds like. */
export const wishesToReport = ({ isWish, tellsKind, key }: Heard): boolean =>
  isWish &&
  (REPORTS.test(key) || (tellsKind && COMPLAINS.test(key))) &&
  (!ABOUT_ONE.test(key) || HERE.test(key)) &&
  !ASKS_FOR_FORM.test(key);
const REPORTS =
  /\b(?:phan (?:anh?|ung)|bao|to (?:cao|giac)|kien nghi|report|mec|mach|trinh bay|(?:tiep|ghi) nhan)\b|\bco (?:\w+ )?(?:chuyen|viec|vu|van de)\b|\b(?:ghi|nghe|ke|noi) (?:\w+ ){1,4}(?:chuyen|viec|vu)\b/;
/** A complaint is a procedure of its own, and so is what offices settle; but pollution is reported. */
const COMPLAINS = /\b(?:khieu nai|xu ly|giai quyet|can thiep)\b/;
const ABOUT_ONE = /\b(?:hoi|thong tin)\b/;
/** "Làm đơn tố cáo thế nào" asks for the procedure. */
const ASKS_FOR_FORM =
  /\b(?:lam|viet|nop|gui|mau) (?:don|mau don) (?:to cao|khieu nai)(?: \w+){0,3} (?:the nao|nhu the nao|ra sao|lam sao|sao|o dau|dau|gi)\b/;
/** "Cho hỏi phản ánh ở đây phải hông". */
const HERE =
  /\b(?:phan (?:anh|ung)|bao(?: cao| tin)?|to cao)(?: \w+){0,5} (?:(?:o|tai|qua|vao|len|cho) )?(?:day|(?:kenh|cho|trang|so|bot|zalo) nay)\b|\b(?:muon|can|xin) (?:duoc )?phan anh(?: a)?$/;

/** "Vụ cán bộ", "chuyện đất đai ạ" of somebody who has sent no report yet asks after none. */
export const namesLane = ({ heard: { key, text }, state }: TurnScope): boolean =>
  state.tickets.length === 0 && !text.includes('?') && HEADS.test(key) && laneAlone(key) !== undefined;
const HEADS = /^(?:vu|viec|chuyen|ve|van de|linh vuc)\b/;

/** "Ô nhiễm nguồn nước", "khói", "sai phạm", and nothing else: it names a kind of what is reported here. */
export const namesKind = (heard: Heard): boolean =>
  (UNHEARD.has(heard.intent) ||
    (heard.intent === 'air.quality' && FOUL.test(heard.key)) ||
    // "Vấn đề khai thác khoáng sản" asks for no permit.
    (heard.intent === 'procedure.ask' && HEADS.test(heard.key))) &&
  heard.reply === null &&
  heard.control === null &&
  heard.key !== LEAVE &&
  !heard.text.includes('?') &&
  heard.text.length <= LONGEST_KIND &&
  (namesOnlyKind(heard.text.replace(MUCH, '')) || (isKindAlone(heard) && kindNamed(heard) !== 'other'));
const LONGEST_KIND = 40;
/** A single word sounds like any of these. */
const UNHEARD: ReadonlySet<Intent> = new Set(['out_of_scope', 'affirm', 'deny', 'cancel']);
/** "Khỏi", and "khói" without its accent. */
const LEAVE = 'khoi';
/** "Khói bụi nhiều", "ô nhiễm không khí" ask for no forecast. */
const FOUL = /\b(?:o nhiem|khoi|bui|ban)\b/;
const MUCH = / (?:nhiều|nhieu|quá|qua|lắm|lam|ghê|ghe)\.?$/iu;

export const wantsToReport = (scope: TurnScope): boolean =>
  (scope.heard.intent.startsWith('report.') &&
    scope.heard.control === null &&
    !isOnlyRude(scope.heard) &&
    !isBareSigh(scope.heard)) ||
  scope.heard.understood.urgent ||
  tellsForSure(scope.heard) ||
  kindBesidePlace(scope.heard) !== undefined ||
  comesBack(scope);

/** Of a place and of a kind, at length: a story, though what stands beside it makes it doubtful what is wanted. */
const tellsForSure = ({ intent, understood, text, key }: Heard): boolean =>
  intent === 'out_of_scope' &&
  understood.category !== null &&
  understood.category !== 'other' &&
  understood.categoryChance >= CERTAIN &&
  understood.places.length > 0 &&
  !text.includes('?') &&
  wordCount(key) >= STORY;
const STORY = 12;

/** Bad words that only look like a story; what happened inside angry words is a report. */
const isOnlyRude = ({ isRude, understood }: Heard): boolean =>
  isRude && understood.confidence < SURE && understood.places.length === 0;

/** "Chịu hết nỗi rồi": nothing is told yet, whatever it sounds like. */
const isBareSigh = (heard: Heard): boolean =>
  onlySighs(heard.key) ||
  (sighs(heard.key) &&
    wordCount(heard.key) <= SIGH &&
    heard.understood.places.length === 0 &&
    kindNamed(heard) === undefined);
const SIGH = 5;

/** "Chào bạn" of somebody who left a report half told. */
const comesBack = (scope: TurnScope): boolean =>
  scope.heard.intent === 'greet' && leftDraft(scope) !== undefined;

/** "Làm tiếp phản ánh lúc nãy" asks after no report that was sent, while one is half told. */
export const goesOnWithLeft = (scope: TurnScope): boolean =>
  (goesOn(scope.heard) || wantsSent(scope.heard)) && leftDraft(scope) !== undefined;

export const changesLanguage = (heard: Heard): boolean =>
  namesLanguage(heard) && heard.understood.confidence >= SURE && wordCount(heard.key) <= 8;

/** "Change" alone, as a button of ours says, names no language. */
export const namesLanguage = ({ intent, key }: Pick<Heard, 'intent' | 'key'>): boolean =>
  intent === 'language.change' && !/^(?:(?:please|i|want|to) )*chang(?:e|es|ed)$/.test(key);

/**
 * "Thôi khỏi", "hủy": out of the queue. Amid a report "hủy" stops the report, as its button says, and the waiting goes
 * on until it is left by its name: "khỏi gặp cán bộ".
 * @param report the report that is being told
 */
export function leavesQueue(scope: TurnScope, isAmid: boolean, report: Partial<Draft> | undefined): boolean {
  const { heard, state } = scope;
  if (state.holder.kind !== 'waiting') return false;
  // "Tôi rảnh rồi, làm tiếp" goes back to what they were telling, and leaves nothing.
  if (!isAmid && goesOnWithLeft(scope)) return false;
  if (!isAmid)
    return (
      heard.saying === 'leave' ||
      (!topicAsks(scope) && (heard.control === 'cancel' || heard.intent === 'cancel'))
    );
  // In other dialogs "hủy" ends what is asked for, and "thôi khỏi" the waiting, as was said.
  if (report === undefined) return heard.saying === 'leave' || waves(heard);
  return heard.saying === 'leave' && heard.control === null;
}

/** Inside a dialog a message is an answer first: a name, a number, a story with staff in it. */
export function wantsPerson(heard: Heard, answering: boolean, report?: Partial<Draft>): boolean {
  const { intent, isMenu, saying, understood } = heard;
  // "Alo cho tôi phản ánh với"
  if (wishesToReport(heard) || (report && leavesOwnNumber(report, heard))) return false;
  // "Cháu ơi, làm phiền cháu một chút,": the rest follows.
  if (heard.isWish && heard.text.trimEnd().endsWith(',')) return false;
  if (intent !== 'staff.request' || saying === 'leave' || saying === 'machine') return false;
  return isMenu || !answering || (understood.confidence >= SURE && understood.phone === null);
}

/** It names a place or a number of its own, and is no answer to what was asked all the same; a phone number is one. */
export const asksOfElsewhere = ({ intent, understood, isMenu, text, key }: Heard): boolean =>
  ((intent === 'dossier.status' && (understood.dossierCodes.length > 0 || text.includes('?'))) ||
    (intent === 'air.quality' &&
      // "Không khí bẩn" names a kind of pollution, where that was asked.
      ((isMenu && key !== 'air') ||
        (understood.places.length > 0 && OF_AIR.test(key)) ||
        text.includes('?') ||
        ASKS.test(key.replace('khong khi', ''))))) &&
  understood.confidence >= CERTAIN &&
  understood.phone === null;
/** "Trạm ở phường Phủ Lý, Ninh Bình" tells where, and asks for no air. */
const OF_AIR = /\b(?:khong khi|kk|aqi|pm|bui|chi so|chat luong|du bao|troi|air)\b/;

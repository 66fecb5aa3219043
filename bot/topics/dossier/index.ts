import { wordCount } from '../../../nlp/fold';
import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../../hotline/activity';
import type { WorkingCalendar } from '../../../hotline/deadlines/calendar';
import type { DossierStore, KnownDossier } from '../../../hotline/dossiers';
import type { Heard } from '../../hear';
import { looksForIt } from '../../looks-for-it';
import { withWaiting } from '../../person/still-waiting';
import { personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import { TurnScope } from '../../turn-scope';
import type { Topic } from '..';
import { codesIn } from './codes';
import { dossierStanding } from './standing';
import { dossierTalk, hasTriedEnough, justTold, keepDossierTalk, otherTold, waitsForCode } from './thread';

export interface DossierTopicParts {
  dossiers: Pick<DossierStore, 'find'>;
  calendar: WorkingCalendar;
}

/** Told of at once. */
const SHOWN = 3;
/** So often it is said where a code is found. */
const MOST = 2;
/** More words are a story, in which a number is just a number. */
const FEW_WORDS = 8;

/** "Hồ sơ của tôi tới đâu rồi": by the code that the office gave it. */
export class DossierTopic implements Topic {
  constructor(private readonly parts: DossierTopicParts) {}

  async answer(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    if (heard.intent !== 'dossier.status') return this.bareCode(scope);
    const { likely, possible } = codesIn(heard, false);
    if (possible.length > 0) {
      const told = await this.lookUp(scope, likely, possible);
      if (told) return told;
    }
    const { code } = dossierTalk(scope);
    if (code !== undefined && !asksForAnother(heard.key)) return this.again(scope, code);
    return this.ask(scope, isLost(heard.key) ? 'dossier.whereCode' : 'dossier.ask');
  }

  /** More about the dossier that was told of; the code that was asked for, or why there is none. */
  async follow(context: TurnContext, amid: boolean): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const told = justTold(scope);
    if (heard.intent.startsWith('report.') && !isLate(heard) && !(told && isImpatient(heard.key)))
      return undefined;
    if (told !== undefined && !amid && goesOn(heard))
      return this.again(scope, otherTold(scope, heard.key) ?? told);
    return waitsForCode(scope, amid) ? this.coded(scope, amid) : undefined;
  }

  private async coded(scope: TurnScope, amid: boolean): Promise<readonly Activity[] | undefined> {
    const { heard } = scope;
    const { likely, possible } = codesIn(heard, amid ? 'also' : 'only');
    if (possible.length > 0 && heard.understood.ticketCodes.length === 0) {
      const told = await this.lookUp(scope, likely, possible);
      if (told) return told;
    }
    if (isLost(heard.key) || ASKS_WHOM.test(heard.key)) return this.askedAgain(scope, amid);
    if (!amid && looksForIt(heard.key)) return this.ask(scope, 'dossier.takeTime');
    const isLeft = heard.control !== null && heard.control !== 'resume';
    return isLeft && !amid ? this.leave(scope) : undefined;
  }

  /** Who is told twice where it is, and has none, is asked no more. */
  private askedAgain(scope: TurnScope, amid: boolean): Activity[] {
    const { lost = 0 } = dossierTalk(scope);
    return lost < MOST || amid ? this.ask(scope, 'dossier.whereCode', lost + 1) : this.leave(scope);
  }

  /** A code and little else, said without being asked for: only if there is such a dossier. */
  private bareCode(scope: TurnScope): Promise<Activity[] | undefined> {
    const { heard } = scope;
    const isBare = heard.intent === 'out_of_scope' && wordCount(heard.key) <= FEW_WORDS;
    const { possible } = codesIn(heard, false);
    return isBare && possible.length > 0 ? this.lookUp(scope, [], possible) : Promise.resolve(undefined);
  }

  /** Undefined: no such dossier, and nothing that was certainly meant as a code. */
  private async lookUp(
    scope: TurnScope,
    likely: string[],
    possible: string[],
  ): Promise<Activity[] | undefined> {
    const talk = dossierTalk(scope);
    const [typed] = likely;
    if (hasTriedEnough(talk)) return typed === undefined ? undefined : this.tooMany(scope);
    const found = await this.parts.dossiers.find(possible);
    if (found.length > 0) return this.tell(scope, found.slice(0, SHOWN));
    if (typed === undefined) return undefined;
    const wrong = { waits: true, wrong: talk.wrong + 1 };
    keepDossierTalk(scope, wrong);
    return hasTriedEnough(wrong) ? this.tooMany(scope) : [this.notFound(scope, typed)];
  }

  private async again(scope: TurnScope, code: string): Promise<Activity[]> {
    const found = await this.parts.dossiers.find([code]);
    const [dossier] = found.filter((each) => each.code === code);
    return dossier ? this.tell(scope, [dossier]) : this.ask(scope, 'dossier.ask');
  }

  private tell(scope: TurnScope, found: readonly KnownDossier[]): Activity[] {
    const { words, question } = scope;
    const [first] = found;
    keepDossierTalk(scope, {
      waits: false,
      wrong: 0,
      ...(first && { code: first.code, codes: found.map(({ code }) => code) }),
    });
    return found.map((dossier) =>
      message({ text: dossierStanding(words, dossier, question.at, this.parts.calendar) }),
    );
  }

  private ask(scope: TurnScope, key: string, lost = 0): Activity[] {
    const { words } = scope;
    keepDossierTalk(scope, { waits: true, wrong: dossierTalk(scope).wrong, lost });
    return [message({ text: words(key), ask: 'dossier_code', choices: [personChoice(words)] })];
  }

  private notFound({ words }: TurnScope, code: string): Activity {
    const text = words('dossier.notFound', { code });
    return message({ text, ask: 'dossier_code', choices: [personChoice(words)] });
  }

  private tooMany({ words }: TurnScope): Activity[] {
    return [message({ text: words('dossier.tooMany'), choices: [personChoice(words)] })];
  }

  private leave(scope: TurnScope): Activity[] {
    keepDossierTalk(scope, { waits: false, wrong: dossierTalk(scope).wrong });
    return [message({ text: withWaiting(scope, scope.words('dossier.left')) })];
  }
}

/** "Quên mã rồi", "mất giấy hẹn", "mã ở đâu": they have none at hand. */
const isLost = (key: string): boolean => LOST.test(key) && wordCount(key) <= 14;
const LOST =
  /\b(?:quen|mat|that lac|khong (?:nho|co|biet|thay|giu|con)|ko (?:nho|co|biet|thay)|k (?:nho|co|biet)|hong (?:nho|co|biet)|chang nho)\b.{0,20}\b(?:ma|so|giay|bien nhan)\b|\bma\b.{0,20}\b(?:o dau|cho nao|la gi|xem dau|lay dau|dau ra)\b|^(?:toi |em |minh |tui )?(?:quen|khong nho|ko nho|khong biet|ko biet|khong co|ko co)(?: roi| mat| a)?$|\b(?:lost|forgot|dont know|do not know|dont have|do not have)\b/;

/** "Thế hỏi ai" */
const ASKS_WHOM = /^(?:(?:the|vay|a|thi|gio|biet) ){0,3}(?:hoi|lien he|tim)(?: (?:ai|o dau|dau|cho nao))/;

/** "Trễ mấy ngày rồi", "bao giờ lấy được": of the dossier that was just told of. */
function goesOn({ key, intent, understood }: Heard): boolean {
  const isOpen =
    ['out_of_scope', 'ticket.status', 'help'].includes(intent) ||
    isLate({ key, understood }) ||
    isImpatient(key) ||
    LACKS.test(key);
  return (
    isOpen &&
    understood.ticketCodes.length === 0 &&
    wordCount(key) <= FEW_WORDS &&
    (GOES_ON.test(key) || LACKS.test(key) || isImpatient(key))
  );
}
/** "Nó trễ mấy ngày rồi" sounds like danger without its accents ("nổ"), and is of the dossier. */
const isLate = ({ key, understood }: Pick<Heard, 'key' | 'understood'>): boolean =>
  LATE.test(key) && understood.confidence < SURE;
const LATE = /\b(?:tre|cham|qua hen|qua han) (?:may|bao nhieu|\d+) (?:ngay|hom|bua)\b/;
const SURE = 0.7;
const GOES_ON =
  /\b(?:tre|cham|qua hen|qua han|may ngay|may hom|bao gio|khi nao|chung nao|lay duoc|lay o dau|nhan o dau|ket qua|xong chua|how late|when)\b/;
/** "Nộp thêm gì không" */
const LACKS = /\b(?:nop|bo sung|thieu|can) (?:them )?(?:giay (?:to )?)?gi\b/;
/** "Sao chậm thế" */
const isImpatient = (key: string): boolean => IMPATIENT.test(key);
const IMPATIENT =
  /^(?:(?:gi|sao|ma|the|vay|troi|oi|lam) ){0,4}(?:lau|cham|tre)(?: (?:the|vay|qua|ghe|du|lam|nhi|a|ha)){1,3}$/;

const asksForAnother = (key: string): boolean => /\b(?:khac|nua|another|other)\b/.test(key);

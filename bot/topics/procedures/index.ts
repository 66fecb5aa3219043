import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../../hotline/activity';
import { keyOf } from '../../../nlp/fold';
import type { Aspect, Intent } from '../../../nlp/types';
import type { Heard } from '../../hear';
import { withWaiting } from '../../person/still-waiting';
import { message } from '../../replies/prompt';
import { TurnScope } from '../../turn-scope';
import type { Words } from '../../words';
import type { Topic } from '..';
import { answerOn, everything } from './answer';
import { askInOwnWords, askName, askWhich, outside } from './asking';
import { OFFERED_ASPECTS, type Procedures } from './catalogue';
import { chosenOf, type Meant, meantBy, toldApart } from './choosing';
import * as reading from './reading';
import type { Remark, remarkReader } from './talk';
import { dropProcedureTalk, keepProcedureTalk, type ProcedureTalk, procedureTalk } from './thread';

export interface ProcedureTopicParts {
  procedures: Procedures;
  remarkIn: ReturnType<typeof remarkReader>;
}

/** Questions about administrative procedures: which one, what is asked of it, and what is asked next. */
export class ProcedureTopic implements Topic {
  constructor(private readonly parts: ProcedureTopicParts) {}

  answer(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const remark = this.parts.remarkIn(heard.text);
    if (heard.intent === 'procedure.ask') return Promise.resolve(this.asked(scope, remark));
    if (heard.intent === 'dossier.status' && reading.isHowTo(heard, remark))
      return Promise.resolve(this.asked(scope, remark));
    const isOfOthers = heard.intent === 'out_of_scope' && !heard.isRude && (remark?.asks ?? false);
    return Promise.resolve(isOfOthers ? this.outside(scope) : undefined);
  }

  follow(context: TurnContext, amid: boolean): readonly Activity[] | undefined {
    const scope = TurnScope.of(context);
    const talk = procedureTalk(scope, amid);
    if (!talk) return undefined;
    if (talk.id === undefined && !amid) {
      const ended = this.notNamed(scope, talk);
      if (ended) return ended;
    }
    if (reading.isOther(scope.heard)) return undefined;
    const remark = this.parts.remarkIn(scope.heard.text);
    if (talk.id === undefined) return this.choice(scope, talk, remark);
    // What else is open has buttons and answers of its own: only a question is meant for us.
    if (amid && !reading.isQuestion(scope.heard)) return undefined;
    return this.more(scope, talk, talk.id, remark);
  }

  /** "Thôi", or "không biết tên", where a procedure was to be named. */
  private notNamed(scope: TurnScope, { asked }: ProcedureTalk): Activity[] | undefined {
    const { heard, words } = scope;
    if (namesField(heard.key)) return this.askName(scope, asked);
    if (heard.control === 'skip' || reading.knowsNoName(heard.key)) {
      keepProcedureTalk(scope, { offered: [], asked, told: [] });
      return [askInOwnWords(words)];
    }
    if (heard.control === null || heard.control === 'resume') return undefined;
    dropProcedureTalk(scope);
    return [message({ text: withWaiting(scope, words('procedure.left')) })];
  }

  /** A question that stands for itself. */
  private asked(scope: TurnScope, remark: Remark | undefined): Activity[] {
    const { aspect, procedures } = scope.heard.understood;
    return this.meant(scope, meantBy(procedures), reading.aspectsOf(aspect, remark), remark);
  }

  private meant(scope: TurnScope, meant: Meant, asked: Aspect[], remark: Remark | undefined): Activity[] {
    switch (meant.type) {
      case 'one':
        return this.tell(scope, meant.id, { offered: [meant.id, ...meant.beside], asked, told: [] });
      case 'some':
        return this.ask(scope, meant.ids, asked);
      case 'unnamed':
        return this.askName(scope, asked);
      case 'none':
        return isVague(remark) || scope.heard.isMenu ? this.askName(scope, asked) : this.outside(scope);
    }
  }

  /** The answer to "which of these?", or to "which one at all?". */
  private choice(
    scope: TurnScope,
    { offered, asked }: ProcedureTalk,
    remark: Remark | undefined,
  ): Activity[] | undefined {
    const { heard, words } = scope;
    const { procedures } = this.parts;
    const id = chosenOf(offered, heard, remark, procedures) ?? toldApart(offered, remark, procedures);
    if (id !== undefined) return this.tell(scope, id, { offered, asked, told: [] });
    if (isNone(words, heard, remark)) return this.askName(scope, asked);
    // "How much", before it is known of which.
    if (offered.length > 0 && remark && remark.aspects.length > 0 && remark.unknown.length === 0)
      return this.ask(scope, offered, remark.aspects);
    if (!MAY_NAME.has(heard.intent)) return undefined;
    const meant = meantBy(heard.understood.procedures);
    if (meant.type !== 'one' && meant.type !== 'some') return undefined;
    const now = reading.aspectsOf(heard.understood.aspect, remark);
    return this.meant(scope, meant, now[0] === 'general' ? asked : now, remark);
  }

  /** More about the procedure that is talked about, or the other one that was offered. */
  private more(
    scope: TurnScope,
    talk: ProcedureTalk,
    id: string,
    remark: Remark | undefined,
  ): Activity[] | undefined {
    const { heard, words } = scope;
    const others = talk.offered.filter((other) => other !== id);
    const button = reading.aspectOfButton(words, heard.key);
    if (button) return this.tell(scope, id, { ...talk, asked: [button] });
    const chosen = chosenOf(talk.offered, heard, remark, this.parts.procedures);
    if (chosen !== undefined && chosen !== id)
      return this.tell(scope, chosen, { ...talk, asked: this.again(talk, remark), told: [] });
    if (remark?.other && others.length > 0) return this.other(scope, talk, others, remark);
    const next = GOES_ON.test(heard.key) ? toldApart(others, remark, this.parts.procedures) : undefined;
    if (next !== undefined)
      return this.tell(scope, next, { ...talk, asked: this.again(talk, remark), told: [] });
    const asked = reading.isMoreOf(heard, remark);
    return asked && this.tell(scope, id, { ...talk, asked });
  }

  private other(
    scope: TurnScope,
    talk: ProcedureTalk,
    others: readonly string[],
    remark: Remark,
  ): Activity[] {
    const [only] = others;
    const asked = this.again(talk, remark);
    return only !== undefined && others.length === 1
      ? this.tell(scope, only, { ...talk, asked, told: [] })
      : this.ask(scope, others, asked);
  }

  /** Of the other one, what is named now, else what was asked of the first. */
  private again({ asked }: ProcedureTalk, remark: Remark | undefined): Aspect[] {
    return remark && remark.aspects.length > 0 ? remark.aspects : asked;
  }

  private tell(scope: TurnScope, id: string, talk: Omit<ProcedureTalk, 'id'>): Activity[] {
    const { procedures } = this.parts;
    const { words } = scope;
    const entry = procedures.find(id);
    if (!entry) return this.outside(scope);
    const isWhole = talk.asked.includes('general') && talk.told.length > 0;
    const now = isWhole ? OFFERED_ASPECTS : talk.asked;
    keepProcedureTalk(scope, { ...talk, id, told: [...new Set([...talk.told, ...now])] });
    if (isWhole) return everything(words, procedures, entry);
    const copies = talk.asked.includes('documents') && reading.asksCopies(scope.heard.key);
    return answerOn(words, procedures, entry, { ...talk, copies });
  }

  private ask(scope: TurnScope, ids: readonly string[], asked: Aspect[]): Activity[] {
    keepProcedureTalk(scope, { offered: [...ids], asked, told: [] });
    return [askWhich(scope.words, this.parts.procedures, ids)];
  }

  private askName(scope: TurnScope, asked: Aspect[]): Activity[] {
    keepProcedureTalk(scope, { offered: [], asked, told: [] });
    return [askName(scope.words)];
  }

  private outside(scope: TurnScope): Activity[] {
    dropProcedureTalk(scope);
    scope.leaveUnanswered();
    return [outside(scope.words)];
  }
}

/** What a bare name of a procedure may look like to the classifier. */
const MAY_NAME: ReadonlySet<Intent> = new Set([
  'procedure.ask',
  'out_of_scope',
  'help',
  'hotline.info',
  'affirm',
]);

/** "Thủ tục đất", "giấy tờ về môi trường": it names our field, and nothing in it. */
/** "Đất", "môi trường", where a procedure was to be named. */
const namesField = (key: string): boolean => key !== '' && key.split(' ').every((word) => FIELDS.has(word));

const isVague = (remark: Remark | undefined): boolean =>
  remark !== undefined && remark.unknown.every((word) => FIELDS.has(word));
const FIELDS: ReadonlySet<string> = new Set('dat dai nha moi truong nuoc khoang san bien'.split(' '));

/** "Còn cấp Bộ thì sao": from one to the other. */
const GOES_ON = /^(?:(?:the|vay|va|a|u|o) )*(?:con|what about|how about) /;

/** None of what was offered. */
const isNone = (words: Words, { key }: Heard, remark: Remark | undefined): boolean =>
  key === keyOf(words('procedure.none')) ||
  (remark !== undefined && remark.none && remark.unknown.length + remark.aspects.length === 0);

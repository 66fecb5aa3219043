import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../../hotline/activity';
import type { Intent } from '../../../nlp/types';
import type { Heard } from '../../hear';
import { TurnScope } from '../../turn-scope';
import type { Draft } from '../../dialogs/report/draft';
import type { Topic } from '..';
import { draftUnderWay } from '../told-report';
import { dropProcedureTalk } from '../procedures/thread';
import type { Procedures } from '../procedures/catalogue';
import { aboutHotline, companies, highest, penalties, unknownRule } from './answer';
import type { HotlineMatter, RegulationEntry, Regulations } from './book';
import { type RuleQuestion, ruleReader } from './reading';
import { isSpokenOf, keepSpokenOf } from './spoken-of';

export interface RegulationTopicParts {
  regulations: Regulations;
  procedures: Procedures;
}

/** What the penalty for something is, and how the hotline itself works. */
export class RegulationTopic implements Topic {
  private readonly questionIn: (text: string) => RuleQuestion;

  constructor(private readonly parts: RegulationTopicParts) {
    this.questionIn = ruleReader(parts.regulations);
  }

  answer(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const { intent, text } = scope.heard;
    if (!MAY_ASK.has(intent)) return Promise.resolve(undefined);
    const question = this.questionIn(text);
    const answer = isOfHotline(question, scope.heard)
      ? this.hotline(scope, question.hotline)
      : intent === 'regulation.ask'
        ? this.rule(scope, this.ofReport(scope, question))
        : undefined;
    return Promise.resolve(answer && [answer]);
  }

  /** "Thế còn đốt rơm?" after another penalty was told. */
  follow(context: TurnContext, amid: boolean): readonly Activity[] | undefined {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    if (!amid && asksIfFormal(heard)) return [aboutHotline(scope.words, this.parts.regulations, 'formal')];
    if (!isSpokenOf(scope) || !NEXT.test(heard.key) || heard.understood.urgent) return undefined;
    if (OF_COMPANIES.test(heard.key) && !OF_MOST.test(heard.key) && this.namesNoAct(heard))
      return [companies(scope.words, this.parts.regulations)];
    const question = this.questionIn(heard.text);
    const isShort = question.words <= LONGEST_REMARK;
    if (!isShort || question.limit || question.entries.length + Number(question.general) === 0)
      return undefined;
    return [this.rule(scope, question)];
  }

  private namesNoAct({ text }: Heard): boolean {
    const { words, entries } = this.questionIn(text);
    return words <= FEW_WORDS && entries.length === 0;
  }

  /** "Mức phạt bao nhiêu?" in the middle of a report: for what is being told, by its words, else by its kind. */
  private ofReport(scope: TurnScope, question: RuleQuestion): RuleQuestion {
    const told = draftUnderWay(scope);
    if (!told || question.entries.length > 0 || question.general || question.limit) return question;
    const { entries } = this.questionIn((told.words ?? []).join('\n'));
    return { ...question, entries: entries.length > 0 ? entries : this.ofKind(told) };
  }

  private ofKind({ lane, category, likely }: Partial<Draft>): RegulationEntry[] {
    const kind = lane === 'pollution' ? (category ?? likely) : undefined;
    return this.parts.regulations.entries.filter((entry) =>
      kind ? entry.category === kind : lane === 'land' && entry.lane === lane,
    );
  }

  private rule(scope: TurnScope, question: RuleQuestion): Activity {
    const { words } = scope;
    const { regulations, procedures } = this.parts;
    if (question.entries.length > 0 || question.general) dropProcedureTalk(scope);
    keepSpokenOf(scope);
    if (question.entries.length > 0)
      return penalties(words, regulations, question, draftUnderWay(scope) !== undefined);
    if (question.general && !question.limit) return highest(words, regulations);
    scope.leaveUnanswered();
    const [near] = scope.heard.understood.procedures;
    return unknownRule(words, near && near.score >= NEAR ? [procedures.nameOf(near.id)] : []);
  }

  private hotline(scope: TurnScope, matter: HotlineMatter | null): Activity | undefined {
    return matter === null ? undefined : aboutHotline(scope.words, this.parts.regulations, matter);
  }
}

/** "Đây có phải đơn tố cáo không", though all its words would be a wish to report. */
const asksIfFormal = ({ key }: Heard): boolean => FORMAL.test(key);
const FORMAL =
  /^(?:(?:the|vay|cai|cho hoi) ){0,2}(?:nay|day|nhu (?:the|vay)(?: nay)?|phan anh(?: (?:nay|o day))?) (?:thi )?co (?:phai |duoc coi |duoc tinh )?(?:la )?(?:don )?(?:to cao|khieu nai)(?: \w+){0,2} (?:khong|ko|hong|chua)(?: (?:vay|a|ha)){0,2}$|^(?:(?:the|vay|cho hoi) ){0,2}(?:(?:to cao|khieu nai|phan anh)(?: (?:va|voi|o day|thi))? ){1,2}khac (?:gi |nhau |voi |nhu )*(?:(?:to cao|khieu nai|phan anh) ?)?(?:the nao|cho nao|o dau|o cho nao|gi|sao|khong)?$/;

const LONGEST_REMARK = 12;
const FEW_WORDS = 7;
/** A procedure that is so likely may be what was looked for. */
const NEAR = 0.7;

/** What goes on with what was said before. */
const NEXT =
  /^(?:(?:the|vay|va|a|u|ok|o) )*(?:con|the|vay|and|what about|how about|if|neu) |^(?:cong ty|doanh nghiep|to chuc) thi |\b(?:thi sao|thi the nao|thi bi phat bao nhieu)$/;
/** Organisations pay more: how much more was asked for, not the highest fine of all. */
const OF_COMPANIES = /\b(?:cong ty|doanh nghiep|to chuc|co so|nha may|compan(?:y|ies)|organi[sz]ations?)\b/;
const OF_MOST = /\b(?:cao nhat|toi da|kich khung|tran phat|highest|maximum)\b/;

const MAY_ASK: ReadonlySet<Intent> = new Set([
  'regulation.ask',
  'hotline.info',
  'help',
  'procedure.ask',
  'out_of_scope',
]);

/** Words such as "bí mật" ask about the hotline only where the question does; what it is beside a denunciation, always. */
function isOfHotline({ hotline, entries }: RuleQuestion, { intent, understood }: Heard): boolean {
  if (hotline === null) return false;
  if (hotline === 'formal' || intent === 'hotline.info' || intent === 'help') return true;
  if (hotline === 'what' || hotline === 'phone') return false;
  if (intent === 'procedure.ask') {
    const id = understood.procedures[0]?.id ?? '';
    return id.startsWith('phan-anh-') || (hotline === 'anonymous' && id.startsWith('to-cao'));
  }
  return (
    intent === 'regulation.ask' && entries.length === 0 && (hotline === 'secret' || hotline === 'anonymous')
  );
}

import { wordCount } from '../../../nlp/fold';
import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../../hotline/activity';
import type { Heard, Saying } from '../../hear';
import { noteOffer } from '../../person/offered';
import { menu, personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import { TurnScope } from '../../turn-scope';
import type { Topic } from '..';
import { calm } from './abuse';
import { isLaughter, isMood, isOtherScript } from './signs';

/** What is said beside the matter: answered in a sentence. Asked last, for nothing that matters may end here. */
export class SmallTalk implements Topic {
  answer(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const said = scope.heard.isRude ? calm(scope) : (remarkOn(scope) ?? replyTo(scope));
    return Promise.resolve(said && [said]);
  }
}

/** Sayings that are answered, each by the words of its name. */
const ANSWERED: ReadonlySet<Saying> = new Set(['machine', 'wellbeing', 'chat', 'sorry', 'praise']);

/** "Buồn quá" may be the beginning of a story. */
const SAD = /\b(?:buon|chan)\b(?! cuoi)/;

function remarkOn(scope: TurnScope): Activity | undefined {
  const { heard, words } = scope;
  const { saying, text } = heard;
  if (isOtherScript(text)) return menu(words, words('languageOnly'));
  if (UNCLEAR.test(heard.key)) return unclear(scope);
  if (saying === 'leave') return noted(scope);
  if (saying === 'machine' || saying === 'question') return menu(words, words(`small.${saying}`));
  if (saying === 'chat' && SAD.test(heard.key)) return menu(words, words('small.mood'));
  if (saying !== null && ANSWERED.has(saying)) return message({ text: words(`small.${saying}`) });
  if (saying === 'laugh' || isLaughter(text)) return message({ text: words('small.laugh') });
  if (!isMood(text)) return undefined;
  return heard.reply === 'yes' ? noted(scope) : menu(words, words('small.mood'));
}

/** "Không hiểu gì hết", "nói lại đi": it was said badly, and a person may say it better. */
const UNCLEAR =
  /^(?:(?:toi|em|minh|tui|bac|chau|con|van|noi|doc|nghe|gi) ){0,3}(?:(?:khong|chua|ko|hong|chang|kho) hieu(?: (?:gi|lam|noi|duoc|het|ca|qua|y|ban|bot|noi gi|luon|a)){0,4}|(?:noi|giai thich|tra loi|nhac) lai(?: (?:di|giup|gium|xem|nao|voi|cho|ro|hon|toi|em|minh|coi)){0,4}|(?:noi|tra loi)? ?(?:dai|dai dong|kho hieu) qua(?: (?:noi|tom tat|ngan|gon|lai|thoi|di)){0,4}|(?:noi|tom tat) (?:ngan gon|gon|ngan)(?: (?:thoi|di|lai|hon)){0,2})$/;

function unclear(scope: TurnScope): Activity {
  const { words } = scope;
  noteOffer(scope);
  return message({ text: words('small.unclear'), ask: 'choice', choices: [personChoice(words)] });
}

/** Short answers to what is no report. */
function replyTo(scope: TurnScope): Activity | undefined {
  const { words, heard } = scope;
  switch (heard.intent) {
    case 'greet':
      return menu(words, withHint(scope, words('greet')));
    case 'help':
    case 'hotline.info':
      return menu(words, withHint(scope, words('help')));
    case 'thanks':
      return message({ text: words('thanks') });
    case 'goodbye':
      return message({ text: words('goodbye') });
    case 'cancel':
      return endsSomething(heard) ? menu(words, words('cancelNothing')) : undefined;
    case 'affirm':
    case 'deny':
      return isBare(heard) ? noted(scope) : undefined;
    case 'feedback':
      return wordCount(heard.key) > 1 || heard.understood.confidence >= SURE ? judged(scope) : undefined;
    default:
      return undefined;
  }
}

/** A yes or no to nothing; who has sent no report yet may not know what can be done here. */
const noted = ({ words, state }: TurnScope): Activity =>
  state.tickets.length === 0 ? menu(words, words('small.noted')) : message({ text: words('small.noted') });

/** "Chờ lâu quá", "Hà Nội nữa" only sound like an end. */
const endsSomething = ({ control, understood }: Heard): boolean =>
  control !== null || (understood.confidence >= LIKELY && understood.places.length === 0);
const LIKELY = 0.6;
const SURE = 0.8;

const isBare = ({ key, reply, understood }: Heard): boolean =>
  reply !== null || (wordCount(key) <= 3 && understood.confidence >= LIKELY && !WONDERS.test(key));
/** "Gì cơ" says neither yes nor no. */
const WONDERS = /\b(?:gi|sao|nao|dau|ai)\b/;

/** What they think of us is kept for staff to read, without who said it. */
function judged(scope: TurnScope): Activity {
  scope.leaveUnanswered();
  return menu(scope.words, scope.words('small.judged'));
}

/** Who writes English to us and reads Vietnamese is told how to change that. */
const withHint = ({ heard, state, words }: TurnScope, text: string): string =>
  heard.isEnglish && state.language !== 'en' ? `${text}\n${words('small.english')}` : text;

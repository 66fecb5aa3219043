import type { Activity } from '../../hotline/activity';
import { maskPhone } from '../../nlp/contact';
import { dialogsKept } from '../dialogs-kept';
import type { Heard } from '../hear';
import { message } from '../replies/prompt';
import type { TurnScope } from '../turn-scope';

/** A number that is left in talk, to be called back at. */
export interface CallBack {
  /** E.164. */
  number: string;
  /** What the log keeps of the message. */
  masked: string;
}

/** Whose number it is not: an agency's that does not answer, a swindler's, "của ông Tư". */
const OF_OTHERS =
  /\b(?:lua dao|quay roi|lam phien|spam|hotline|duong day nong|thue bao|khong (?:ai|co ai) (?:nghe|bat)|khong (?:nghe|bat) may|da goi|goi mai|so nay (?:goi|nhan|la cua)|cong ty|co so|chu (?:trai|xuong|xe|nha may)|tai xe)\b|\bcua (?:ong|ba|anh|chi|chu|co|bac|em|thang|con) (?!la\b|day\b|nhe\b|nha\b|a\b|ne\b|do\b|so\b)[a-z]/;

/** "Gọi lại cho tôi theo số 0912…"; a story is kept as it is told, for its number may be the offender's. */
export function callBackIn({ text, key, intent, understood }: Heard): CallBack | undefined {
  const { phone } = understood;
  if (phone === null || intent.startsWith('report.') || OF_OTHERS.test(key)) return undefined;
  return { number: phone, masked: maskPhone(text) };
}

/** Masks and keeps a number that was left. @returns what is said of it to who waits for a person */
export function numberKept(scope: TurnScope): Activity | undefined {
  const callBack = leftIn(scope);
  if (!callBack) return undefined;
  scope.keepCallBack(callBack);
  const isAwaited = scope.state.holder.kind === 'waiting';
  return isAwaited
    ? message({ text: scope.words('person.numberKept', { number: maskPhone(callBack.number) }) })
    : undefined;
}

/** A number and hardly a word beside it, where nothing is under way: it is kept already, and that is said. */
export function numberAlone({ heard, words }: TurnScope): Activity | undefined {
  const beside = heard.key.split(' ').filter((word) => !/\d/.test(word)).length;
  const left = beside <= MOST_BESIDE && !heard.text.includes('?') ? callBackIn(heard) : undefined;
  return left && message({ text: words('person.numberAlone', { number: maskPhone(left.number) }) });
}
/** "Số tui 0912…", "0912… nha em". */
const MOST_BESIDE = 3;

/** Dialogs keep what they are told by themselves; a call for a person in the middle of one is told to none. */
function leftIn(scope: TurnScope): CallBack | undefined {
  const { state, question, memory, maskedText, heard } = scope;
  const calls = state.holder.kind === 'waiting' && question.state.holder.kind !== 'waiting';
  const isTold = dialogsKept(memory).length > 0 || scope.changesTickets;
  return maskedText !== undefined || (isTold && !calls) ? undefined : callBackIn(heard);
}

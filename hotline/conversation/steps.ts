import type { Activity } from '../activity';
import { chosen } from '../choices';
import type { Answer, Answerer, Question } from './conversations';
import type { ConversationState, OutMessage } from './turn';
import { hold, isOverPace, merge, paced, untilNextMinute } from './held';
import {
  FETCH_FILES,
  type Fetched,
  type FileWords,
  aboutFiles,
  fetchesOf,
  isStillWaiting,
  placedIn,
  quietLeft,
  waitForFiles,
} from './remote-files';

export interface StepParts {
  answer: Answerer;
  /** What is said about files that are not here yet. Absent: nothing. */
  fileWords?: FileWords;
  /** What is said once when somebody writes faster than is answered; absent: nothing. */
  slowWords?: (state: ConversationState) => Activity;
  messagesPerMinute: number;
}

/** The steps that a conversation is made of, but for those of staff: each from its newest state to what a turn adds. */
export function steps({ answer: bot, fileWords, slowWords, messagesPerMinute }: StepParts) {
  const answer = aboutFiles(bot, fileWords);

  /**
   * The citizen spoke; the bot sees it together with what was held. Too fast, or with files that are still to be
   * fetched, the message is held instead, except for private words: only the bot knows them, and they must not lie in
   * the log until it is asked.
   */
  async function said(question: Question, activity: Activity): Promise<Answer> {
    const { unreachable: _over, ...state } = paced(question.state, question.at);
    const answered = keptPrivate(activity, await answerAll({ ...question, state }));
    const waitMs = answered.maskedText === undefined ? waitOf(state, activity, question.at) : undefined;
    const taken =
      waitMs === undefined
        ? answered
        : { out: slowedDown(state), state: hold(state, activity, question.at), waitMs };
    const fetches = fetchesOf(activity);
    return fetches.length > 0 ? { ...taken, effects: [...(answered.effects ?? []), ...fetches] } : taken;
  }

  /** Said with the first message of a minute that is held; the others are only taken. */
  function slowedDown(state: ConversationState): OutMessage[] {
    const isFirst = state.pace?.count === messagesPerMinute + 1 && state.holder.kind !== 'staff';
    return slowWords && isFirst ? [{ activity: slowWords(state) }] : [];
  }

  function waitOf(state: Question['state'], activity: Activity, at: Date): number | undefined {
    if (isOverPace(state, messagesPerMinute)) return untilNextMinute(at);
    return state.holder.kind === 'staff' ? undefined : waitForFiles(state.held, activity, at);
  }

  /** What was held and what came now, as if it had been said in one message. */
  async function answerAll(question: Question): Promise<Answer> {
    const { held, ...state } = question.state;
    const activity = chosen(merge(held, question.activity), state);
    const answered = await answer({ ...question, state, ...(activity && { activity }) });
    if (answered.waitMs === undefined || !question.activity) return answered;
    return { ...answered, out: [], state: hold(question.state, question.activity, question.at) };
  }

  /** An effect has its result; that of other effects than files is the bot's. */
  const result = (question: Question): Promise<Answer> =>
    question.cause?.type === 'effect' && question.cause.effect === FETCH_FILES
      ? filesCame(question, question.cause.result as Fetched)
      : bot(question);

  /** The last file that was waited for lets all be answered; one that nobody waits for any more is a message of its own. */
  async function filesCame(question: Question, { files }: Fetched): Promise<Answer> {
    const { state, at } = question;
    const asked = { ...question, cause: { type: 'due' } as const };
    const held = placedIn(state.held, files);
    if (!held) return answer({ ...asked, activity: { type: 'message', attachments: files } });
    if (isStillWaiting(held)) return { out: [], state: { ...state, held } };
    const waitMs = quietLeft(held, at);
    return waitMs > 0
      ? { out: [], state: { ...state, held }, waitMs }
      : answerAll({ ...asked, state: { ...state, held } });
  }

  return { said, due: answerAll, result };
}

/** A contact that was shared is private, whatever the bot takes it for. */
function keptPrivate(activity: Activity, answered: Answer): Answer {
  if (activity.channelData?.['contact'] !== true || answered.maskedText !== undefined) return answered;
  return { ...answered, maskedText: `••• ••• ${(activity.text ?? '').slice(-3)}` };
}

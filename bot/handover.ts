import type { Activity } from '../hotline/activity';
import type { Answer, Question } from '../hotline/conversation/conversations';
import type { HandoverWords } from '../hotline/conversation/service';
import type { ConversationState } from '../hotline/conversation/turn';
import type { Hours } from '../hotline/hours';
import { dialogsKept } from './dialogs-kept';
import type { Heard } from './hear';
import { isDanger } from './dialogs/report/told/absorb';
import { callBackIn } from './person/call-back';
import { keepPending, mayAsk, noteTrouble, ofTalk } from './rating/pending';
import { starsBelow } from './rating/ratings';
import { message } from './replies/prompt';
import type { Voices } from './words';

const HOUR_MS = 60 * 60 * 1000;

/** What is said when the conversation changes hands, in the language of the citizen. */
export const handoverWords = (voices: Voices): HandoverWords => ({
  tookOver: ({ name }, { language = 'vi' }) =>
    message({ text: voices[language]('person.tookOver', { name }), data: { handoff: 'staff' } }),
  handedBack(question) {
    const { state } = question;
    const words = voices[state.language ?? 'vi'];
    const data = { handoff: 'bot' as const };
    if (!asksStars(question)) return message({ text: words('person.handedBack'), data });
    return message({ ...starsBelow(words, words('person.handedBackRate')), data });
  },
  remembers(question) {
    const { state, seq, at } = question;
    if (!asksStars(question)) return state.bot;
    const bot = copyOf(state.bot);
    keepPending(bot, { ...ofTalk(state.confidential === true), seq, at: at.getTime() });
    return bot;
  },
});

/** Only after a talk with a person, and when no other question is open. */
function asksStars({ state, at }: Question): boolean {
  const isTalk = state.holder.kind === 'staff' && dialogsKept(state.bot).length === 0;
  return isTalk && mayAsk(state.bot, at, ofTalk(false));
}

/**
 * Nobody is left waiting for a person who went home: after hours without a word of theirs the bot answers again, and
 * says so. @returns the state to go on with, and what is said first
 */
export function released(
  { state, at, activity }: Question,
  { staffSilence }: Pick<Hours, 'staffSilence'>,
  voices: Voices,
): { state: ConversationState; said?: Activity } {
  const { holder, language = 'vi' } = state;
  const isSilent =
    holder.kind === 'staff' && at.getTime() - holder.since.getTime() >= staffSilence.hours * HOUR_MS;
  if (!activity || !isSilent) return { state };
  const said = message({ text: voices[language]('person.staffSilent'), data: { handoff: 'bot' } });
  return { state: { ...state, holder: { kind: 'bot' } }, said };
}

/**
 * While a person holds the conversation the bot says nothing; what was said in anger or danger keeps it from asking for
 * stars, and a number that was left is kept apart from the log.
 */
export function listenedTo(
  state: ConversationState,
  heard: Heard,
  { conversation, at }: Pick<Question, 'conversation' | 'at'>,
): Answer {
  const left = callBackIn(heard);
  return {
    out: [],
    state: heard.isRude || isDanger(heard) ? troubled(state, at) : state,
    ...(left && {
      maskedText: left.masked,
      along: { identities: [{ of: conversation, identity: { callBack: left.number } }] },
    }),
  };
}

function troubled(state: ConversationState, at: Date): ConversationState {
  const bot = copyOf(state.bot);
  noteTrouble(bot, at);
  return { ...state, bot };
}

const copyOf = (bot: ConversationState['bot']): ConversationState['bot'] => ({ ...bot });

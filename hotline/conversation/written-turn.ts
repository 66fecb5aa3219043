import type { Activity } from '../activity';
import { offeredAfter } from '../choices';
import type { Along } from '../stores';
import type { Answer, Question } from './conversations';
import type { Occasion, TurnTaking } from './turn-taking';
import {
  type ConversationState,
  type Delivery,
  type OutMessage,
  type Standing,
  type Turn,
  NEW_CONVERSATION,
} from './turn';

/** The turn that a step comes to. */
export function assemble(
  occasion: Occasion,
  before: Standing | undefined,
  question: Question,
  answered: Answer,
  channels: Pick<TurnTaking, 'pushes' | 'parts'>,
): Turn {
  const { conversation, channel, seq, at } = question;
  const out = channels.pushes(channel) ? toDeliver(answered, channel, channels.parts) : answered.out;
  const mustDeliver = out.some(({ delivery }) => delivery?.state === 'pending');
  return {
    conversation,
    seq,
    firstMessage: (before?.lastMessage ?? 0) + 1,
    at,
    channel,
    ...(occasion.eventId !== undefined && { eventId: occasion.eventId }),
    ...(occasion.activity && { in: masked(occasion.activity, answered.maskedText) }),
    ...(answered.maskedText !== undefined && { private: true }),
    ...(occasion.cause && { cause: occasion.cause }),
    out,
    state: offering(addressed(occasion, answered.state), occasion, out),
    ...(answered.effects?.length && { effects: answered.effects, effectsAt: at }),
    ...(answered.waitMs !== undefined && { dueAt: new Date(at.getTime() + answered.waitMs) }),
    ...(mustDeliver && { deliverAfter: at }),
  };
}

/** In the parts that the channel takes, each with what becomes of it. */
function toDeliver({ out, state }: Answer, channel: string, parts: TurnTaking['parts']): OutMessage[] {
  const delivery: Delivery = state.unreachable
    ? { state: 'dead', tries: 0, reason: 'the citizen cannot be reached', unreachable: true }
    : { state: 'pending', tries: 0 };
  return out.flatMap((message) => {
    const activity = spoken(message.activity, state);
    const said = parts?.(channel, activity) ?? [activity];
    return said.map((activity) => ({ ...message, activity, delivery }));
  });
}

/** In which language the channel's own words are to be; Vietnamese is not named. */
function spoken(activity: Activity, { language }: ConversationState): Activity {
  return language === undefined || language === 'vi' ? activity : { ...activity, locale: language };
}

function offering(state: ConversationState, occasion: Occasion, out: OutMessage[]): ConversationState {
  const { activity, cause } = occasion;
  const { offered: before, ...rest } = state;
  const offered = offeredAfter(before, { out, ...(activity && { in: activity }), ...(cause && { cause }) });
  return offered ? { offered, ...rest } : rest;
}

function addressed({ addressMark }: Occasion, state: ConversationState): ConversationState {
  return addressMark === undefined ? state : { ...state, addressMark };
}

function masked(activity: Activity, text: string | undefined): Activity {
  return text === undefined ? activity : { ...activity, text };
}

/** What must be written with the turn, or nothing: most turns are a single document. */
export function alongside(
  occasion: Occasion,
  before: Standing | undefined,
  question: Question,
  answered: Answer,
): Along | undefined {
  const told = [newAddress(occasion, before), privateWords(question, answered)].filter(
    (one) => one !== undefined,
  );
  const listed = isListedAnew(before?.state, answered.state);
  if (!answered.along && told.length === 0 && !listed) return undefined;
  return {
    ...answered.along,
    ...(told.length > 0 && { identities: [...(answered.along?.identities ?? []), ...told] }),
    ...(listed && { listed }),
  };
}

/** Kept with the first turn, and again when it changed. */
function newAddress({ conversation, channel, address, addressMark }: Occasion, before: Standing | undefined) {
  if (address === undefined || (before && before.state.addressMark === addressMark)) return undefined;
  return { of: conversation, identity: { ...(channel !== undefined && { channel }), address } };
}

function privateWords(question: Question, answered: Answer) {
  if (answered.maskedText === undefined || question.activity?.text === undefined) return undefined;
  return { of: question.conversation, identity: { words: { [question.seq]: question.activity.text } } };
}

/** The lists of staff must show at once who holds a conversation, who may read it, and whether it reaches anybody. */
function isListedAnew(before: ConversationState | undefined, after: ConversationState): boolean {
  const was = before?.holder ?? NEW_CONVERSATION.holder;
  const is = after.holder;
  if (Boolean(before?.confidential) !== Boolean(after.confidential)) return true;
  if (Boolean(before?.unreachable) !== Boolean(after.unreachable)) return true;
  return was.kind !== is.kind || (was.kind === 'staff' && is.kind === 'staff' && was.id !== is.id);
}

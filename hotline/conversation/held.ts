import type { Activity } from '../activity';
import type { ConversationState, Held } from './turn';

const MINUTE = 60_000;
/** Held messages beyond this many are still in the log, but no longer answered one by one. */
const MAX_HELD = 40;

/** Counts one more message in the current minute. */
export function paced(state: ConversationState, at: Date): ConversationState {
  const minute = Math.floor(at.getTime() / MINUTE);
  const count = state.pace?.minute === minute ? state.pace.count + 1 : 1;
  return Object.assign({}, state, { pace: { minute, count } });
}

/** A citizen's message is never refused: above the pace it is taken and answered in the next minute. */
export function isOverPace(state: ConversationState, messagesPerMinute: number): boolean {
  return (state.pace?.count ?? 0) > messagesPerMinute;
}

export function untilNextMinute(at: Date): number {
  return MINUTE - (at.getTime() % MINUTE);
}

/** Keeps a message to be answered together with the next ones. */
export function hold(state: ConversationState, activity: Activity, at: Date): ConversationState {
  const held = state.held ?? { since: at, activities: [] };
  const activities = [...held.activities, activity].slice(-MAX_HELD);
  return { ...state, held: { since: held.since, last: at, activities } };
}

/** What was held and what came now, as one message: texts on lines of their own, all files, all entities. */
export function merge(held: Held | undefined, activity: Activity | undefined): Activity | undefined {
  if (!held || held.activities.length === 0) return activity;
  const parts = activity ? [...held.activities, activity] : held.activities;
  const text = parts.flatMap((part) => (part.text ? [part.text] : [])).join('\n');
  const attachments = parts.flatMap((part) => part.attachments ?? []);
  const entities = parts.flatMap((part) => part.entities ?? []);
  return {
    ...parts[parts.length - 1],
    type: 'message',
    ...(text && { text }),
    ...(attachments.length > 0 && { attachments }),
    ...(entities.length > 0 && { entities }),
  };
}

import type { Activity } from '../../hotline/activity';
import type { StaffRef } from '../../hotline/conversation/conversations';
import {
  type Cause,
  type ConversationId,
  type OutMessage,
  type Turn,
  lastMessage,
} from '../../hotline/conversation/turn';
import type { Lane } from '../../hotline/ticket/ticket';

/** What one turn adds. */
export interface Said {
  at: Date;
  /** The citizen's words. */
  words?: string;
  file?: { id: string; name: string; type: string; size: number };
  cause?: Cause;
  out: readonly (Activity | undefined)[];
  by?: StaffRef;
  /** The message tells the secret of this ticket. */
  secretOf?: string;
  /** The words lie with the identity; these here are only dots. */
  private?: boolean;
  /** From now on the citizen waits for a person. */
  waits?: boolean;
}

/** A made-up conversation, turn by turn, as the log keeps real ones. */
export function talk(conversation: ConversationId, { lane }: { lane: Lane }) {
  const turns: Turn[] = [];
  const confidential = lane === 'misconduct';
  let tickets: string[] = [];

  function add(said: Said): Turn {
    const before = turns.at(-1);
    const seq = (before?.seq ?? 0) + 1;
    const turn: Turn = {
      conversation,
      seq,
      firstMessage: before ? lastMessage(before) + 1 : 1,
      at: said.at,
      channel: 'webchat',
      eventId: `sample/${seq}`,
      ...(said.words !== undefined && { in: spoken(said) }),
      ...(said.private && { private: true }),
      ...(said.cause && { cause: said.cause }),
      out: said.out.flatMap((activity) => (activity ? [messageOf(activity, said)] : [])),
      state: {
        holder: said.waits ? { kind: 'waiting', since: said.at, lane } : { kind: 'bot' },
        bot: {},
        tickets,
        ...(confidential && { confidential }),
      },
    };
    turns.push(turn);
    return turn;
  }

  /** From the next turn on the conversation knows this ticket as its own. */
  const knows = (code: string): void => {
    tickets = [code];
  };

  return { turns, add, knows };
}

export type Talk = ReturnType<typeof talk>;

function spoken({ words, file }: Said): Activity {
  const attachments = file && [{ contentType: file.type, name: file.name, fileId: file.id, size: file.size }];
  return {
    type: 'message',
    ...(words !== undefined && { text: words }),
    ...(attachments && { attachments }),
  };
}

function messageOf(activity: Activity, { by, secretOf }: Said): OutMessage {
  return {
    activity,
    ...(by && { by: { id: by.id, name: by.name } }),
    ...(secretOf !== undefined && { secretOf }),
  };
}

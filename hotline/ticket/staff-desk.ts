import type { Activity } from '../activity';
import type { StaffRef } from '../conversation/conversations';
import type { ConversationState } from '../conversation/turn';
import type { Turns } from '../conversation/turn-taking';
import type { Deadlines } from '../deadlines/deadlines';
import { invalid, notFound } from '../errors';
import type { FileStore, TicketStore, TurnLog } from '../stores';
import type { Desk, StaffMove } from './desk';
import * as moves from './moves';
import type { Act } from './moves';
import type { Ticket, TicketFile } from './ticket';

export interface DeskParts {
  turns: Turns;
  log: TurnLog;
  tickets: TicketStore;
  files: Pick<FileStore, 'find'>;
  deadlines: Deadlines;
  /** What the citizen is told of the newest event of the ticket; nothing for what is internal; `state`: of the conversation. */
  tell: (ticket: Ticket, state: ConversationState) => Activity | undefined;
}

/** Where staff work on tickets; see `Desk`. */
export function staffDesk({ turns, log, tickets, files, deadlines, tell }: DeskParts): Desk {
  const apply = applying(deadlines);

  const move: Desk['move'] = async (code, staff, asked, key) => {
    const evidence = asked.type === 'resolve' ? await filesOf(asked.evidence) : [];
    return act(code, staff, key, (ticket, when) => apply(ticket, when, asked, evidence));
  };

  const answer: Desk['answer'] = (code, staff, text, key) =>
    act(code, staff, key, (ticket, when) => moves.answered(ticket, when, text));

  /** The changed ticket, its event, and the message to the citizen: one turn, one transaction. */
  async function act(
    code: string,
    staff: StaffRef,
    key: string,
    change: (ticket: Ticket, act: Act) => Ticket,
  ) {
    const { conversation } = await load(code);
    const eventId = `desk/${code}/${key}`;
    if (!(await log.byEvent(conversation, eventId))) {
      await turns.take(
        { conversation, eventId, cause: { type: 'staff', ...staff } },
        async ({ state, at }) => {
          const changed = change(await load(code), { by: { kind: 'staff', ...staff }, at });
          const message = tell(changed, state);
          return {
            out: message ? [{ activity: message, by: staff }] : [],
            state,
            along: { changed: [changed] },
          };
        },
      );
    }
    return load(code);
  }

  async function load(code: string): Promise<Ticket> {
    const ticket = await tickets.find(code);
    if (!ticket) throw notFound(`phản ánh ${code}`);
    return ticket;
  }

  async function filesOf(ids: readonly string[]): Promise<TicketFile[]> {
    return Promise.all(
      ids.map(async (id) => {
        const file = await files.find(id);
        if (!file) throw invalid('Không tìm thấy tệp minh chứng, hãy tải lên lại.');
        return { id: file.id, name: file.name, type: file.type, size: file.size };
      }),
    );
  }

  return { move, answer };
}

const applying =
  (deadlines: Deadlines) =>
  (ticket: Ticket, act: Act, move: StaffMove, evidence: TicketFile[]): Ticket => {
    switch (move.type) {
      case 'verify':
        return ticket.paused
          ? moves.goOn(ticket, act, deadlines, move.note)
          : moves.verify(ticket, act, move.note);
      case 'forward':
        return moves.forward(ticket, act, move.agency, move.note);
      case 'start':
        return moves.start(ticket, act, move.note);
      case 'ask_citizen':
        return moves.askCitizen(ticket, act, move.text, deadlines.patience(act.at));
      case 'resolve':
        return moves.resolve(ticket, act, { ...move, evidence });
      case 'reject':
        return moves.reject(ticket, act, move.reason);
      case 'duplicate':
        return moves.markDuplicate(ticket, act, move.of);
      case 'part':
        return moves.part(ticket, act, move.note);
      case 'reopen':
        return moves.reopen(ticket, act, move.reason, deadlines);
      case 'close':
        return moves.close(ticket, act, move.note);
      case 'reclassify':
        return moves.reclassify(ticket, act, move);
      case 'note':
        return moves.noted(ticket, act, move.note);
    }
  };

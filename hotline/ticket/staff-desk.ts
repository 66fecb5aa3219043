import type { Activity } from '../activity';
import type { StaffRef } from '../conversation/conversations';
import type { ConversationState, Effect } from '../conversation/turn';
import type { Turns } from '../conversation/turn-taking';
import type { Deadlines } from '../deadlines/deadlines';
import { invalid, notFound } from '../errors';
import type { FileStore, TicketStore, TurnLog } from '../stores';
import { applying } from './apply';
import type { Desk } from './desk';
import { newsOf } from './incident-news';
import * as moves from './moves';
import type { Act } from './moves';
import type { Ticket, TicketFile } from './ticket';
import { WHOLE_INCIDENT, type WholeIncident } from './whole-incident';

export interface DeskParts {
  turns: Turns;
  log: TurnLog;
  tickets: TicketStore;
  files: Pick<FileStore, 'find'>;
  deadlines: Deadlines;
  /** What the citizen is told of the newest event of the ticket; nothing for what is internal; `state`: of the conversation. */
  tell: (ticket: Ticket, state: ConversationState) => Activity | undefined;
}

/** What is done with one ticket, and what the others of its incident have of it. */
interface Doing {
  code: string;
  staff: StaffRef;
  key: string;
  done: WholeIncident['done'];
  also: readonly string[];
}

/** Where staff work on tickets; see `Desk`. */
export function staffDesk({ turns, log, tickets, files, deadlines, tell }: DeskParts): Desk {
  const apply = applying(deadlines);

  const move: Desk['move'] = async (code, staff, asked, key, also = []) => {
    const evidence = asked.type === 'resolve' ? await filesOf(asked.evidence) : [];
    const done = { move: asked, evidence };
    return act({ code, staff, key, done, also }, (ticket, when) => apply(ticket, when, asked, evidence));
  };

  const answer: Desk['answer'] = (code, staff, text, key, also = []) =>
    act({ code, staff, key, done: { answer: text }, also }, (ticket, when) =>
      moves.answered(ticket, when, text),
    );

  /** The changed ticket, its event, and the message to the citizen: one turn, one transaction. */
  async function act(doing: Doing, change: (ticket: Ticket, act: Act) => Ticket) {
    const { code, staff, key } = doing;
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
            effects: forTheOthers(changed, doing),
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

/** Written with the act, so that it reaches the others whatever becomes of this process. */
function forTheOthers(ticket: Ticket, doing: Doing): Effect[] {
  const news = newsOf(ticket);
  const { incident } = ticket;
  if (incident === undefined || (!news && doing.also.length === 0)) return [];
  const input: WholeIncident = { ...doing, incident, ...(news && { news }) };
  return [{ type: WHOLE_INCIDENT, input }];
}

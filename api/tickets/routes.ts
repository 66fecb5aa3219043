import type { RequestHandler, Router } from 'express';
import { HotlineError, invalid } from '../../hotline/errors';
import { movesOf } from '../../hotline/permissions';
import type { StaffAccount } from '../../hotline/staff';
import { FOR_ALL, type StaffMove } from '../../hotline/ticket/desk';
import type { Agency, Ticket } from '../../hotline/ticket/ticket';
import { mount } from '../http/route';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import { alsoOf, incidentOf, conversationOf, reporterOf, seenTicket, seenTickets, takenOf } from './load';
import { presentDue, presentTicket, presentWorkspace } from './present';
import * as routes from './schema';

/** Tickets, and what staff do with them. `changed` is told of each act. */
export function ticketRoutes(
  router: Router,
  options: StaffApiOptions,
  oneFile: RequestHandler,
  changed: (ticket: Ticket) => void,
): void {
  const { tickets, desk, files } = options;

  mount(router, routes.listTickets, async ({ user, query }) => {
    const { items, total } = await seenTickets(tickets, user, query);
    const presented = items.map((ticket) => presentTicket(ticket, null));
    return { items: presented, page: query.page, pageSize: PAGE_SIZE, total, due: presentDue(items) };
  });

  mount(router, routes.readTicket, async ({ user, params }) => {
    const ticket = await seenTicket(tickets, user, params['code']);
    const reporter = await reporterOf(options, user, ticket);
    const incident = await incidentOf(options, user, ticket);
    return {
      ...presentTicket(ticket, reporter, await takenOf(options, user, ticket)),
      ...(incident && { incident }),
    };
  });

  mount(router, routes.readWorkspace, async ({ user, params }) => {
    const ticket = await seenTicket(tickets, user, params['code']);
    return presentWorkspace(user, ticket, await conversationOf(options, user, ticket));
  });

  mount(router, routes.answerCitizen, async ({ user, params, body, key }) => {
    const ticket = await seenTicket(tickets, user, params['code']);
    const also = body.wholeIncident ? await alsoOf(options, user, ticket, 'answer') : [];
    const answered = await desk.answer(ticket.code, staffRef(user), body.text, key, also);
    changed(answered);
    return presentTicket(answered, null);
  });

  mount(router, routes.moveTicket, async ({ user, params, body: { wholeIncident, ...body }, key }) => {
    const ticket = await seenTicket(tickets, user, params['code']);
    refuseForeignMove(user, body.type);
    const move = await asMove(body, user, ticket);
    if (wholeIncident) refuseForAll(body.type);
    const also = wholeIncident ? await alsoOf(options, user, ticket, body.type) : [];
    const moved = await desk.move(ticket.code, staffRef(user), move, key, also);
    changed(moved);
    return presentTicket(moved, null);
  });

  mount(
    router,
    routes.addEvidence,
    async ({ user, params, req }) => {
      const ticket = await seenTicket(tickets, user, params['code']);
      if (!req.file) throw invalid('Hãy chọn một tệp để tải lên.');
      const { originalname: name, buffer: bytes } = req.file;
      const { conversation } = ticket;
      const file = await files.save({ name, bytes, conversation, by: 'staff' });
      return { fileId: file.id, name: file.name, type: file.type, size: file.size };
    },
    oneFile,
  );

  /** The trade's move: an agency by its code becomes the agency, files are checked to be this ticket's. */
  async function asMove(body: routes.MoveBody, user: StaffAccount, ticket: Ticket): Promise<StaffMove> {
    if (body.type === 'forward') return withoutUndefined({ ...body, agency: agencyBy(body.agency) });
    if (body.type === 'resolve') await refuseForeignFiles(body.evidence, ticket);
    if (body.type === 'duplicate') await seenTicket(tickets, user, body.of);
    return withoutUndefined(body);
  }

  function agencyBy(code: string): Agency {
    const agency = options.agencies.find((one) => one.code === code);
    if (!agency) throw invalid('Không có cơ quan này trong danh mục. Hãy chọn lại.');
    return agency;
  }

  async function refuseForeignFiles(ids: readonly string[], ticket: Ticket): Promise<void> {
    const found = await Promise.all(ids.map((id) => files.find(id)));
    if (found.some((file) => file?.conversation !== ticket.conversation))
      throw invalid('Có tệp không thuộc phản ánh này. Hãy tải tệp lên lại.');
  }
}

function refuseForeignMove(user: StaffAccount, type: StaffMove['type']): void {
  if (!movesOf(user).includes(type))
    throw new HotlineError('forbidden', 403, 'Tài khoản của bạn không có quyền làm việc này với phản ánh.');
}

function refuseForAll(type: StaffMove['type']): void {
  if (!FOR_ALL.includes(type))
    throw invalid('Việc này chỉ làm được với từng phản ánh, không cho cả vụ việc.');
}

export const staffRef = ({ id, name }: StaffAccount) => ({ id, name });

function withoutUndefined(move: object): StaffMove {
  return Object.fromEntries(Object.entries(move).filter(([, value]) => value !== undefined)) as StaffMove;
}

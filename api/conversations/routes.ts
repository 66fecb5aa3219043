import type { Router } from 'express';
import { lastMessage } from '../../hotline/conversation/turn';
import type { StaffAccount } from '../../hotline/staff';
import { mount } from '../http/route';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import { callBackOf, seenConversation, seenConversations, seenSummary } from './load';
import { presentConversation, presentTranscript } from './present';
import * as routes from './schema';

/** Conversations: reading, writing, taking over and handing back. */
export function conversationRoutes(router: Router, options: StaffApiOptions): void {
  const { conversations, typing, audit } = options;

  mount(router, routes.listConversations, async ({ user, query }) => {
    const { items, total } = await seenConversations(options, user, query);
    return { items: items.map(presentConversation), page: query.page, pageSize: PAGE_SIZE, total };
  });

  mount(router, routes.readConversation, async ({ user, params }) => {
    const { summary, turns } = await seenConversation(options, user, params['id']);
    const callBack = (await callBackOf(options, summary)) !== null;
    return { ...presentConversation(summary), transcript: presentTranscript(turns), callBack };
  });

  mount(router, routes.readCallBack, async ({ user, params }) => {
    const { summary } = await seenConversation(options, user, params['id']);
    const phone = await callBackOf(options, summary);
    if (phone !== null)
      await audit.record({ by: ref(user), action: 'callback.read', object: summary.id, note: null });
    return { phone };
  });

  mount(router, routes.sayInConversation, async ({ user, params, body, key }) => {
    const { summary } = await seenConversation(options, user, params['id']);
    const message = { type: 'message', text: body.text };
    const { turn } = await conversations.say(summary.id, ref(user), message, key);
    return { number: lastMessage(turn) };
  });

  mount(router, routes.takeOver, async ({ user, params }) => {
    const { summary } = await seenConversation(options, user, params['id']);
    await conversations.takeOver(summary.id, ref(user));
    return { holder: 'staff' };
  });

  mount(router, routes.showTyping, async ({ user, params }) => {
    const { id, holder } = await seenSummary(options, user, params['id']);
    const shown = holder !== 'bot';
    if (shown) typing.note(id, 'staff');
    return { shown };
  });

  mount(router, routes.handBack, async ({ user, params }) => {
    const { summary } = await seenConversation(options, user, params['id']);
    await conversations.handBack(summary.id, ref(user));
    return { holder: 'bot' };
  });
}

const ref = ({ id, name }: StaffAccount) => ({ id, name });

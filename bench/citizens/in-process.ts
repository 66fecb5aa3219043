import type { Activity } from '../../hotline/activity';
import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { turnTaking } from '../../hotline/conversation/turn-taking';
import { Drawer, townBot } from '../../tests/bot/talk';
import { MemoryLog } from '../../tests/hotline/conversation/memory-log';
import type { Filed, Heard, Line, Said } from './line';

/** Straight to the bot, without HTTP and database: to find faults quickly. Each citizen has a hotline of their own. */
export function inProcess(): { line: Line; filed: () => Filed[] } {
  const log = new MemoryLog();
  const drawer = new Drawer();
  const bot = townBot(drawer);
  const turns = turnTaking({ log, answer: bot.answer, pushes: () => false, messagesPerMinute: 1_000 });
  const conversation = 'made-up' as ConversationId;
  log.onTurn(() => {
    const along = log.alongs.at(-1);
    drawer.put(...(along?.filed ?? []), ...(along?.changed ?? []));
  });
  let events = 0;

  async function sayOne(said: Said): Promise<Turn> {
    const activity = activityOf(said, `file-${++events}`);
    const { turn } = await turns.receive({
      conversation,
      channel: 'webchat',
      eventId: `e${events}`,
      activity,
    });
    return turn;
  }

  return {
    line: {
      async say(messages) {
        let last: Turn | undefined;
        const before: string[] = [];
        for (const each of messages) {
          before.push(...(last ? heardIn(last).texts : []));
          last = await sayOne(each);
        }
        if (last?.dueAt) last = (await turns.answerHeld(last))?.turn ?? last;
        const heard = last ? heardIn(last) : NOTHING;
        return { ...heard, texts: [...before, ...heard.texts] };
      },
    },
    filed: () =>
      [...drawer.tickets.values()].map((ticket) => {
        const { name = null, phone = null } = log.known.get(ticket.code) ?? log.known.get(conversation) ?? {};
        return { ...ticket, reporter: ticket.anonymous ? null : { name, phone } };
      }),
  };
}

function activityOf({ text, photo, point }: Said, fileId: string): Activity {
  return {
    type: 'message',
    ...(text !== undefined && { text }),
    ...(photo && { attachments: [{ contentType: 'image/jpeg', name: `${fileId}.jpg`, fileId, size: 9 }] }),
    ...(point && { entities: [{ type: 'GeoCoordinates', ...point }] }),
  };
}

const NOTHING: Heard = { ask: null, options: [], ticket: null, handoff: null, texts: [] };

function heardIn({ out }: Turn): Heard {
  const { ask = null, options = [], ticket, handoff = null } = out.at(-1)?.activity.channelData ?? {};
  return {
    ask,
    options,
    ticket: ticket?.secret ? { code: ticket.code, secret: ticket.secret } : null,
    handoff,
    texts: out.map(({ activity }) => activity.text ?? ''),
  };
}

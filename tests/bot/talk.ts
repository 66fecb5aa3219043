import { createBot } from '../../bot';
import type { Activity, Attachment } from '../../hotline/activity';
import type { Answerer } from '../../hotline/conversation/conversations';
import { NEW_CONVERSATION, type Turn } from '../../hotline/conversation/turn';
import { conversations } from '../../hotline/conversation/service';
import { turnTaking } from '../../hotline/conversation/turn-taking';
import { openingHours } from '../../hotline/hours';
import { type KnownDossier, lettersOf } from '../../hotline/dossiers';
import { routing } from '../../hotline/routing';
import type { IncidentStore } from '../../hotline/incidents';
import type { TicketStore } from '../../hotline/stores';
import { secretOf } from '../../hotline/ticket/secret';
import type { Act } from '../../hotline/ticket/moves';
import type { Ticket } from '../../hotline/ticket/ticket';
import { MemoryLog } from '../hotline/conversation/memory-log';
import { communeAt, content, understand } from '../town/content';
import { type Citizen, hoa, lan, monday } from '../town/people';
import { townCalendar, townDeadlines } from '../town/deadlines';
import { secretsKey } from '../town/tickets';

/** The tickets of the town, as they were written with their turns. */
export class Drawer implements TicketStore {
  readonly tickets = new Map<string, Ticket>();
  private last = 0;
  /** What the lists of the one-stop offices tell. */
  readonly dossiers: KnownDossier[] = [];
  /** So many wait for a person already. */
  ahead = 0;

  async nextCode(): Promise<string> {
    return `XH-2026-${String(++this.last).padStart(6, '0')}`;
  }
  async find(code: string): Promise<Ticket | undefined> {
    return this.tickets.get(code);
  }
  async findMany(codes: readonly string[]): Promise<Ticket[]> {
    return codes.flatMap((code) => this.tickets.get(code) ?? []);
  }
  list(): Promise<never> {
    return Promise.reject(new Error('the bot lists nothing'));
  }
  async dossiersOf(codes: readonly string[]): Promise<KnownDossier[]> {
    const letters = codes.map(lettersOf);
    return this.dossiers.filter(({ code }) => letters.includes(lettersOf(code)));
  }
  put(...tickets: Ticket[]): void {
    for (const ticket of tickets) this.tickets.set(ticket.code, ticket);
  }
}

/** What the database finds of the same matter: by kind, day and commune; how near is the database's to tell. */
const similarIn = (tickets: TicketStore): IncidentStore => ({
  similar: async ({ lane, category, since, communeCode, near }) =>
    tickets instanceof Drawer
      ? [...tickets.tickets.values()].filter(
          (ticket) =>
            ticket.lane === lane &&
            ticket.category === category &&
            ticket.createdAt >= since &&
            (near ? ticket.location.lat === near.lat : ticket.location.communeCode === communeCode),
        )
      : [],
  ofIncident: async () => [],
});

export const townBot = (tickets: TicketStore) =>
  createBot({
    content,
    understand,
    communeAt,
    tickets,
    incidents: similarIn(tickets),
    routing: routing(content.routing, content.gazetteer),
    deadlines: townDeadlines,
    calendar: townCalendar,
    dossiers: {
      find: async (codes) => (tickets instanceof Drawer ? tickets.dossiersOf(codes) : []),
    },
    hours: openingHours(content.hours, townCalendar),
    queue: { waitingBefore: async () => (tickets instanceof Drawer ? tickets.ahead : 0) },
    ticketSecrets: secretsKey,
  });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (!(value instanceof Date)) Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/**
 * A conversation with the real bot and the real content. Every question is asked twice, of a frozen state:
 * whatever the tests tell, the bot must answer the same way both times and change nothing that it was given.
 */
export function talk(citizen: Citizen = hoa, drawer = new Drawer()) {
  const log = new MemoryLog();
  const bot = townBot(drawer);
  const clock = { now: monday };
  const twice: Answerer = async (question) => {
    deepFreeze(question);
    const files = drawer.tickets.size;
    const first = await bot.answer(question);
    const filed = (first.along?.filed?.length ?? 0) > 0;
    if (!filed) expect(await bot.answer(question)).toEqual(first);
    expect(drawer.tickets.size).toBe(files);
    return first;
  };
  const turns = turnTaking({
    log,
    answer: twice,
    pushes: () => false,
    messagesPerMinute: 1_000,
    now: () => clock.now,
  });
  log.onTurn(() => {
    const along = log.alongs.at(-1);
    drawer.put(...(along?.filed ?? []), ...(along?.changed ?? []));
  });
  const door = conversations({
    turns,
    log,
    identities: { of: async () => undefined, forget: async () => undefined },
    secretOf: (code) => secretOf(secretsKey, code),
    words: bot.handover,
  });
  let events = 0;
  let newest: Turn | undefined;

  async function send(activity: Activity) {
    const { turn } = await turns.receive({
      conversation: citizen.conversation,
      channel: 'webchat',
      eventId: `e${++events}`,
      activity,
    });
    newest = turn;
    return told(turn);
  }

  return {
    log,
    drawer,
    clock,
    says: (text: string, more: Partial<Activity> = {}) => send({ type: 'message', text, ...more }),
    sends: (...ids: string[]) => send({ type: 'message', attachments: ids.map(photo) }),
    shares: (latitude: number, longitude: number) =>
      send({ type: 'message', entities: [{ type: 'GeoCoordinates', latitude, longitude }] }),
    async opens() {
      const { conversation } = citizen;
      const { turn } = await turns.receive({
        conversation,
        channel: 'webchat',
        eventId: 'start',
        cause: { type: 'start' },
      });
      return told(turn);
    },
    /** What the newest turn asked of the outside. */
    effects: () => newest?.effects ?? [],
    /** What came of it. */
    async comesBack(effect: string, result: unknown) {
      const { conversation } = citizen;
      const cause = { type: 'effect', effect, result } as const;
      const eventId = `effect/${++events}`;
      const { turn } = await turns.take({ conversation, eventId, cause }, turns.answerEffect);
      newest = turn;
      return told(turn);
    },
    /** What was held falls due. */
    async waits() {
      if (!newest) throw new Error('nothing was said');
      const receipt = newest.dueAt && (await turns.answerHeld(newest));
      if (receipt) newest = receipt.turn;
      return receipt && told(receipt.turn);
    },
    /** A person of the staff moves a ticket, and the citizen is told. */
    async staff(code: string, change: (ticket: Ticket, act: Act) => Ticket) {
      const ticket = drawer.tickets.get(code);
      if (!ticket) throw new Error(`no ticket ${code}`);
      const changed = change(ticket, { by: { kind: 'staff', ...lan }, at: clock.now });
      drawer.put(changed);
      return bot.tell(changed, newest?.state ?? NEW_CONVERSATION);
    },
    /** Chị Lan takes the conversation, says something, hands it back. */
    async takenOver() {
      newest = await door.takeOver(citizen.conversation, lan);
      return told(newest);
    },
    async staffSays(text: string) {
      const { turn } = await door.say(citizen.conversation, lan, { type: 'message', text }, `s${++events}`);
      newest = turn;
      return told(turn);
    },
    async handedBack() {
      newest = await door.handBack(citizen.conversation, lan);
      return told(newest);
    },
    /** What was rated, as it was written. */
    ratings: () => log.alongs.flatMap((along) => along?.ratings ?? []),
    state: () => newest?.state,
    /** All that lies in the log and in the tickets. */
    stored: () => JSON.stringify([log.turns, [...drawer.tickets.values()]]),
    secret: (code: string) => secretOf(secretsKey, code),
    tickets: () => [...drawer.tickets.values()],
  };
}

export type Talk = ReturnType<typeof talk>;

const photo = (fileId: string): Attachment => ({
  contentType: 'image/jpeg',
  name: `${fileId}.jpg`,
  fileId,
  size: 9,
});

/** An answer, as a program sees it: what is asked is on the last message. */
function told({ out }: Turn) {
  const messages = out.map(({ activity }) => activity);
  const last = messages.at(-1);
  return {
    text: messages.map(({ text }) => text).join('\n'),
    messages,
    ask: last?.channelData?.ask,
    options: last?.channelData?.options,
    ticket: last?.channelData?.ticket,
    handoff: last?.channelData?.handoff,
    buttons: last?.suggestedActions?.actions.map(({ value }) => value),
  };
}

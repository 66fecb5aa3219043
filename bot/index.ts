import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { Activity } from '../hotline/activity';
import type { Answer, Answerer, Question } from '../hotline/conversation/conversations';
import type { FileWords } from '../hotline/conversation/remote-files';
import type { HandoverWords } from '../hotline/conversation/service';
import type { ConversationState as Carried } from '../hotline/conversation/turn';
import type { Deadlines } from '../hotline/deadlines/deadlines';
import { type IncidentStore, incidents } from '../hotline/incidents';
import type { Routing } from '../hotline/routing';
import type { TicketStore } from '../hotline/stores';
import type { Ticket } from '../hotline/ticket/ticket';
import type { CommuneAt } from '../nlp/commune-at';
import type { Gazetteer } from '../nlp/types';
import type { Understand } from '../nlp/understand';
import { FollowUpDialog } from './dialogs/follow-up';
import { OwnReports } from './dialogs/own-reports';
import { ReportDialog } from './dialogs/report/dialog';
import { filing } from './dialogs/report/filing';
import { type HearParts, hearing } from './hear';
import { Places } from './places';
import { fileWords } from './replies/files';
import { menuMeanings } from './replies/menu';
import { message } from './replies/prompt';
import { news } from './replies/ticket';
import { ProcedureTopic } from './topics/procedures';
import { type EverydayNames, type ProcedureEntry, Procedures } from './topics/procedures/catalogue';
import { type ProcedureTalk, remarkReader } from './topics/procedures/talk';
import { RegulationTopic } from './topics/regulations';
import type { Regulations } from './topics/regulations/book';
import { TurnAdapter } from './turn-adapter';
import { TurnBot } from './turn-bot';
import { turnDialogs } from './turn-dialogs';
import { TurnScope } from './turn-scope';
import { voicesOf } from './words';

/** Places do not hang on the time at which they are read. */
const NO_TIME = new Date(0);
/** A person who fell silent for so long no longer holds the conversation. */
const STAFF_HOLDS_MS = 12 * 60 * 60 * 1000;

export interface BotParts {
  content: {
    gazetteer: Gazetteer;
    controls: HearParts['controls'];
    catalogue: readonly ProcedureEntry[];
    procedureNames: EverydayNames;
    procedureTalk: ProcedureTalk;
    regulations: Regulations;
    /** All that is said to citizens, by key. */
    locales: Parameters<typeof voicesOf>[0];
  };
  understand: Understand;
  communeAt: CommuneAt;
  tickets: TicketStore;
  /** Finds reports of the same matter. */
  incidents: IncidentStore;
  routing: Routing;
  deadlines: Deadlines;
  ticketSecrets: Buffer;
}

export interface Bot {
  answer: Answerer;
  handover: HandoverWords;
  /** What the citizen is told of the newest event of a ticket. */
  tell: (ticket: Ticket) => Activity | undefined;
  /** What is said about files that are not here yet, or never will be. */
  files: FileWords;
}

/** The bot: pure turns. What it reads is given to it, what it decides is returned; nothing happens outside. */
export function createBot(parts: BotParts): Bot {
  const { content, tickets, deadlines, ticketSecrets } = parts;
  const voices = voicesOf(content.locales);
  const words = voices.vi;
  const meanings = menuMeanings(Object.values(voices));
  const hear = hearing({ understand: parts.understand, controls: content.controls, meanings });
  const placesIn = (text: string) => parts.understand(text, NO_TIME).places;
  const places = new Places(content.gazetteer, parts.communeAt, placesIn);
  const file = filing({ tickets, routing: parts.routing, deadlines, ticketSecrets });
  const procedures = new Procedures(content.catalogue, content.procedureNames);
  const dialogs = new DialogSet();
  const same = incidents(parts.incidents, tickets);
  dialogs.add(new ReportDialog({ places, file, incidents: same }));
  dialogs.add(new FollowUpDialog({ tickets, ticketSecrets }));
  const open = turnDialogs(dialogs);
  const bot = new TurnBot({
    ownReports: new OwnReports({ tickets, deadlines }),
    topics: [
      new RegulationTopic({ regulations: content.regulations, procedures }),
      new ProcedureTopic({ procedures, remarkIn: remarkReader(content.procedureTalk) }),
    ],
    dialogs: (context) => Promise.resolve(open(context)),
    misses: {
      get: (context) => Promise.resolve(Number(TurnScope.of(context).memory['misses'] ?? 0)),
      set: (context, count) => {
        TurnScope.of(context).memory['misses'] = count;
        return Promise.resolve();
      },
    },
  });
  const adapter = new TurnAdapter();

  async function answer(question: Question): Promise<Answer> {
    const state = released(noticed(question), question.at);
    if (state.holder.kind === 'staff') return { out: [], state };
    const scope = new TurnScope(question, hear(question.activity, question.at), state, voices);
    const out = await adapter.take(
      question,
      (context) => scope.enter(context),
      (context) => bot.run(context),
    );
    return { out, state: { ...scope.state, bot: scope.memory }, ...scope.answer() };
  }

  return {
    answer,
    handover: {
      tookOver: ({ name }) =>
        message({ text: words('person.tookOver', { name }), data: { handoff: 'staff' } }),
      handedBack: () => message({ text: words('person.handedBack'), data: { handoff: 'bot' } }),
    },
    tell: (ticket) => news(words, ticket),
    files: fileWords(voices),
  };
}

/** The version of the privacy notice that the page showed is kept with the turn. */
function noticed({ state, activity }: Question): Carried {
  const notice = activity?.channelData?.['notice'];
  return typeof notice === 'string' && notice !== state.notice ? { ...state, notice } : state;
}

/** Nobody is left waiting for a person who went home. */
function released(state: Carried, at: Date): Carried {
  const { holder } = state;
  if (holder.kind !== 'staff' || at.getTime() - holder.since.getTime() < STAFF_HOLDS_MS) return state;
  return { ...state, holder: { kind: 'bot' } };
}

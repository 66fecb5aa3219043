import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { Activity } from '../hotline/activity';
import type { Answer, Answerer, Question } from '../hotline/conversation/conversations';
import type { FileWords } from '../hotline/conversation/remote-files';
import type { HandoverWords } from '../hotline/conversation/service';
import type { ConversationState as Carried } from '../hotline/conversation/turn';
import type { WorkingCalendar } from '../hotline/deadlines/calendar';
import type { Deadlines } from '../hotline/deadlines/deadlines';
import type { DossierStore } from '../hotline/dossiers';
import { type IncidentStore, incidents } from '../hotline/incidents';
import type { Routing } from '../hotline/routing';
import type { TicketStore } from '../hotline/stores';
import type { Ticket } from '../hotline/ticket/ticket';
import type { CommuneAt } from '../nlp/commune-at';
import type { Gazetteer } from '../nlp/types';
import type { Understand } from '../nlp/understand';
import type { OpeningHours } from '../hotline/hours';
import { ofDecision } from './complaint';
import { Digressions } from './digressions';
import { FollowUpDialog } from './dialogs/follow-up';
import { followedAmid } from './dialogs/follow-up/amid';
import { OwnReportDialog } from './dialogs/own-report/dialog';
import { OwnReports } from './dialogs/own-reports';
import { ReportDialog } from './dialogs/report/dialog';
import { filing } from './dialogs/report/filing';
import { soundsEnglish } from './english';
import { handoverWords, listenedTo, released } from './handover';
import { type HearParts, hearing } from './hear';
import { Misunderstandings } from './misunderstandings';
import { type ContactParts, ContactTopic } from './person/contacts';
import { numberKept } from './person/call-back';
import { PersonDesk, type PersonDeskParts } from './person/desk';
import { retold } from './person/story';
import { Places } from './places';
import { askRating, Ratings } from './rating/ratings';
import { scoreReader } from './rating/score';
import { fileWords } from './replies/files';
import { menuMeanings } from './replies/menu';
import { message } from './replies/prompt';
import { news } from './replies/ticket';
import { AirTopic } from './topics/air';
import { Areas } from './topics/air/areas';
import { DossierTopic } from './topics/dossier';
import { HotlineTopic } from './topics/hotline';
import { ProcedureTopic } from './topics/procedures';
import { type EverydayNames, type ProcedureEntry, Procedures } from './topics/procedures/catalogue';
import { type ProcedureTalk, remarkReader } from './topics/procedures/talk';
import { RegulationTopic } from './topics/regulations';
import type { Regulations } from './topics/regulations/book';
import { SmallTalk } from './topics/small-talk';
import { Topics } from './topics/together';
import { TurnAdapter } from './turn-adapter';
import { TurnBot } from './turn-bot';
import { turnDialogs } from './turn-dialogs';
import { TurnScope } from './turn-scope';
import { Wishes } from './wishes';
import { voicesOf } from './words';

/** Places do not hang on the time at which they are read. */
const NO_TIME = new Date(0);

export interface BotParts {
  content: {
    gazetteer: Gazetteer;
    controls: HearParts['controls'];
    catalogue: readonly ProcedureEntry[];
    procedureNames: EverydayNames;
    procedureTalk: ProcedureTalk;
    regulations: Regulations;
    everyday: HearParts['everyday'] & EverydayMore;
    /** How to reach agencies, by code: those that somebody has confirmed. */
    contacts: ContactParts['contacts'];
    routing: { agencies: ContactParts['kinds'] };
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
  calendar: WorkingCalendar;
  /** Where dossiers at one-stop offices stand. */
  dossiers: Pick<DossierStore, 'find'>;
  /** When people are there. */
  hours: OpeningHours;
  /** Who waits for a person. */
  queue: PersonDeskParts['queue'];
  ticketSecrets: Buffer;
}

/** The part of content/everyday.yaml that is no saying. */
interface EverydayMore {
  scores: Parameters<typeof scoreReader>[0];
  offices: ContactParts['offices'];
}

export interface Bot {
  answer: Answerer;
  handover: HandoverWords;
  /** What the citizen is told of the newest event of a ticket. */
  tell: (ticket: Ticket, state: Carried) => Activity | undefined;
  /** What is said about files that are not here yet, or never will be. */
  files: FileWords;
  /** What is said once when somebody writes faster than is answered. */
  slow: (state: Carried) => Activity;
}

/** The bot: pure turns. What it reads is given to it, what it decides is returned; nothing happens outside. */
export function createBot(parts: BotParts): Bot {
  const { content, tickets, deadlines, ticketSecrets } = parts;
  const voices = voicesOf(content.locales);
  const meanings = menuMeanings(Object.values(voices));
  const { controls, everyday } = content;
  const hear = hearing({ understand: parts.understand, controls, meanings, everyday });
  const placesIn = (text: string) => parts.understand(text, NO_TIME).places;
  const places = new Places(content.gazetteer, parts.communeAt, placesIn);
  const file = filing({ tickets, routing: parts.routing, deadlines, ticketSecrets });
  const procedures = new Procedures(content.catalogue, content.procedureNames);
  const dialogs = new DialogSet();
  const same = incidents(parts.incidents, tickets);
  dialogs.add(new ReportDialog({ places, file, incidents: same }));
  const proof = { tickets, ticketSecrets };
  const spoken = Object.values(voices);
  const ownReports = new OwnReports({ tickets, deadlines, voices: spoken, askRating });
  dialogs.add(new FollowUpDialog(proof));
  dialogs.add(new OwnReportDialog(ownReports));
  const open = turnDialogs(dialogs);
  const person = new PersonDesk({ hours: parts.hours, queue: parts.queue });
  const ratings = new Ratings({ tickets, scoreIn: scoreReader(everyday.scores, controls) });
  const topics = new Topics([
    new DossierTopic(parts),
    new AirTopic({ places, areas: new Areas(content.gazetteer) }),
    contactTopic(parts, placesIn),
    new HotlineTopic(),
    new RegulationTopic({ regulations: content.regulations, procedures }),
    new ProcedureTopic({ procedures, remarkIn: remarkReader(content.procedureTalk) }),
    new SmallTalk(),
  ]);
  const bot = new TurnBot({
    person,
    digressions: new Digressions({ topics, followedAmid: (scope) => followedAmid(proof, scope) }),
    wishes: new Wishes({ ownReports, ratings, voices: spoken, topics }),
    misunderstandings: new Misunderstandings(person),
    topics,
    dialogs: (context) => Promise.resolve(open(context)),
  });
  const adapter = new TurnAdapter();

  async function answer(question: Question): Promise<Answer> {
    const { state, said } = released(noticed(question), parts.hours, voices);
    const told = retold(question.activity, state, spoken);
    const activity = told === question.activity ? ofDecision(question, voices) : told;
    const heard = hear(activity, question.at);
    if (state.holder.kind === 'staff') return listenedTo(state, heard, question);
    const isEnglish = state.language === undefined && soundsEnglish(heard.text);
    const scope = new TurnScope(question, heard, isEnglish ? { ...state, language: 'en' } : state, voices);
    const out = await adapter.take(
      { ...question, ...(activity && { activity }) },
      (context) => scope.enter(context),
      (context) => bot.run(context),
    );
    const kept = numberKept(scope);
    const before = [...(said ? [{ activity: said }] : []), ...(kept ? [{ activity: kept }] : [])];
    // Right before the question, which comes last; what to do in danger comes first.
    if (isEnglish) out.splice(-1, 0, { activity: message({ text: scope.words('small.inEnglish') }) });
    return { out: [...before, ...out], state: { ...scope.state, bot: scope.memory }, ...scope.answer() };
  }

  return {
    answer,
    handover: handoverWords(voices),
    tell: (ticket, { language = 'vi' }) => news(voices[language], ticket),
    files: fileWords(voices),
    slow: ({ language = 'vi' }) => message({ text: voices[language]('small.slow') }),
  };
}

const contactTopic = ({ content, hours }: BotParts, placesIn: ContactParts['placesIn']): ContactTopic =>
  new ContactTopic({
    hours,
    placesIn,
    contacts: content.contacts,
    kinds: content.routing.agencies,
    units: content.gazetteer,
    offices: content.everyday.offices,
  });

/** The version of the privacy notice that the page showed is kept with the turn. */
function noticed(question: Question): Question {
  const { state, activity } = question;
  const notice = activity?.channelData?.['notice'];
  const isNew = typeof notice === 'string' && notice !== state.notice;
  return isNew ? { ...question, state: { ...state, notice } } : question;
}

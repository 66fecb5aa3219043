import type { Server } from 'node:http';
import path from 'node:path';
import express, { type Express } from 'express';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { type WebChat, webchat } from './adapters/webchat';
import { domainProof } from './adapters/zalo/domain-proof';
import { airLookUp } from './air';
import { alertCarriers, alerting } from './alerting';
import { health } from './api/health';
import { metrics } from './api/metrics';
import { pages } from './api/pages';
import { staffApi } from './api/staff-api';
import { type Bot, type BotParts, createBot } from './bot';
import { voicesOf } from './bot/words';
import { consentsOf, openChannels, routersOf } from './channels';
import type { Config } from './config';
import { type Content, loadContent } from './content';
import type { Consent } from './hotline/grants';
import { openCentre } from './hotline/centre';
import { calendarWarning, workingCalendar } from './hotline/deadlines/calendar';
import { type Deadlines, deadlines } from './hotline/deadlines/deadlines';
import { openingHours } from './hotline/hours';
import { routing } from './hotline/routing';
import { secretOf } from './hotline/ticket/secret';
import { reader } from './learned';
import { communeFinder } from './nlp/commune-at';
import { closed, serverOf } from './serving';
import { isDatabaseAway } from './storage/away';
import { answersNow } from './storage/connect';
import type { Keys } from './storage/keys';
import { type Stores, openStores } from './storage/stores';
import { uploadFolder } from './storage/uploads';
import { teaching } from './teaching';

export interface HouseParts {
  /** The project's folder. */
  root: string;
  config: Config;
  keys: Keys;
  connection: Connection;
  log: Logger;
}

/** All rooms, met and at work. */
export interface House {
  server: Server;
  firstAdminLink(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Rooms that must meet, meet here. */
export async function assemble({ root, config, keys, connection, log }: HouseParts): Promise<House> {
  const content = loadContent(path.join(root, 'content'));
  const route = routing(content.routing, content.gazetteer);
  const when = deadlinesOf(content, log);
  const onError = (error: unknown, what: string): void => log.error({ err: error }, what);
  const { identitySealing, ticketSecrets } = keys;
  const files = filesKept(config);
  const fileBytes = Math.max(files.fileBytes, files.mediaBytes);
  const carriers = alertCarriers(config, { list: () => stores.staff.list() });
  const kept = { identitySealing, files, watched: ['webchat'], carriers };
  const stores = await openStores(connection, { ...kept, onError });
  const alarm = alerting({ config, content, stores, carriers, onError });
  const reads = reader({ root, content, say: (line) => log.info(line) });
  const school = teaching({ root, content, examples: stores.examples, use: reads.use, onError });
  const { vi: words, en: english } = voicesOf(content.locales);
  const channels = await openChannels({ config, keys, stores, words, english, ...alarm.forChannels, log });
  const consents = consentsOf(channels);
  const centre = openCentre({
    stores: { ...stores, outbox: alarm.alerts.hearing(stores.outbox) },
    bot: botOf({
      content,
      stores,
      understand: reads.understand,
      routing: route,
      deadlines: when,
      ticketSecrets,
    }),
    channels: channels.map(({ channel }) => channel),
    effects: airLookUp({ config, content, typing: (conversation) => chat.typing(conversation), onError }),
    deadlines: when,
    onDue: alarm.alerts.due,
    onOutcome: alarm.health.onOutcome,
    secretOf: (code) => secretOf(ticketSecrets, code),
    messagesPerMinute: config.limits.messagesPerMinute,
    onError,
  });
  const chat = webchat({
    conversations: centre.conversations,
    typing: centre.typing,
    files: stores.files,
    keys,
    directLineSecret: keys.directLineSecret,
    publicUrl: config.publicUrl,
    limits: { tokensPerMinute: config.limits.tokensPerMinute, fileBytes },
    uploads: await uploadFolder(config.dataDir),
    log,
  });
  const open = channels.map((each) => each.open(centre.conversations));
  const staff = staffApi({
    ...stores,
    conversationStore: stores.lists,
    conversations: centre.conversations,
    typing: centre.typing,
    desk: centre.desk,
    agencies: route.agencies,
    examples: {
      store: stores.examples,
      procedures: new Map(content.catalogue.map(({ id, name }) => [id, content.procedureNames[id] ?? name])),
      taught: school.taught,
    },
    channels: { report: alarm.health.report, alerts: stores.alerts.states },
    consents,
    sessionSecret: keys.session,
    secure: isSecure(config),
    maxUpload: fileBytes,
    isAway: isDatabaseAway,
    log,
  });
  const rooms = { channels: [chat.router, ...routersOf(channels, open)], staff: staff.router, consents };
  const server = serverOf(application({ root, config, connection, stores, ...alarm, ...rooms }));
  server.on('upgrade', (req, socket, head) => {
    if (!chat.upgrade(req, socket, head)) socket.destroy();
  });
  stores.feed.onOpen(() => chat.readOn());
  void stores.feed.watch();
  for (const each of [stores.daily, centre, alarm, school]) each.watch();
  return {
    server,
    firstAdminLink: () => stores.staff.firstAdminLink(),
    async stop() {
      await closeDoors({ server, chat, staff, channels: open });
      school.stop();
      await centre.stop();
      await alarm.stop();
      stores.daily.stop();
      await stores.lists.stop();
      await stores.feed.stop();
    },
  };
}

interface Doors {
  server: Server;
  chat: Pick<WebChat, 'sendAway' | 'close'>;
  staff: { close(): void };
  channels: { close(): Promise<void> }[];
}

/** Nobody comes in any more; calls under way are answered first, uploads too. */
async function closeDoors({ server, chat, staff, channels }: Doors): Promise<void> {
  chat.sendAway();
  staff.close();
  await Promise.all(channels.map((each) => each.close()));
  await closed(server);
  await chat.close();
}

type BotNeeds = Pick<BotParts, 'understand' | 'routing' | 'deadlines' | 'ticketSecrets'> & {
  content: Content;
  stores: Stores;
};

/** The bot, with all that it reads. */
function botOf({ content, stores, ...needs }: BotNeeds): Bot {
  const calendar = workingCalendar(content.daysOff);
  const communeAt = communeFinder(content.gazetteer.communes, content.boundaries);
  const hours = openingHours(content.hours, calendar);
  return createBot({ ...stores, ...needs, content, calendar, communeAt, hours, queue: stores.lists });
}

/** By when what is to be done; the operator is told when the table of holidays runs out. */
function deadlinesOf({ daysOff, terms }: Content, log: Logger): Deadlines {
  const calendar = workingCalendar(daysOff);
  const warning = calendarWarning(calendar, new Date());
  if (warning) log.warn(warning);
  return deadlines(terms, calendar);
}

const filesKept = ({ limits: { uploadBytes, videoBytes, files } }: Config) => ({
  fileBytes: uploadBytes,
  mediaBytes: videoBytes,
  citizen: files,
});

const isSecure = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

interface Rooms {
  root: string;
  config: Config;
  connection: Connection;
  stores: Stores;
  health: ReturnType<typeof alerting>['health'];
  /** They read bodies themselves, so they stand before everything else. */
  channels: express.Router[];
  staff: express.Router;
  consents: ReadonlyMap<string, Consent>;
}

/** Who answers which address. */
function application({ root, config, connection, stores, health: channelHealth, ...rooms }: Rooms): Express {
  const measured = metrics({
    onTurn: (listener) => stores.log.onTurn(listener),
    tickets: stores.tickets,
    channels: channelHealth,
    databaseReady: () => answersNow(connection),
  });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  for (const router of rooms.channels) app.use(router);
  app.use(measured.measure);
  app.use(
    health({
      databaseReady: () => answersNow(connection),
      channels: channelHealth.states,
      needsConsent: () =>
        [...rooms.consents].filter(([, consent]) => consent.isNeeded()).map(([name]) => name),
    }),
  );
  app.use(measured.router);
  app.use('/api/staff', rooms.staff);
  if (config.zaloDomainProof) app.use(domainProof(config.zaloDomainProof));
  app.use(pages({ root: path.join(root, 'dist', 'public'), secure: isSecure(config) }));
  return app;
}

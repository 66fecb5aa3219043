import { createServer, type Server } from 'node:http';
import path from 'node:path';
import express, { type Express } from 'express';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { webchat } from './adapters/webchat';
import { health } from './api/health';
import { metrics } from './api/metrics';
import { pages } from './api/pages';
import { staffApi } from './api/staff-api';
import { createBot } from './bot';
import { voicesOf } from './bot/words';
import { channelStates, openChannels } from './channels';
import type { Config } from './config';
import { loadContent } from './content';
import { openCentre } from './hotline/centre';
import { calendarWarning, workingCalendar } from './hotline/deadlines/calendar';
import { deadlines } from './hotline/deadlines/deadlines';
import { routing } from './hotline/routing';
import { secretOf } from './hotline/ticket/secret';
import { reader } from './learned';
import { communeFinder } from './nlp/commune-at';
import { closed } from './serving';
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
  const calendar = workingCalendar(content.daysOff);
  const when = deadlines(content.terms, calendar);
  const warning = calendarWarning(calendar, new Date());
  if (warning) log.warn(warning);
  const onError = (error: unknown, what: string): void => log.error({ error }, what);
  const { identitySealing, ticketSecrets } = keys;
  const fileBytes = config.limits.uploadBytes;
  const stores = await openStores(connection, { identitySealing, fileBytes, watched: ['webchat'], onError });
  const reads = reader({ root, content, say: (line) => log.info(line) });
  const school = teaching({ root, content, examples: stores.examples, use: reads.use, onError });
  const channels = await openChannels({ config, keys, words: voicesOf(content.locales).vi, log });
  const centre = openCentre({
    stores,
    bot: createBot({
      content,
      understand: reads.understand,
      communeAt: communeFinder(content.gazetteer.communes, content.boundaries),
      tickets: stores.tickets,
      routing: route,
      deadlines: when,
      ticketSecrets,
    }),
    channels: channels.map(({ channel }) => channel),
    effects: {},
    deadlines: when,
    onDue: ({ kind, ticket }) => Promise.resolve(log.info({ ticket: ticket.code }, kind)),
    secretOf: (code) => secretOf(ticketSecrets, code),
    messagesPerMinute: config.limits.messagesPerMinute,
    onError,
  });
  const chat = webchat({
    conversations: centre.conversations,
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
    desk: centre.desk,
    agencies: route.agencies,
    examples: {
      store: stores.examples,
      procedures: new Set(content.catalogue.map(({ id }) => id)),
      taught: school.taught,
    },
    sessionSecret: keys.session,
    secure: isSecure(config),
    maxUpload: fileBytes,
    log,
  });
  const hooks = open.flatMap(({ router }) => (router ? [router] : []));
  const rooms = { channels: [chat.router, ...hooks], staff: staff.router };
  const server = createServer(application({ root, config, connection, stores, ...rooms }));
  server.on('upgrade', (req, socket, head) => {
    if (!chat.upgrade(req, socket, head)) socket.destroy();
  });
  stores.feed.onOpen(() => chat.readOn());
  void stores.feed.watch();
  stores.daily.watch();
  centre.watch();
  school.watch();
  return {
    server,
    firstAdminLink: () => stores.staff.firstAdminLink(),
    async stop() {
      await Promise.all([chat.close(), ...open.map((each) => each.close())]);
      staff.close();
      await closed(server);
      school.stop();
      await centre.stop();
      stores.daily.stop();
      await stores.lists.stop();
      await stores.feed.stop();
    },
  };
}

const isSecure = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

interface Rooms {
  root: string;
  config: Config;
  connection: Connection;
  stores: Stores;
  /** They read bodies themselves, so they stand before everything else. */
  channels: express.Router[];
  staff: express.Router;
}

/** Who answers which address. */
function application({ root, config, connection, stores, channels, staff }: Rooms): Express {
  const measured = metrics({ onTurn: (listener) => stores.log.onTurn(listener), tickets: stores.tickets });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  for (const router of channels) app.use(router);
  app.use(measured.measure);
  app.use(
    health({
      databaseReady: async () => Boolean(await connection.db?.command({ ping: 1 })),
      channels: () => channelStates(config),
    }),
  );
  app.use(measured.router);
  app.use('/api/staff', staff);
  app.use(pages({ root: path.join(root, 'dist', 'public'), secure: isSecure(config) }));
  return app;
}

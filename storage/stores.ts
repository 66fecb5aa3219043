import type { Connection } from 'mongoose';
import type { Audience } from '../hotline/alerts/alert';
import type { ConversationId } from '../hotline/conversation/turn';
import { alertStore } from './alerts';
import { mongoAuditLog } from './audit';
import { channelHealthStore } from './channels';
import { conversationLists } from './conversations';
import { daily } from './daily';
import { deadLetterStore } from './dead-letters';
import { dossierStore } from './dossiers';
import { dueTickets } from './due';
import { duties } from './duties';
import { turnEffects } from './effects';
import { exampleStore } from './examples';
import { gridFsFiles } from './files';
import { QUOTAS, type Quota } from './files/quota';
import { grantStore } from './grants';
import { identityStore } from './identities';
import { incidentStore } from './incidents';
import { turnOutbox } from './outbox';
import { questionStore } from './questions';
import { ratingStore } from './ratings';
import { mongoSessions, mongoSignInLimit } from './sign-in';
import { mongoStaffStore } from './staff';
import { ticketStore } from './tickets';
import { togetherWriter } from './transactions';
import { turnFeed } from './turn-feed';
import { turnLog } from './turn-log';
import { TURNS, rangeOf } from './turn-record';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface StoreOptions {
  /** Seals who somebody is; 32 bytes that are not in the database. */
  identitySealing: Buffer;
  /** Largest file that is kept, videos and sound apart, and what one conversation may hold. */
  files: { fileBytes: number; mediaBytes: number; citizen: Quota };
  /** Channels with sockets that must hear of turns written by other processes. */
  watched: readonly string[];
  /** Ways by which staff are alerted. */
  carriers: readonly { name: string; reaches: Audience }[];
  /** Work in the background failed and will be tried again. */
  onError: (error: unknown, what: string) => void;
}

export type Stores = Awaited<ReturnType<typeof openStores>>;

/** All that is kept. The data must be in the shape this code needs; see `prepareData`. */
export async function openStores(connection: Connection, options: StoreOptions) {
  const { identitySealing, watched, carriers, onError } = options;
  const tickets = ticketStore(connection);
  const identities = identityStore(connection, identitySealing);
  const lists = conversationLists(connection, (error) =>
    onError(error, 'the lists were not brought up to date'),
  );
  const feed = turnFeed(connection, watched, (error) => onError(error, 'the change stream broke off'));
  const alerts = alertStore(connection, carriers);
  const outbox = turnOutbox(connection);
  const questions = questionStore(connection);
  const ratings = ratingStore(connection);
  const kept = { tickets, identities, lists, alerts, questions, ratings };
  const writeTogether = togetherWriter({ connection, ...kept });
  const log = turnLog({ connection, feed, writeTogether });
  log.onTurn((turn, own) => own && lists.showSoon(turn));
  const { fileBytes, mediaBytes, citizen } = options.files;
  const files = gridFsFiles(connection, {
    fileBytes,
    kinds: { video: mediaBytes, sound: mediaBytes },
    quotas: { ...QUOTAS, citizen },
  });
  const staff = mongoStaffStore(connection);
  const audit = mongoAuditLog(connection);
  const examples = exampleStore(connection);
  const sweepFiles = () => files.sweepOrphans(new Date(Date.now() - DAY_MS), isUsedIn(connection));
  return {
    tickets,
    identities,
    lists,
    feed,
    log,
    files,
    incidents: incidentStore(connection),
    staff,
    audit,
    examples,
    questions,
    ratings,
    alerts,
    outbox,
    deadLetters: deadLetterStore(connection, outbox),
    channels: channelHealthStore(connection),
    effects: turnEffects(connection),
    grants: grantStore(connection, identitySealing),
    dossiers: dossierStore(connection),
    due: dueTickets(connection),
    duties: duties(connection),
    daily: daily(connection, { sweepFiles }, (error) => onError(error, 'a daily job failed')),
    limit: mongoSignInLimit(connection),
    sessions: mongoSessions(connection),
  };
}

/** A file is used when a message or a ticket names it. */
function isUsedIn(connection: Connection) {
  return async ({ id, conversation }: { id: string; conversation: string }): Promise<boolean> => {
    const said = { conversation, 'in.attachments.fileId': id };
    if (
      await connection
        .collection(TURNS)
        .findOne({ _id: rangeOf(conversation as ConversationId), ...said } as object)
    )
      return true;
    return (await connection.collection('tickets').findOne({ conversation, 'attachments.id': id })) !== null;
  };
}

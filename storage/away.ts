import {
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';

const AWAY = [
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
];

/** The database cannot be reached, or has no primary now: the same call may do in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isAway =
    AWAY.some((kind) => error instanceof kind) ||
    (error instanceof MongoServerError && changesHands(error)) ||
    isStillBuffered(error);
  return isAway || isDatabaseAway(error.cause);
}

/** What the servers answer while the primary steps down, shuts down or is being elected; what the driver would retry. */
const changesHands = (error: MongoServerError): boolean =>
  error.hasErrorLabel('RetryableWriteError') || CODES.has(Number(error.code));
/** Interrupted by a shutdown or a change of state, no primary (three of them), stepped down, shutting down. */
const CODES = new Set([11_600, 11_602, 10_107, 13_435, 13_436, 189, 91]);

/** mongoose keeps calls while it has no connection, for some seconds. */
const isStillBuffered = ({ name, message }: Error): boolean =>
  name === 'MongooseError' && message.includes('buffering timed out');

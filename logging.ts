import { writeSync } from 'node:fs';
import pino, { type Logger } from 'pino';

/** Of these the message tells a host and what happened to the line, which operators need. */
const OF_THE_LINE = new Set(['MongoNetworkError', 'MongoNetworkTimeoutError', 'MongoServerSelectionError']);
const MOST_CAUSES = 4;

/** The log of the system: one JSON line for each event on standard output. Errors are told by `withoutWords`. */
export const openLog = (level: string): Logger =>
  pino({ level, base: null, serializers: { err: withoutWords, error: withoutWords } });

/** At the start and at the end: the whole error, for a fault of ours; without words when the database speaks of data. */
export function inFull(error: unknown): string {
  const ofData = !(error instanceof Error) || error.name.startsWith('Mongo');
  return ofData ? JSON.stringify(withoutWords(error)) : (error.stack ?? error.message);
}

/** As without it the process ends; but what Node prints then would hold all that hangs on the error. */
export function endOnUncaught(): void {
  process.on('uncaughtException', (error: unknown) => {
    writeSync(2, `uncaught: ${JSON.stringify(withoutWords(error))}\n`);
    process.exit(1);
  });
}

/** What may be told of an error. */
export interface ToldError {
  type: string;
  code?: string | number;
  message?: string;
  stack?: string;
  cause?: ToldError;
}

/**
 * An error without what people wrote: its message, and what libraries hang on it (commands, documents, addresses with
 * tokens, refused values), may hold any of that. Its kind, its code and the places in the code never do.
 */
export const withoutWords = (error: unknown): ToldError => told(error, MOST_CAUSES);

function told(error: unknown, causes: number): ToldError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: isPlain(error.name) ? error.name : 'Error',
    ...(isPlain(code) && { code }),
    ...(OF_THE_LINE.has(error.name) && { message: error.message }),
    stack: framesOf(error),
    ...(error.cause !== undefined && causes > 0 && { cause: told(error.cause, causes - 1) }),
  };
}

const isPlain = <T>(value: T): value is T & (string | number) =>
  typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value));

/** The message stands before the frames, and may have lines that look like one. */
function framesOf({ message, stack = '' }: Error): string {
  const at = stack.indexOf(message);
  const after = at < 0 ? stack : stack.slice(at + message.length);
  const frames = after.split('\n').filter((line) => /^ {4}at .{1,300}$/.test(line));
  return frames.map((line) => line.trim()).join('\n');
}

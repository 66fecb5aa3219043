import { HotlineError } from '../../hotline/errors';

/** A refusal in the words of Direct Line. Clients go by the status alone; the code is for people who read logs. */
export class DirectLineError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'DirectLineError';
  }
}

export const badArgument = (message: string) => new DirectLineError(400, 'BadArgument', message);
/** Clients take 403, and only 403, for "get a new token". */
export const badToken = () => new DirectLineError(403, 'InvalidToken', 'Token is missing or not valid.');
export const expiredToken = () => new DirectLineError(403, 'TokenExpired', 'Token has expired.');
export const otherConversation = () =>
  new DirectLineError(403, 'WrongConversation', 'Token belongs to another conversation.');
export const notThere = () => new DirectLineError(404, 'NotFound', 'Not found.');
export const tooBig = (message: string) => new DirectLineError(413, 'MessageSizeTooBig', message);
/** Answered to posts only: clients then show the message as not sent and let the citizen try again. */
export const unavailable = () =>
  new DirectLineError(503, 'ServiceUnavailable', 'Not stored, please try again.', { 'retry-after': '2' });

/** Undefined for what we have no words for. */
export function inDirectLineWords(error: unknown): DirectLineError | undefined {
  if (error instanceof DirectLineError) return error;
  if (!(error instanceof HotlineError)) return undefined;
  if (error.id === 'files_full') return new DirectLineError(413, 'TooManyFiles', error.message);
  if (error.status === 413) return tooBig(error.message);
  if (error.status === 404) return new DirectLineError(404, 'NotFound', error.message);
  // A 403 would read as an expired token, a 429 would lose the message.
  if (error.status === 400 || error.status === 403) return badArgument(error.message);
  return undefined;
}

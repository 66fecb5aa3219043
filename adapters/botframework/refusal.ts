/** An answer to the connector that is no 200. It tries again what is answered with 5xx. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const unauthorized = () => new Refusal(401, 'Unauthorized', 'The call is not signed for this bot.');
export const badRequest = (message: string) => new Refusal(400, 'BadArgument', message);
export const tooBig = (message: string) => new Refusal(413, 'MessageSizeTooBig', message);
export const unavailable = (cause?: unknown) =>
  Object.assign(new Refusal(503, 'ServiceUnavailable', 'Not stored, please try again.'), { cause });

/** What went wrong, in the words of the trade: `status` for HTTP, `id` for programs, `message` for people. */
export class HotlineError extends Error {
  constructor(
    readonly id: string,
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'HotlineError';
  }
}

/** The move is not in the table of states, or lacks what it needs. */
export const moveRefused = (message: string) => new HotlineError('move_refused', 409, message);
/** Somebody else changed it first; load again and try again. */
export const changedMeanwhile = () =>
  new HotlineError(
    'changed_meanwhile',
    409,
    'Nội dung vừa được người khác thay đổi. Hãy tải lại rồi thử lại.',
  );
/** Not there, or not theirs to see: the two must look alike. */
export const notFound = (what: string) => new HotlineError('not_found', 404, `Không tìm thấy ${what}.`);
export const forbidden = (message: string) => new HotlineError('forbidden', 403, message);
export const invalid = (message: string) => new HotlineError('invalid', 400, message);
export const tooLarge = (message: string) => new HotlineError('too_large', 413, message);
/** The conversation has sent as many files as it may; nothing is wrong with this one. */
export const filesFull = (message: string) => new HotlineError('files_full', 413, message);

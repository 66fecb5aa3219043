import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { HotlineError, invalid, notFound, tooLarge } from '../../hotline/errors';
import type { StaffApiOptions } from '../options';

/** Nothing is mounted here. */
export const nothingHere: RequestHandler = () => {
  throw notFound('địa chỉ này');
};

const AGAIN_SECONDS = 5;
const AWAY =
  'Cơ sở dữ liệu đang không trả lời nên chưa làm được. Hãy thử lại sau ít giây; nếu vẫn lỗi, báo người quản trị.';

/** The one place where the API's errors become answers: `{error: {id, message}}`. */
export function answerErrors({ log, isAway }: Pick<StaffApiOptions, 'log' | 'isAway'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = asKnown(error);
    if (known) return res.status(known.status).json({ error: { id: known.id, message: known.message } });
    if (isAway(error)) {
      log.error({ method: req.method, ...withoutWords(error) }, 'the database is away');
      res.set('Retry-After', String(AGAIN_SECONDS));
      return res.status(503).json({ error: { id: 'database_away', message: AWAY } });
    }
    const id = randomUUID();
    log.error({ errorId: id, method: req.method, ...withoutWords(error) }, 'request failed');
    const message = `Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã ${id}.`;
    return res.status(500).json({ error: { id: 'internal', message } });
  };
}

/** Errors of the trade, and those of the parsers, which carry a status and a code of their own. */
function asKnown(error: unknown): HotlineError | undefined {
  if (error instanceof HotlineError) return error;
  if (!(error instanceof Error)) return undefined;
  const { status, type, code } = error as Error & { status?: number; type?: string; code?: string };
  if (type === 'entity.too.large' || code === 'LIMIT_FILE_SIZE')
    return tooLarge('Nội dung gửi lên quá lớn. Hãy gửi ít hơn hoặc tệp nhỏ hơn.');
  if (type === 'entity.parse.failed')
    return new HotlineError('malformed', 400, 'Nội dung không phải JSON hợp lệ.');
  if (code?.startsWith('LIMIT_')) return invalid('Hãy gửi đúng một tệp, trong trường “file”.');
  const refusedByParser = status !== undefined && status >= 400 && status < 500;
  const brokenForm = error.message === 'Unexpected end of form' || error.message.startsWith('Multipart:');
  if (!refusedByParser && !brokenForm) return undefined;
  return new HotlineError(
    'malformed',
    refusedByParser ? status : 400,
    'Yêu cầu không đọc được. Hãy tải lại trang rồi thử lại.',
  );
}

/** An error's message may hold what a person wrote; its name and place never do. */
function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, code: 'code' in error ? error.code : undefined, stack: frames?.join('\n') };
}

import express, { type NextFunction, type Request, type Response } from 'express';
import multer from 'multer';
import { answerTo, type Answer } from './answering';
import { Params, type Upload } from './params';
import { type World } from './world';

/** What a bot may upload. */
const LARGEST_UPLOAD = 50 * 1024 * 1024;

/** The addresses of the Bot API: calls under /bot<token>/, downloads under /file/bot<token>/. */
export function botApi(world: World): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.get(/^\/file\/bot([^/]+)\/(.+)$/, (request, response) => download(world, request, response));
  app.all(
    /^\/bot([^/]+)\/([^/]+)$/,
    express.json({ limit: LARGEST_UPLOAD }),
    express.urlencoded({ extended: false, limit: LARGEST_UPLOAD }),
    multer({ limits: { fileSize: LARGEST_UPLOAD, fieldSize: LARGEST_UPLOAD } }).any(),
    (request, response) => call(world, request, response),
  );
  app.use(/^\/(bot|file)/, (_request: Request, response: Response) => notFound(response));
  app.use(unreadable);
  return app;
}

async function call(world: World, request: Request, response: Response): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const { 0: token = '', 1: method = '' } = request.params;
  give(await answerTo(world, { token, method, params: paramsOf(request) }, gone.signal), response);
}

function give(answer: Answer, response: Response): void {
  if (answer === 'dropped') response.socket?.destroy();
  else if (answer !== 'hanging') response.status(answer.status).json(answer.body);
}

function paramsOf(request: Request): Params {
  const files = (request.files ?? []) as Express.Multer.File[];
  const uploads = files.map(({ fieldname, originalname, buffer, mimetype }): [string, Upload] => [
    fieldname,
    { name: Buffer.from(originalname, 'latin1').toString(), bytes: buffer, mime: mimetype },
  ]);
  return new Params({ ...request.query, ...(request.body as object | undefined) }, new Map(uploads));
}

function download(world: World, request: Request, response: Response): void {
  const { 0: token = '', 1: path = '' } = request.params;
  const file = token === world.token ? world.files.atPath(path) : undefined;
  if (file) response.type('application/octet-stream').send(file.bytes);
  else notFound(response);
}

function notFound(response: Response): void {
  response.status(404).json({ ok: false, error_code: 404, description: 'Not Found' });
}

/** Express knows it by its four arguments. */
function unreadable(
  error: Error & { code?: string },
  _: Request,
  response: Response,
  __: NextFunction,
): void {
  const [code, what] =
    error.code === 'LIMIT_FILE_SIZE'
      ? [413, 'Request Entity Too Large']
      : [400, `Bad Request: ${error.message}`];
  response.status(code).json({ ok: false, error_code: code, description: what });
}

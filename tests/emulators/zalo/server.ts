import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { answerTo, type Answer, type Asked, type Upload } from './answering';
import { sendConsultation } from './operations/consultation';
import { endedMessages, officialAccount, userDetail } from './operations/looking';
import { sendTemplate } from './operations/templates';
import { uploadFile, uploadGif, uploadImage } from './operations/uploads';
import { consentPage } from './consent-page';
import { accessToken, consent } from './oauth';
import { Refusal, badParameter, expiredToken, invalidToken, tooMany } from './refusal';
import { smile } from './smile';
import { type World } from './world';

type Operation = (world: World, asked: Asked) => unknown;

const OPERATIONS: readonly [method: 'get' | 'post', path: string, operation: Operation][] = [
  ['post', '/v3.0/oa/message/cs', sendConsultation],
  ['post', '/v3.0/oa/message/template', sendTemplate],
  ['post', '/v3.0/oa/message/transaction', endedMessages],
  ['post', '/v3.0/oa/message/promotion', endedMessages],
  ['post', '/v2.0/oa/message', endedMessages],
  ['get', '/v3.0/oa/user/detail', userDetail],
  ['get', '/v2.0/oa/getoa', officialAccount],
  ['post', '/v2.0/oa/upload/image', uploadImage],
  ['post', '/v2.0/oa/upload/gif', uploadGif],
  ['post', '/v2.0/oa/upload/file', uploadFile],
];

/** Larger than anything Zalo takes, so that it is refused in Zalo's own words. */
const LARGEST_BODY = 25 * 1024 * 1024;

/** The addresses of the OpenAPI, of the token server and of the file servers, all on one. */
export function zaloServers(world: World): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  for (const [method, path, operation] of OPERATIONS) {
    app[method](path, ...bodies(), async (request, response) => {
      const asked = askedIn(request, path.replace(/^\/v\d\.0\/oa\//, ''));
      give(await answerTo(world, asked, () => runApi(world, request, asked, operation)), response, world);
    });
  }
  app.all(/^\/v[23]\.0\//, (_request, response) => response.json({ error: 404, message: 'Empty api' }));
  addConsent(app, world);
  app.get(['/avatar.png', '/sticker/:id'], async (_request, response) => {
    response.type('image/png').send(await smile());
  });
  app.get('/files/:id/:name', (request, response) => download(world, request, response));
  app.use(unreadable);
  return app;
}

function bodies(): RequestHandler[] {
  const files = multer({ limits: { fileSize: LARGEST_BODY } }).array('file');
  return [express.json({ limit: LARGEST_BODY }), files];
}

async function runApi(world: World, request: Request, asked: Asked, operation: Operation): Promise<unknown> {
  if (!world.rate.take()) throw tooMany();
  const state = world.grants.state(request.get('access_token') ?? '');
  if (state === 'expired') throw expiredToken();
  if (state === 'unknown') throw invalidToken();
  return { error: 0, message: 'Success', data: await operation(world, asked) };
}

function askedIn(request: Request, operation: string): Asked {
  const files = (request.files ?? []) as Express.Multer.File[];
  const uploads = files.map(({ originalname, buffer, mimetype }): Upload => ({
    name: Buffer.from(originalname, 'latin1').toString(),
    bytes: buffer,
    mime: mimetype,
  }));
  return { operation, params: { ...request.query, ...(request.body as object | undefined) }, uploads };
}

function give(answer: Answer, response: Response, world: World): void {
  if (answer === 'dropped') response.socket?.destroy();
  else if (answer !== 'hanging') response.status(answer.status).set(world.rate.headers()).send(answer.body);
}

function addConsent(app: express.Express, world: World): void {
  const form = express.urlencoded({ extended: false });
  app.post('/v4/oa/access_token', form, async (request, response) => {
    const asked = { ...askedIn(request, 'access_token'), secret: request.get('secret_key') };
    give(await answerTo(world, asked, () => accessToken(world, asked)), response, world);
  });
  app.get('/v4/oa/permission', (request, response) => response.send(consentPage(world, request.query)));
  app.post('/v4/oa/permission', form, (request, response) => {
    try {
      response.redirect(consent(world, askedIn(request, 'permission').params));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.json(error.body());
    }
  });
}

async function download(world: World, request: Request, response: Response): Promise<void> {
  const id = String(request.params.id);
  const file = world.files.withId(id);
  if (!file) return void response.status(404).end();
  // A file of anybody's: never shown as a page of ours.
  response.set('content-security-policy', 'sandbox').type(file.mime);
  const answer = await answerTo(
    world,
    { operation: 'download', params: { id }, uploads: [] },
    () => file.bytes,
  );
  give(answer, response, world);
}

/** Express knows it by its four arguments. */
function unreadable(
  error: Error & { type?: string },
  _: Request,
  response: Response,
  next: NextFunction,
): void {
  if (error.type?.startsWith('entity.') || error instanceof multer.MulterError)
    response.json(badParameter(error.message).body());
  else next(error);
}

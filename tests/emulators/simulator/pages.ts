import { join } from 'node:path';
import express, { type Express, type Request, type Response, Router } from 'express';
import multer from 'multer';
import type { Act, Asked } from './acts';

const LARGEST_FILE = 50 * 1024 * 1024;
const MOST_FILES = 10;

export interface Simulated {
  /** Calls back whenever something changed; what it gives ends that. */
  world: { onChange(listener: () => void): () => void };
  /** All phones with the newest message of each, and what belongs to nobody. */
  all: () => object;
  /** What a phone shows; undefined when there is no such phone. */
  seat: (key: string) => object | undefined;
  act: (key: string, name: string) => Act | undefined;
}

/** The page, what it shows, and what can be done on it; `folder` holds what only this page has. */
export function addPages(app: Express, folder: string, simulated: Simulated): void {
  // At the same place as among the sources, so that pages import it by the same path.
  const shared = join(folder, '..', '..', '..', 'simulator', 'page');
  app.get('/', (_request, response) => response.sendFile('index.html', { root: shared }));
  app.use(express.static(folder));
  app.use('/simulator/page', express.static(shared));
  app.use('/simulator', answers(simulated));
}

function answers({ world, all, seat, act }: Simulated): Router {
  const router = Router();
  router.get('/seats', (_request, response) => void response.json(all()));
  router.get('/seats/:key', (request, response) => orNothing(response, seat(request.params.key)));
  router.get('/changes', (request, response) => followChanges(world, request, response));
  const files = multer({ limits: { fileSize: LARGEST_FILE } }).array('files', MOST_FILES);
  router.post('/seats/:key/:act', fromThisPage, files, async (request, response) => {
    const found = act(String(request.params.key), String(request.params.act));
    if (found) await perform(found, request, response);
    else response.status(404).end();
  });
  return router;
}

function orNothing(response: Response, found: object | undefined): void {
  if (found) response.json(found);
  else response.status(404).end();
}

async function perform(act: Act, request: Request, response: Response): Promise<void> {
  try {
    response.json((await act(askedIn(request))) ?? {});
  } catch (error) {
    response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
  }
}

/** Other sites that are open in the same browser have no business here. */
function fromThisPage(request: Request, response: Response, next: () => void): void {
  if (request.get('sec-fetch-site') === 'cross-site') response.status(403).end();
  else next();
}

/** The fields and files of a form of the page. */
function askedIn(request: Request): Asked {
  const fields = (request.body ?? {}) as Record<string, string>;
  const files = (request.files ?? []) as Express.Multer.File[];
  return {
    fields,
    files: files.map(({ originalname, buffer, mimetype }) => ({
      name: Buffer.from(originalname, 'latin1').toString(),
      bytes: buffer,
      mime: mimetype,
    })),
  };
}

/** Server-sent events without content: look again. */
function followChanges(world: Simulated['world'], request: Request, response: Response): void {
  response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const deaf = world.onChange(() => response.write('data:\n\n'));
  request.on('close', deaf);
}

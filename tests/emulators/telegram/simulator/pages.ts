import express, { type Request, type Response } from 'express';
import multer from 'multer';
import { type TelegramEmulator } from '../emulator';
import { ACTS, type Asked } from './acts';
import { type World } from '../world';
import { type Seat } from './neighbourhood';
import { commandsShown, seatShown } from './shown';

const LARGEST_FILE = 50 * 1024 * 1024;

/** The page, what it shows, and what can be done on it. */
export function addPages(telegram: TelegramEmulator, seats: readonly Seat[], folder: string): void {
  const { app, world } = telegram;
  const seatOf = (request: Request) => seats.find(({ key }) => key === request.params.key);
  app.use(express.static(folder));
  app.get('/simulator/seats', (_request, response) => {
    response.json({
      bot: world.bot,
      commands: commandsShown(world),
      seats: seats.map((seat) => seatShown(seat, 1)),
    });
  });
  app.get('/simulator/seats/:key', (request, response) => {
    const seat = seatOf(request);
    if (seat) response.json(seatShown(seat));
    else response.status(404).end();
  });
  app.get('/simulator/files/:id', (request, response) => {
    const file = world.files.withId(request.params.id);
    // A file of anybody's: never shown as a page of ours.
    if (file) response.set('content-security-policy', 'sandbox').attachment(file.path).send(file.bytes);
    else response.status(404).end();
  });
  app.get('/simulator/changes', (request, response) => followChanges(world, request, response));
  const files = multer({ limits: { fileSize: LARGEST_FILE } }).array('files', 10);
  app.post('/simulator/seats/:key/:act', fromThisPage, files, async (request, response) => {
    const act = ACTS[String(request.params.act)];
    const seat = seatOf(request);
    if (!act || !seat) return void response.status(404).end();
    try {
      response.json((await act(seat, askedIn(request))) ?? {});
    } catch (error) {
      response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** Other sites that are open in the same browser have no business here. */
export function fromThisPage(request: Request, response: Response, next: () => void): void {
  if (request.get('sec-fetch-site') === 'cross-site') response.status(403).end();
  else next();
}

/** The fields and files of a form of the page. */
export function askedIn(request: Request): Asked {
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
export function followChanges(world: Pick<World, 'onChange'>, request: Request, response: Response): void {
  response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const deaf = world.onChange(() => response.write('data:\n\n'));
  request.on('close', deaf);
}

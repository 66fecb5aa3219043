import express, { type Request, type Response } from 'express';
import multer from 'multer';
import { join } from 'node:path';
import { type Asked } from '../../telegram/simulator/acts';
import { askedIn, followChanges, fromThisPage } from '../../telegram/simulator/pages';
import { type ZaloEmulator } from '../emulator';
import { ACTS, APP_ACTS } from './acts';
import { type Seat } from './neighbours';
import { appShown, seatShown } from './shown';

const LARGEST_FILE = 50 * 1024 * 1024;

/** The page looks like Telegram's and takes its parts from there, at the same place as among the sources. */
const SHARED = 'telegram/simulator/page';

/** The page, what it shows, and what can be done on it. */
export function addPages(zalo: ZaloEmulator, seats: readonly Seat[], folder: string): void {
  const { app, world } = zalo;
  const seatOf = (key: unknown) => seats.find((seat) => seat.key === key);
  app.use(express.static(folder));
  app.use(`/${SHARED}`, express.static(join(folder, '..', '..', '..', SHARED)));
  app.get('/simulator/seats', (_request, response) => {
    response.json({ app: appShown(zalo), seats: seats.map((seat) => seatShown(zalo, seat, 1)) });
  });
  app.get('/simulator/seats/:key', (request, response) => {
    const seat = seatOf(request.params.key);
    if (seat) response.json(seatShown(zalo, seat));
    else response.status(404).end();
  });
  app.get('/simulator/changes', (request, response) => followChanges(world, request, response));
  const files = multer({ limits: { fileSize: LARGEST_FILE } }).array('files', 10);
  app.post('/simulator/seats/:key/:act', fromThisPage, files, async (request, response) => {
    const { key, act } = request.params;
    const doIt = actOf(zalo, seatOf(key), String(key), String(act));
    if (doIt) await answer(doIt, request, response);
    else response.status(404).end();
  });
}

type Act = (asked: Asked) => Promise<unknown>;

/** `app` is no person: there the clock is moved, and the app set up. */
function actOf(zalo: ZaloEmulator, seat: Seat | undefined, key: string, name: string): Act | undefined {
  const ofPerson = seat && ACTS[name];
  if (ofPerson) return (asked) => ofPerson(seat.person, asked);
  const ofApp = key === 'app' ? APP_ACTS[name] : undefined;
  return ofApp && ((asked) => ofApp(zalo, asked));
}

async function answer(act: Act, request: Request, response: Response): Promise<void> {
  try {
    response.json((await act(askedIn(request))) ?? {});
  } catch (error) {
    response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
  }
}

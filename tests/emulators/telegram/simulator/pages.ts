import { addPages as addShared } from '../../simulator/pages';
import { type TelegramEmulator } from '../emulator';
import { ACTS } from './acts';
import { type Seat } from './neighbourhood';
import { commandsShown, seatShown } from './shown';

/** The page, what it shows, and what can be done on it. */
export function addPages({ app, world }: TelegramEmulator, seats: readonly Seat[], folder: string): void {
  const seatOf = (key: string) => seats.find((seat) => seat.key === key);
  app.get('/simulator/files/:id', (request, response) => {
    const file = world.files.withId(request.params.id);
    // A file of anybody's: never shown as a page of ours.
    if (file) response.set('content-security-policy', 'sandbox').attachment(file.path).send(file.bytes);
    else response.status(404).end();
  });
  addShared(app, folder, {
    world,
    all: () => ({ commands: commandsShown(world), seats: seats.map((seat) => seatShown(seat, 1)) }),
    seat: (key) => {
      const seat = seatOf(key);
      return seat && seatShown(seat);
    },
    act: (key, name) => {
      const [seat, act] = [seatOf(key), ACTS[name]];
      return seat && act && ((asked) => act(seat, asked));
    },
  });
}

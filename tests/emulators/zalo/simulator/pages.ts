import type { Act } from '../../simulator/acts';
import { addPages as addShared } from '../../simulator/pages';
import { type ZaloEmulator } from '../emulator';
import { ACTS, APP_ACTS } from './acts';
import { type Seat } from './neighbours';
import { appShown, seatShown } from './shown';

/** The page, what it shows, and what can be done on it. */
export function addPages(zalo: ZaloEmulator, seats: readonly Seat[], folder: string): void {
  const seatOf = (key: string) => seats.find((seat) => seat.key === key);
  addShared(zalo.app, folder, {
    world: zalo.world,
    all: () => ({ app: appShown(zalo), seats: seats.map((seat) => seatShown(zalo, seat, 1)) }),
    seat: (key) => {
      const seat = seatOf(key);
      return seat && seatShown(zalo, seat);
    },
    act: (key, name) => actOf(zalo, key, seatOf(key), name),
  });
}

/** `app` is no person: there the clock is moved, and the app set up. */
function actOf(zalo: ZaloEmulator, key: string, seat: Seat | undefined, name: string): Act | undefined {
  const ofPerson = seat && ACTS[name];
  if (ofPerson) return (asked) => ofPerson(seat.person, asked);
  const ofApp = key === 'app' ? APP_ACTS[name] : undefined;
  return ofApp && ((asked) => ofApp(zalo, asked));
}

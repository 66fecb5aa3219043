import { type ZaloEmulator } from '../emulator';
import { DAY, HOUR } from '../clock';
import { type Person } from '../people';
import { type Seat } from './neighbours';

/** So many are shown; the page does not scroll through years. */
const NEWEST = 200;

/** What a phone shows, for the page. */
export function seatShown(zalo: ZaloEmulator, seat: Seat, newest = NEWEST): Record<string, unknown> {
  const { key, title, isStranger, person } = seat;
  return {
    key,
    title,
    isStranger,
    follows: person.followsOa,
    window: windowInWords(zalo, person),
    messages: person.screen.slice(-newest),
  };
}

/** Whether the OA may write now. */
function windowInWords(zalo: ZaloEmulator, person: Person): string {
  const { interactedAt } = person;
  if (interactedAt === undefined) return 'chưa tương tác: OA chưa nhắn được';
  const since = zalo.world.clock.now() - interactedAt;
  if (since > 7 * DAY) return 'quá 7 ngày: OA không nhắn được nữa';
  return since > 48 * HOUR ? 'quá 48 giờ: OA nhắn phải trả phí' : 'trong 48 giờ: OA nhắn miễn phí';
}

/** The app as its owner sees it in the developers' console, and how its webhook does. */
export function appShown({ world, settings, undelivered, attempts }: ZaloEmulator): Record<string, unknown> {
  const last = attempts.at(-1);
  return {
    now: world.clock.now(),
    webhook: world.webhook.url,
    callbackUrl: settings.callbackUrl,
    codeChallenge: settings.codeChallenge,
    waiting: undelivered.length,
    ...(last ? { lastOutcome: last.outcome } : {}),
  };
}

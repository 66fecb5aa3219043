import * as moves from '../../../hotline/ticket/moves';
import type { Talk } from '../talk';
import type { Event } from './events';

export type Answer = Awaited<ReturnType<Talk['says']>>;

/** What the look-up of the air finds, when it comes back. */
const AIR = {
  aqi: 112,
  level: 'kem',
  main: 'PM25',
  observedAt: '2026-11-23T08:00:00+07:00',
  kind: 'measurement',
  attribution: 'OpenAQ',
  station: { name: 'Hàng Đậu', km: 1.2 },
};

/** Lets it happen; undefined when nothing is said to it. */
export async function happen(
  citizen: Talk,
  event: Event,
  options: readonly string[],
): Promise<Answer | undefined> {
  switch (event.type) {
    case 'says':
      return citizen.says(event.text);
    case 'presses':
      return citizen.says(options[event.which % Math.max(1, options.length)] ?? 'gặp cán bộ');
    case 'photo':
      return citizen.sends(`p${citizen.log.turns.length}`);
    case 'shares':
      return citizen.shares(event.latitude, event.latitude > 20 ? 105.8523 : 115.5);
    case 'falls due':
      return citizen.state() && citizen.waits();
    case 'comes back':
      return citizen.comesBack('air', { place: 'Hà Nội', ahead: false, air: event.known ? AIR : null });
    case 'waits':
      citizen.clock.now = new Date(citizen.clock.now.getTime() + event.hours * 3_600_000);
      return undefined;
    case 'resolved':
      return resolveSome(citizen);
    default:
      return citizen.state() && byStaff(citizen, event.type);
  }
}

function byStaff(citizen: Talk, what: 'taken over' | 'staff says' | 'handed back'): Promise<Answer> {
  if (what === 'staff says') return citizen.staffSays('Chị cho em hỏi thêm ạ');
  return what === 'taken over' ? citizen.takenOver() : citizen.handedBack();
}

/** Staff resolve what can be resolved, so that "Đã xong" has something to mean. */
async function resolveSome(citizen: Talk): Promise<undefined> {
  const ticket = citizen.tickets().find(({ status }) => status === 'received');
  if (!ticket) return;
  await citizen.staff(ticket.code, moves.verify);
  await citizen.staff(ticket.code, (each, act) =>
    moves.resolve(each, act, { text: 'Xong', evidence: [], legalReason: 'Điều 3' }),
  );
}

import type { StaffRef } from '../../hotline/conversation/conversations';
import type { ConversationId } from '../../hotline/conversation/turn';
import { type SampleCase, sampleName } from '../../hotline/samples';
import type { StaffAccount } from '../../hotline/staff';
import type { Ticket, TicketFile } from '../../hotline/ticket/ticket';
import type { Cast } from './cast';
import type { Dice } from './dice';
import { FATES } from './fates';
import { life } from './life';
import { opened } from './opening';
import { citizen } from './people';
import { teller, type Told } from './reports';
import { ratingOf } from './stars';
import type { Talk } from './talk';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Reports with pictures; each costs more than a hundred without. */
const PICTURED = 40;
/** So far back a report may be repeated by another. */
const REMEMBERED = 50;

export interface CasesParts {
  cast: Cast;
  dice: Dice;
  /** Code of the province where half of it happens. */
  home: string;
  /** Number and moment of each report, oldest first. */
  filings: readonly { code: string; at: Date }[];
  staff: readonly StaffAccount[];
  now: Date;
}

/** Made-up reports from their first word to this day, one after the other. */
export async function* cases({
  cast,
  dice,
  home,
  filings,
  staff,
  now,
}: CasesParts): AsyncGenerator<SampleCase> {
  const tell = teller(cast, home, dice);
  const every = Math.max(1, Math.floor(filings.length / PICTURED));
  const recent: Ticket[] = [];
  for (const [index, { code, at }] of filings.entries()) {
    const told = tell();
    const conversation = sampleName(index + 1) as ConversationId;
    const pictured = index % every === 0;
    const photo = pictured ? await cast.picture(conversation, 'hien-truong.png') : undefined;
    const identity = told.report.anonymous ? undefined : citizen(index, dice);
    const begun = opened(cast, told, {
      code,
      at,
      conversation,
      ...(photo && { photo }),
      ...(identity && { identity }),
    });
    const lived = await live(begun, told, pictured);
    recent.unshift(lived.ticket);
    recent.splice(REMEMBERED);
    yield lived;
  }

  async function live(
    begun: ReturnType<typeof opened>,
    { story }: Told,
    pictured: boolean,
  ): Promise<SampleCase> {
    const { ticket, talk, identity } = begun;
    const slow = dice.weighed<number>([
      [0.6, 45],
      [1, 35],
      [3, 14],
      [6, 6],
    ]);
    const lived = life(ticket, { cast, dice, talk, now, slow });
    const proof = async (): Promise<TicketFile[]> => [
      await cast.picture(ticket.conversation, 'ket-qua.png', 'staff'),
    ];
    const fate = dice.weighed(FATES);
    await fate({
      life: lived,
      cast,
      dice,
      story,
      ...whoActs(ticket, staff, dice),
      ...(pictured && { proof }),
      earlier: earlierLike(ticket, recent),
    });
    const stands = lived.end();
    if (asksForPerson(stands)) waitForPerson(talk);
    const rating = ratingOf(stands);
    return {
      ticket: stands,
      turns: talk.turns,
      ...(identity && { identity }),
      ...(rating && { rating }),
    };
  }

  /** Some of those whose report is new want to speak with somebody. */
  function asksForPerson({ status, createdAt }: Ticket): boolean {
    return status === 'received' && now.getTime() - createdAt.getTime() < 2 * DAY_MS && dice.happens(0.3);
  }

  function waitForPerson(talk: Talk): void {
    const asked = (talk.turns.at(-1)?.at.getTime() ?? 0) + dice.between(1, 20) * MINUTE_MS;
    talk.add({
      at: new Date(Math.min(asked, now.getTime())),
      words: dice.pick(cast.stories.said.wantsPerson),
      out: [{ type: 'message', text: cast.voice.say('person.waiting'), channelData: { handoff: 'waiting' } }],
      waits: true,
    });
  }
}

/** Misconduct is the inspector's alone; an agency's own person works on what is theirs, else the desk writes it down. */
function whoActs(
  ticket: Ticket,
  staff: readonly StaffAccount[],
  dice: Dice,
): { desk: StaffRef; handler: StaffRef } {
  const of = (role: string): StaffAccount[] => staff.filter((each) => each.role === role);
  const desk = dice.pick(of(ticket.lane === 'misconduct' ? 'inspector' : 'operator'));
  const own = of('agency').find((each) => each.agency?.code === ticket.agency?.code);
  return { desk, handler: ticket.lane === 'misconduct' ? desk : (own ?? desk) };
}

/** One of the same kind in the same province that still stands for itself. */
function earlierLike({ lane, category, location }: Ticket, recent: readonly Ticket[]): string | undefined {
  const like = recent.find(
    (each) =>
      each.lane === lane &&
      each.category === category &&
      each.location.provinceCode === location.provinceCode &&
      !['duplicate', 'rejected', 'withdrawn'].includes(each.status),
  );
  return like?.code;
}

import type { StaffRef } from '../../hotline/conversation/conversations';
import * as moves from '../../hotline/ticket/moves';
import type { TicketFile } from '../../hotline/ticket/ticket';
import type { Cast, Story } from './cast';
import type { Dice } from './dice';
import type { Delay, Life } from './life';
import { rate } from './stars';

export interface FateParts {
  life: Life;
  cast: Cast;
  dice: Dice;
  story: Story;
  /** Who takes the messages, and who works on it. */
  desk: StaffRef;
  handler: StaffRef;
  /** Pictures that prove what was done; none: the records do. */
  proof?: () => Promise<TicketFile[]>;
  /** An earlier report that this one may repeat. */
  earlier: string | undefined;
}

type Fate = (parts: FateParts) => unknown;

/** What becomes of reports, and how often. */
export const FATES: readonly (readonly [Fate, number])[] = [
  [usual, 42],
  [quick, 12],
  [asked, 11],
  [silent, 5],
  [rejected, 7],
  [repeated, 5],
  [notSolved, 8],
  [withdrawn, 3],
  [sentBack, 5],
  [forgotten, 5],
];

async function usual(parts: FateParts): Promise<void> {
  if (verify(parts) && forward(parts) && start(parts)) {
    tell(parts);
    if ((await resolve(parts)) && parts.dice.happens(0.8)) solved(parts);
  }
}

async function quick(parts: FateParts): Promise<void> {
  if (forward(parts) && (await resolve(parts))) parts.life.byStaff(parts.desk, [48, 160], moves.close);
}

async function asked(parts: FateParts): Promise<void> {
  const { life, dice, cast, desk } = parts;
  if (!verify(parts) || !ask(parts)) return;
  const reply = dice.pick(cast.stories.said.replies);
  const goOn = life.byCitizen(reply, [1, 40], (ticket, act) => {
    const added = moves.addWords(ticket, act, reply, []);
    return moves.goOn(added, act, cast.deadlines, reply);
  });
  if (!goOn || !forward(parts) || !start(parts)) return;
  life.byStaff(desk, [2, 30], (ticket, act) =>
    moves.answered(ticket, act, dice.pick(cast.stories.said.answers)),
  );
  if (await resolve(parts)) solved(parts);
}

/** Asked, and never answers: the clock closes it. */
function silent(parts: FateParts): boolean {
  return verify(parts) && ask(parts);
}

function rejected(parts: FateParts): boolean {
  const { life, dice, cast, desk } = parts;
  const reason = dice.pick(cast.stories.said.rejections);
  return (
    verify(parts) &&
    life.byStaff(desk, [10, 90], (ticket, act) => moves.reject(ticket, act, reason)) &&
    dice.happens(0.6) &&
    life.byStaff(desk, [48, 200], moves.close)
  );
}

function repeated(parts: FateParts): boolean {
  const { life, dice, desk, earlier } = parts;
  if (earlier === undefined || !verify(parts)) return false;
  if (!life.byStaff(desk, [2, 40], (ticket, act) => moves.markDuplicate(ticket, act, earlier))) return false;
  return dice.happens(0.15) && life.byStaff(desk, [10, 60], moves.part) && forward(parts);
}

async function notSolved(parts: FateParts): Promise<void> {
  const { life, dice, cast } = parts;
  if (!verify(parts) || !forward(parts) || !start(parts)) return;
  for (let times = dice.happens(0.25) ? 2 : 1; times > 0; times--) {
    if (!(await resolve(parts))) return;
    const words = dice.pick(cast.stories.said.backAgain);
    const again = life.byCitizen(words, [12, 120], (ticket, act) =>
      moves.reopen(ticket, act, words, cast.deadlines),
    );
    if (!again || !start(parts)) return;
  }
  if (await resolve(parts)) solved(parts);
}

function withdrawn({ life, cast }: FateParts): boolean {
  const words = cast.stories.said.withdrawn;
  return life.byCitizen(words, [2, 70], (ticket, act) => moves.withdraw(ticket, act));
}

async function sentBack(parts: FateParts): Promise<void> {
  const { life, cast, handler } = parts;
  if (!forward(parts)) return;
  const back = cast.stories.said.sentBack;
  if (!life.byStaff(handler, [4, 60], (ticket, act) => moves.verify(ticket, act, back))) return;
  if (forward(parts) && start(parts) && (await resolve(parts))) solved(parts);
}

/** Lies where it is until it is long overdue. */
function forgotten(parts: FateParts): boolean {
  return verify(parts) && forward(parts) && parts.dice.happens(0.5) && start(parts);
}

const verify = ({ life, desk }: FateParts): boolean =>
  life.byStaff(desk, [0.5, 26], (ticket, act) => moves.verify(ticket, act));

/** To whom the rules send it; where they send it to nobody, it stays. */
function forward({ life, dice, cast, desk }: FateParts): boolean {
  const { agency } = life.ticket;
  if (!agency) return false;
  const note = dice.happens(0.2) ? dice.pick(cast.stories.said.notes) : undefined;
  return life.byStaff(desk, [1, 40], (ticket, act) => moves.forward(ticket, act, agency, note));
}

/** A second time it takes longer than the first. */
function start({ life, handler }: FateParts): boolean {
  const delay: Delay = life.ticket.status === 'reopened' ? [24, 200] : [4, 72];
  return life.byStaff(handler, delay, (ticket, act) => moves.start(ticket, act));
}

function ask({ life, dice, cast, desk }: FateParts): boolean {
  const question = dice.pick(cast.stories.said.questions);
  return life.byStaff(desk, [2, 30], (ticket, act) =>
    moves.askCitizen(ticket, act, question, cast.deadlines.patience(act.at)),
  );
}

function tell({ life, dice, cast, handler }: FateParts): void {
  const { answers, notes } = cast.stories.said;
  if (dice.happens(0.4))
    life.byStaff(handler, [2, 30], (ticket, act) => moves.answered(ticket, act, dice.pick(answers)));
  if (dice.happens(0.3))
    life.byStaff(handler, [1, 20], (ticket, act) => moves.noted(ticket, act, dice.pick(notes)));
}

async function resolve({ life, dice, cast, story, handler, proof }: FateParts): Promise<boolean> {
  const evidence = (await proof?.()) ?? [];
  const legalReason = dice.pick(cast.stories.said.legalReasons);
  const how = { text: story.solved, evidence, ...(evidence.length === 0 && { legalReason }) };
  return life.byStaff(handler, [20, 200], (ticket, act) => moves.resolve(ticket, act, how));
}

function solved(parts: FateParts): void {
  const yes = parts.cast.voice.say('follow.solvedYes');
  if (parts.life.byCitizen(yes, [2, 96], (ticket, act) => moves.close(ticket, act))) rate(parts);
}

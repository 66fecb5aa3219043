import type { LineWatch } from './channel';
import type { Delivery, Turn } from './conversation/turn';

/** Figures are kept this often; a process that is killed takes so much of them with it, and nothing else. */
const BEAT_MS = 10_000;
/** A line that is down is said to be so again and again; what a dead process said ends by itself. */
const DOWN_LASTS_MS = 60_000;
/** Lines break and come back; staff are told only of what lasts. */
const TOLD_AFTER_MS = 5 * 60_000;
/** Whoever asks whether we live must not wait for the database. */
const PATIENCE_MS = 1_000;

export type LineState = 'on' | 'off' | 'down';

/** A line that is down: since when, and why, in words for operators. */
export interface Down {
  channel: string;
  since: Date;
  reason: string;
}

/** What happened in a channel since it was kept last. */
export interface Happened {
  lastIn?: Date;
  lastOut?: Date;
  failures: number;
}

/** What is known of a channel from all processes. */
export interface ChannelFigures {
  lastIn: Date | null;
  lastOut: Date | null;
  /** Messages that are still to be delivered, and since when the oldest of them waits. */
  backlog: { messages: number; oldest: Date | null };
  /** Messages that go out when their citizen writes again. */
  waiting: number;
  failuresLastHour: number;
  /** Those that can be sent again, and those whose citizen wants to hear nothing from us. */
  deadLetters: { reachable: number; unreachable: number };
}

export interface ChannelHealth extends ChannelFigures {
  channel: string;
  state: LineState;
  /** `down`: since when and why. */
  since: Date | null;
  reason: string | null;
}

export interface ChannelHealthStore {
  /** This process says that a line is down, until then. */
  isDown(down: Down, until: Date): Promise<void>;
  isUp(channel: string): Promise<void>;
  /** The lines that any process says are down, each since the earliest moment. */
  downs(now: Date): Promise<Down[]>;
  keep(channel: string, happened: Happened, now: Date): Promise<void>;
  /** By channel; one that nothing is known of is absent. */
  figures(now: Date): Promise<Map<string, ChannelFigures>>;
  /** Of which outages staff were told: channel and beginning. */
  told(): Promise<Map<string, Date>>;
  setTold(channel: string, since: Date): Promise<void>;
  /** Nothing happens when it is another outage by now. */
  clearTold(channel: string, since: Date): Promise<void>;
}

export interface ChannelHealthParts {
  store: ChannelHealthStore;
  /** Whether each channel is on, those that are off included. */
  channels: Readonly<Record<string, boolean>>;
  /** Tells staff. May be called again for the same outage. */
  tell: (channel: string, kind: 'channel_down' | 'channel_up', since: Date) => Promise<unknown>;
  /** Keeping something failed; it is tried again. */
  onError: (error: unknown) => void;
  now?: () => Date;
}

export const NOTHING_KNOWN: ChannelFigures = {
  lastIn: null,
  lastOut: null,
  backlog: { messages: 0, oldest: null },
  waiting: 0,
  failuresLastHour: 0,
  deadLetters: { reachable: 0, unreachable: 0 },
};

/** How it goes with each channel, over all processes. */
export function channelHealth({
  store,
  channels,
  tell,
  onError,
  now = () => new Date(),
}: ChannelHealthParts) {
  const downHere = new Map<string, Down>();
  let happened = new Map<string, Happened>();
  const listeners = new Set<OutcomeListener>();
  let lastBeat = 0;
  let lastStates = statesOf([]);

  /** For the adapter of a channel. */
  const line = (channel: string): LineWatch => ({
    up() {
      if (downHere.delete(channel)) store.isUp(channel).catch(onError);
    },
    down(reason) {
      const down = { channel, since: downHere.get(channel)?.since ?? now(), reason };
      if (downHere.get(channel)?.reason === reason) return;
      downHere.set(channel, down);
      sayDown(down).catch(onError);
    },
  });

  const sayDown = (down: Down): Promise<void> =>
    store.isDown(down, new Date(now().getTime() + DOWN_LASTS_MS));

  function onTurn({ channel, at, in: heard, out }: Turn, own: boolean): void {
    if (!own) return;
    const known = of(channel);
    if (heard) known.lastIn = at;
    // What must be delivered is out when it was delivered.
    if (out.length > 0 && out.every(({ delivery }) => !delivery)) known.lastOut = at;
  }

  function onOutcome({ channel }: Turn, { state }: Delivery): void {
    for (const listener of listeners) listener(channel, state);
    if (state === 'sent') of(channel).lastOut = now();
    // What waits for the citizen has not failed.
    else if (state !== 'waiting') of(channel).failures++;
  }

  function of(channel: string): Happened {
    const known = happened.get(channel) ?? { failures: 0 };
    happened.set(channel, known);
    return known;
  }

  /** Keeps what happened, says again what is down, and tells staff of what lasts. Called as often as one likes. */
  async function beat(): Promise<void> {
    if (now().getTime() - lastBeat < BEAT_MS) return;
    lastBeat = now().getTime();
    await keep();
    for (const down of downHere.values()) await sayDown(down);
    await tellOfOutages({ store, tell }, now());
  }

  async function keep(): Promise<void> {
    const kept = happened;
    happened = new Map();
    for (const [channel, what] of kept) await store.keep(channel, what, now());
  }

  /** The state of each; what was known last when the database does not answer at once. */
  async function states(): Promise<Record<string, LineState>> {
    let patience: NodeJS.Timeout | undefined;
    const tired = new Promise<void>((resolve) => (patience = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([look(), tired]);
    clearTimeout(patience);
    return lastStates;
  }

  async function look(): Promise<void> {
    lastStates = await store.downs(now()).then(statesOf, () => lastStates);
  }

  function statesOf(downs: readonly Down[]): Record<string, LineState> {
    const isDown = new Set(downs.map(({ channel }) => channel));
    const stateOf = ([name, on]: [string, boolean]) => [
      name,
      on ? (isDown.has(name) ? 'down' : 'on') : 'off',
    ];
    return Object.fromEntries(Object.entries(channels).map(stateOf)) as Record<string, LineState>;
  }

  async function report(): Promise<ChannelHealth[]> {
    const [downs, figures] = await Promise.all([store.downs(now()), store.figures(now())]);
    return Object.entries(statesOf(downs)).map(([channel, state]) => {
      const down = downs.find((each) => each.channel === channel && state === 'down');
      const known = figures.get(channel) ?? NOTHING_KNOWN;
      return { channel, state, since: down?.since ?? null, reason: down?.reason ?? null, ...known };
    });
  }

  /** Hears of each delivery of this process. */
  const onDelivery = (listener: OutcomeListener): void => void listeners.add(listener);

  return { line, onTurn, onOutcome, onDelivery, beat, states, report, stop: keep };
}

/** First it is told, then kept that it was: told once more when the process dies, and known by its key. */
async function tellOfOutages(
  { store, tell }: Pick<ChannelHealthParts, 'store' | 'tell'>,
  now: Date,
): Promise<void> {
  const [downs, told] = await Promise.all([store.downs(now), store.told()]);
  for (const { channel, since } of downs) {
    if (told.has(channel) || now.getTime() - since.getTime() < TOLD_AFTER_MS) continue;
    await tell(channel, 'channel_down', since);
    await store.setTold(channel, since);
  }
  for (const [channel, since] of told) {
    if (downs.some((down) => down.channel === channel)) continue;
    await tell(channel, 'channel_up', since);
    await store.clearTold(channel, since);
  }
}

type OutcomeListener = (channel: string, outcome: Delivery['state']) => void;

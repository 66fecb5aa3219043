import { setTimeout as pause } from 'node:timers/promises';
import { Citizen, isOwn, type Read } from '../../tests/citizen';
import { Officer, signUp } from '../../tests/officer';
import { PHOTO } from '../../tests/photo';
import { System } from '../../tests/system';
import type { Filed, Heard, Line, Said } from './line';

/** Longer than any message is held back. */
const PATIENCE_MS = 60_000;

/** A running system with an operator and an inspector, who see what was filed. */
export class Hotline {
  private constructor(
    private readonly system: System,
    private readonly operator: Officer,
    private readonly inspector: Officer,
  ) {}

  static async open(): Promise<Hotline> {
    const system = await System.start();
    const operator = await Officer.first(system);
    return new Hotline(system, operator, await signUp(system, { role: 'inspector' }));
  }

  /** A conversation of its own over Direct Line. */
  async call(): Promise<Line> {
    const citizen = await Citizen.arrive(this.system.base);
    return { say: (messages) => sayAll(citizen, messages) };
  }

  /** The report as those see it who may. */
  async filed(code: string): Promise<Filed> {
    const path = `/tickets/${code}`;
    const response = await this.operator.call('GET', path);
    if (response.ok) return (await response.json()) as Filed;
    await response.arrayBuffer();
    return this.inspector.must<Filed>('GET', path);
  }

  /** How many lie with staff in all. */
  async count(): Promise<number> {
    const lists = await Promise.all(
      [this.operator, this.inspector].map((officer) =>
        officer.must<{ total: number }>('GET', '/tickets?page=1'),
      ),
    );
    return lists.reduce((sum, { total }) => sum + total, 0);
  }
}

async function sayAll(citizen: Citizen, messages: readonly Said[]): Promise<Heard> {
  let last = '';
  for (const { text, photo, point } of messages)
    last = await citizen.say({
      ...(text !== undefined && { text }),
      ...(photo && { photo: { name: 'anh.png', bytes: PHOTO } }),
      ...(point && { entities: [{ type: 'GeoCoordinates', ...point }] }),
    });
  return heardIn(await answerTo(citizen, last));
}

/** What was said after that message; a turn is read whole, or not yet. */
async function answerTo(citizen: Citizen, id: string): Promise<Read[]> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(20)) {
    await citizen.readOn();
    const at = citizen.read.findIndex((each) => each.id === id);
    const answer = citizen.read.slice(at + 1).filter((each) => !isOwn(each));
    if (at >= 0 && answer.length > 0) return answer;
  }
  throw new Error(`nobody answered; the last was: ${JSON.stringify(citizen.read.at(-1))}`);
}

function heardIn(answer: readonly Read[]): Heard {
  const { ask = null, options = [], ticket, handoff = null } = answer.at(-1)?.channelData ?? {};
  return {
    ask,
    options,
    ticket: ticket?.secret ? { code: ticket.code, secret: ticket.secret } : null,
    handoff,
    texts: answer.map(({ text }) => text ?? ''),
  };
}

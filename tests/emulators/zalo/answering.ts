import { underFault, type Outcome } from '../faults';
import type { Refused } from './faults';
import { Refusal } from './refusal';
import { type Call, type World } from './world';

/** What a call was made with. */
export interface Asked {
  operation: string;
  params: Readonly<Record<string, unknown>>;
  uploads: readonly Upload[];
}

/** A file that came in the field `file` of a form. */
export interface Upload {
  name: string;
  bytes: Buffer;
  mime: string;
}

interface Said {
  status: number;
  body: unknown;
}

export type Answer = Outcome<Said>;

/** Answers a call by `run`, with the faults that were asked for, and keeps it in the log of calls. */
export async function answerTo(world: World, asked: Asked, run: () => unknown): Promise<Answer> {
  const call = logged(world, asked);
  const instead = (fault: Refused) => insteadOf(fault, call);
  const answer = await underFault(world.faults.of(asked.operation), instead, () => runLogged(call, run));
  call.outcome = typeof answer === 'string' ? 'dropped' : answer.status;
  world.changed();
  return answer;
}

function logged(world: World, { operation, params, uploads }: Asked): Call {
  const files = uploads.map(({ name }) => name);
  const at = world.clock.now();
  const call: Call = { operation, params, files, at, outcome: 'dropped', error: 0, done: false };
  world.calls.push(call);
  world.changed();
  return call;
}

/** What is answered without doing anything. */
function insteadOf(fault: Refused, call: Call): Said {
  if ('status' in fault) return { status: fault.status, body: 'Bad Gateway' };
  return refused(new Refusal(fault.error, fault.message ?? 'Simulated'), call);
}

async function runLogged(call: Call, run: () => unknown): Promise<Answer> {
  try {
    const result = await run();
    Object.assign(call, { done: true, result });
    return { status: 200, body: result };
  } catch (error) {
    if (error instanceof Refusal) return refused(error, call);
    throw error;
  }
}

function refused(refusal: Refusal, call: Call): Said {
  call.error = refusal.code;
  return { status: 200, body: refusal.body() };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault } from './faults';
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

/** What the client gets: an answer, a line that breaks, or nothing at all. */
export type Answer = { status: number; body: unknown } | 'dropped' | 'hanging';

/** Answers a call by `run`, with the faults that were asked for, and keeps it in the log of calls. */
export async function answerTo(world: World, asked: Asked, run: () => unknown): Promise<Answer> {
  const call = logged(world, asked);
  const answer = await withFaults(world, call, () => runLogged(call, run));
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

async function withFaults(world: World, call: Call, run: () => Promise<Answer>): Promise<Answer> {
  const fault = world.faults.of(call.operation);
  if (!fault) return run();
  if ('delayMs' in fault) await sleep(fault.delayMs);
  const instead = insteadOf(fault, call);
  if (instead) return instead;
  const answer = await run();
  if ('drop' in fault) return 'dropped';
  return 'hang' in fault ? 'hanging' : answer;
}

/** What is answered without doing anything. */
function insteadOf(fault: Fault, call: Call): Answer | undefined {
  if ('error' in fault) return refused(new Refusal(fault.error, fault.message ?? 'Simulated'), call);
  if ('status' in fault) return { status: fault.status, body: 'Bad Gateway' };
  if ('drop' in fault && fault.drop === 'before') return 'dropped';
  if ('hang' in fault && fault.hang === 'before') return 'hanging';
  return undefined;
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

function refused(refusal: Refusal, call: Call): Answer {
  call.error = refusal.code;
  return { status: 200, body: refusal.body() };
}

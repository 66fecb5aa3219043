import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault } from './faults';
import { methodNamed, type Method } from './methods';
import { type Params } from './params';
import { Refusal, tooManyRequests } from './refusal';
import { type Call, type World } from './world';

interface Asked {
  token: string;
  method: string;
  params: Params;
}

/** What the client gets: an answer, a line that breaks, or nothing at all. */
export type Answer = { status: number; body: Record<string, unknown> } | 'dropped' | 'hanging';

/** Answers a call as the Bot API would, with the faults that were asked for, and keeps it in the log of calls. */
export async function answerTo(world: World, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const stranger = strangeToken(world, asked.token);
  if (stranger) return refused(stranger);
  const known = methodNamed(asked.method);
  if (!known) return refused(new Refusal(404, 'Not Found: method not found'));
  const call = logged(world, known.name, asked.params);
  const answer = await withFaults(world, call, () => run(world, known.method, asked.params, call, signal));
  call.outcome = typeof answer === 'string' ? 'dropped' : answer.status;
  world.changed();
  return answer;
}

/** A token that looks like one is unknown, anything else is no address at all. */
function strangeToken(world: World, token: string): Refusal | undefined {
  if (token === world.token) return undefined;
  return /^\d+:[\w-]+$/.test(token) ? new Refusal(401, 'Unauthorized') : new Refusal(404, 'Not Found');
}

function logged(world: World, method: string, params: Params): Call {
  const files = [...params.uploads.values()].map(({ name }) => name);
  const call: Call = {
    method,
    params: params.values,
    files,
    at: Date.now(),
    outcome: 'dropped',
    done: false,
  };
  world.calls.push(call);
  world.changed();
  return call;
}

async function withFaults(world: World, call: Call, run: () => Promise<Answer>): Promise<Answer> {
  const fault = world.faults.of(call.method.toLowerCase());
  if (!fault) return run();
  if ('delayMs' in fault) await sleep(fault.delayMs);
  const instead = insteadOf(fault);
  if (instead) return instead;
  const answer = await run();
  if ('drop' in fault) return 'dropped';
  return 'hang' in fault ? 'hanging' : answer;
}

/** What is answered without doing anything. */
function insteadOf(fault: Fault): Answer | undefined {
  if ('answer' in fault) {
    return refused(
      fault.answer === 429
        ? tooManyRequests(fault.retryAfter)
        : new Refusal(fault.answer, 'Internal Server Error'),
    );
  }
  if ('drop' in fault && fault.drop === 'before') return 'dropped';
  if ('hang' in fault && fault.hang === 'before') return 'hanging';
  return undefined;
}

async function run(
  world: World,
  method: Method,
  params: Params,
  call: Call,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const result = await method(world, params, signal);
    Object.assign(call, { done: true, result });
    return { status: 200, body: { ok: true, result } };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function refused(refusal: Refusal): Answer {
  return { status: refusal.code, body: refusal.body() };
}

import { underFault, type Outcome } from '../faults';
import type { Refused } from './faults';
import { methodNamed, type Method } from './methods';
import { type Params } from './params';
import { Refusal, tooManyRequests } from './refusal';
import { type Call, type World } from './world';

interface Asked {
  token: string;
  method: string;
  params: Params;
}

interface Said {
  status: number;
  body: Record<string, unknown>;
}

export type Answer = Outcome<Said>;

/** Answers a call as the Bot API would, with the faults that were asked for, and keeps it in the log of calls. */
export async function answerTo(world: World, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const stranger = strangeToken(world, asked.token);
  if (stranger) return refused(stranger);
  const known = methodNamed(asked.method);
  if (!known) return refused(new Refusal(404, 'Not Found: method not found'));
  const call = logged(world, known.name, asked.params);
  const doing = () => run(world, known.method, asked.params, call, signal);
  const answer = await underFault(world.faults.of(call.method), insteadOf, doing);
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

/** What is answered without doing anything. */
function insteadOf(fault: Refused): Said {
  return refused(
    fault.answer === 429
      ? tooManyRequests(fault.retryAfter)
      : new Refusal(fault.answer, 'Internal Server Error'),
  );
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

function refused(refusal: Refusal): Said {
  return { status: refusal.code, body: refusal.body() };
}

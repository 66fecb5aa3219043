import { setTimeout as sleep } from 'node:timers/promises';

/** What goes wrong with the line. `before`: nothing happened. `after`: it was done, and the client never hears of it. */
export type BadLine =
  | { drop: 'before' | 'after' }
  /** Never answered; the client's own patience ends it. */
  | { hang: 'before' | 'after' }
  | { delayMs: number };

/** What the client gets: an answer, a line that breaks, or nothing at all. */
export type Outcome<Answer> = Answer | 'dropped' | 'hanging';

interface Rule<Fault> {
  call: string;
  fault: Fault;
  left: number;
  chance: () => boolean;
}

/** Faults to come, by the name of the call, large or small; `*` stands for all but the `spared`, in small letters. */
export class Faults<Fault> {
  private rules: Rule<Fault>[] = [];

  constructor(private readonly spared: readonly string[]) {}

  /** The next so many calls. */
  next(call: string, times: number, fault: Fault): void {
    this.rules.push({ call: call.toLowerCase(), fault, left: times, chance: () => true });
  }

  /** A share (0–1) of all calls, spread evenly: with 0.25 every fourth. */
  share(call: string, share: number, fault: Fault): void {
    let sum = 0;
    const chance = () => {
      sum += share;
      if (sum < 1) return false;
      sum -= 1;
      return true;
    };
    this.rules.push({ call: call.toLowerCase(), fault, left: Infinity, chance });
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault of this call; a rule that is used up goes. */
  of(call: string): Fault | undefined {
    const name = call.toLowerCase();
    const isMeant = (rule: Rule<Fault>) =>
      rule.call === '*' ? !this.spared.includes(name) : rule.call === name;
    const rule = this.rules.find((each) => isMeant(each) && each.chance());
    if (!rule) return undefined;
    rule.left--;
    if (rule.left === 0) this.rules = this.rules.filter((each) => each !== rule);
    return rule.fault;
  }
}

/** Runs a call over a line that is as bad as the fault wants; `instead` is what a fault answers without doing anything. */
export async function underFault<Fault extends object, Answer>(
  fault: Fault | BadLine | undefined,
  instead: (fault: Fault) => Answer,
  run: () => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  if (!fault) return run();
  if (!isOfLine(fault)) return instead(fault);
  if ('delayMs' in fault) {
    await sleep(fault.delayMs);
    return run();
  }
  const end = 'drop' in fault ? 'dropped' : 'hanging';
  const when = 'drop' in fault ? fault.drop : fault.hang;
  if (when === 'after') await run();
  return end;
}

const isOfLine = (fault: object): fault is BadLine =>
  'drop' in fault || 'hang' in fault || 'delayMs' in fault;

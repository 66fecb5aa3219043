/** What goes wrong with a call. `before`: nothing happened. `after`: it was done, and the client never hears of it. */
export type Fault =
  | { answer: 429; retryAfter: number }
  | { answer: 500 | 502 | 503 | 504 }
  | { drop: 'before' | 'after' }
  /** Never answered; the client's own patience ends it. */
  | { hang: 'before' | 'after' }
  | { delayMs: number };

interface Rule {
  method: string;
  fault: Fault;
  left: number;
  chance: () => boolean;
}

/** Faults to come, by method; `*` stands for every method but getUpdates. */
export class Faults {
  private rules: Rule[] = [];

  /** The next so many calls. */
  next(method: string, times: number, fault: Fault): void {
    this.rules.push({ method, fault, left: times, chance: () => true });
  }

  /** A share (0–1) of all calls, spread evenly: with 0.25 every fourth. */
  share(method: string, share: number, fault: Fault): void {
    let sum = 0;
    const chance = () => {
      sum += share;
      if (sum < 1) return false;
      sum -= 1;
      return true;
    };
    this.rules.push({ method, fault, left: Infinity, chance });
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault of this call; a rule that is used up goes. */
  of(method: string): Fault | undefined {
    const rule = this.rules.find((each) => matches(each, method) && each.chance());
    if (!rule) return undefined;
    rule.left--;
    if (rule.left === 0) this.rules = this.rules.filter((each) => each !== rule);
    return rule.fault;
  }
}

function matches(rule: Rule, method: string): boolean {
  if (rule.method === '*') return method !== 'getupdates';
  return rule.method.toLowerCase() === method;
}

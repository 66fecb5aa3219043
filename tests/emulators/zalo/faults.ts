/** What goes wrong with a call. `before`: nothing happened. `after`: it was done, and the client never hears of it. */
export type Fault =
  /** As Zalo refuses: HTTP 200 with this error. */
  | { error: number; message?: string }
  | { status: 500 | 502 | 503 | 504 }
  | { drop: 'before' | 'after' }
  /** Never answered; the client's own patience ends it. */
  | { hang: 'before' | 'after' }
  | { delayMs: number };

interface Rule {
  operation: string;
  fault: Fault;
  left: number;
  chance: () => boolean;
}

/** Faults to come, by operation; `*` stands for all but `access_token` and `download`. */
export class Faults {
  private rules: Rule[] = [];

  /** The next so many calls. */
  next(operation: string, times: number, fault: Fault): void {
    this.rules.push({ operation, fault, left: times, chance: () => true });
  }

  /** A share (0–1) of all calls, spread evenly: with 0.25 every fourth. */
  share(operation: string, share: number, fault: Fault): void {
    let sum = 0;
    const chance = () => {
      sum += share;
      if (sum < 1) return false;
      sum -= 1;
      return true;
    };
    this.rules.push({ operation, fault, left: Infinity, chance });
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault of this call; a rule that is used up goes. */
  of(operation: string): Fault | undefined {
    const rule = this.rules.find((each) => matches(each, operation) && each.chance());
    if (!rule) return undefined;
    rule.left--;
    if (rule.left === 0) this.rules = this.rules.filter((each) => each !== rule);
    return rule.fault;
  }
}

const NOT_ALL = new Set(['access_token', 'download']);

function matches(rule: Rule, operation: string): boolean {
  return rule.operation === '*' ? !NOT_ALL.has(operation) : rule.operation === operation;
}

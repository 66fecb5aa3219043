const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * How long to wait before try number `tries` + 1: 0.5 s, 1, 2, 4 … 15 s, each a quarter more or less,
 * so that the phones of a whole province do not come back in the same instant.
 */
export function backoffMs(tries: number, random: () => number = Math.random): number {
  const exact = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 10));
  return Math.round(exact * (0.75 + random() * 0.5));
}

/** A pause that can be cut short, when there is reason to hope. */
export class Pause {
  private end: (() => void) | undefined;

  for(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.cut(), ms);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  cut(): void {
    const { end } = this;
    this.end = undefined;
    end?.();
  }
}

/** How often what dead processes left is looked for. */
const SWEEP_MS = 2_000;

export interface SweeperParts {
  /** What to look for, by what to say when it fails. Each may be run by several processes at once. */
  rounds: Readonly<Record<string, () => Promise<unknown>>>;
  onError: (error: unknown, what: string) => void;
}

/** Makes its rounds through all that dead processes left, and what failed and is due again; the first one at once. */
export function sweeper({ rounds, onError }: SweeperParts) {
  const underWay = new Map<string, Promise<void>>();
  let sweeping: NodeJS.Timeout | undefined;

  /** One that takes longer than the pause is not started a second time. */
  function sweep(): void {
    for (const [what, round] of Object.entries(rounds)) {
      if (underWay.has(what)) continue;
      const done = round().then(
        () => undefined,
        (error: unknown) => onError(error, what),
      );
      underWay.set(what, done);
      void done.finally(() => underWay.delete(what));
    }
  }

  function watch(): void {
    sweep();
    sweeping = setInterval(sweep, SWEEP_MS);
  }

  async function stop(): Promise<void> {
    clearInterval(sweeping);
    await Promise.all(underWay.values());
  }

  return { watch, stop };
}

/** Work on the side, begun because of a turn: nobody waits for it but `idle`. */
export function sideWork(onError: (error: unknown) => void) {
  const underWay = new Set<Promise<void>>();

  function begin(work: Promise<unknown>): void {
    const done = work.then(() => undefined, onError);
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  }

  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };

  return { begin, idle };
}

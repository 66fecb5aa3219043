import type { Changing } from './changing';

/** Waits for a value that is there at last; looks whenever something changes in the world. */
export function until<T>(
  world: Pick<Changing, 'onChange'>,
  look: () => T | undefined,
  what: () => string,
  timeoutMs = 25_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const value = look();
      if (value === undefined) return;
      stop();
      resolve(value);
    };
    const deaf = world.onChange(check);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${timeoutMs} ms in vain: ${what()}`));
    }, timeoutMs);
    const stop = () => {
      deaf();
      clearTimeout(timer);
    };
    check();
  });
}

/** Waits until a condition holds; looked at whenever something changes in the world. */
export async function untilTrue(
  world: Pick<Changing, 'onChange'>,
  holds: () => boolean,
  what: string,
  timeoutMs?: number,
): Promise<void> {
  await until(
    world,
    () => holds() || undefined,
    () => what,
    timeoutMs,
  );
}

import type { Take } from './router';

const REMEMBERED = 10_000;

/**
 * Updates that this process took lately, or is taking, are not looked up in the log when they come again. That each has
 * one effect does not hang on it.
 */
export function once(take: Take): Take {
  const taken = new Map<number, Promise<void>>();

  return (update) => {
    const known = taken.get(update.update_id);
    if (known) return known;
    const taking = take(update);
    taken.set(update.update_id, taking);
    taking.catch(() => taken.delete(update.update_id));
    if (taken.size > REMEMBERED) forgetOldest();
    return taking;
  };

  function forgetOldest(): void {
    const { value } = taken.keys().next();
    if (value !== undefined) taken.delete(value);
  }
}

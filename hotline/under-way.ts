/**
 * Work for one key at a time in this process. Who asks while it is under way is not kept waiting: it is done once
 * more when it ends.
 */
export function underWay<Key>(work: (key: Key) => Promise<void>) {
  const running = new Map<Key, { again: boolean }>();

  async function begin(key: Key): Promise<void> {
    const already = running.get(key);
    if (already) {
      already.again = true;
      return;
    }
    const mine = { again: true };
    running.set(key, mine);
    try {
      while (mine.again) {
        mine.again = false;
        await work(key);
      }
    } finally {
      running.delete(key);
    }
  }

  return { begin, has: (key: Key): boolean => running.has(key), count: (): number => running.size };
}

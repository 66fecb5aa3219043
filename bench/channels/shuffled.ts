/** In any order; the list itself is changed. */
export function shuffled<T>(all: T[]): T[] {
  for (let n = all.length - 1; n > 0; n--) {
    const other = Math.floor(Math.random() * (n + 1));
    [all[n], all[other]] = [all[other] as T, all[n] as T];
  }
  return all;
}

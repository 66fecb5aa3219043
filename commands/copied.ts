/** What was copied of one collection. */
export interface Copied {
  name: string;
  count: number;
  sha256: string;
}

/** One line each: name, how many, hash. */
export function told(collections: readonly Copied[]): string[] {
  const width = Math.max(0, ...collections.map(({ name }) => name.length));
  return collections.map(
    ({ name, count, sha256 }) =>
      `${name.padEnd(width)}  ${count.toLocaleString('vi-VN').padStart(11)}  ${sha256}`,
  );
}

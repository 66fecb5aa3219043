/** MongoDB's code for a write that met a unique index. */
const DUPLICATE_KEY = 11_000;

/** Was the write refused because something with that key is there already? */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null | undefined)?.code === DUPLICATE_KEY;
}

/**
 * The number of the last message a client has; 0, from the start, when it says nothing or nonsense:
 * clients give up for good when reading is answered with an error.
 */
export function watermark(given: unknown): number {
  return typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : 0;
}

/** Does work, and says again and again that it is still being done; a beat that fails is made good by the next one. */
export async function withHeartbeat<T>(
  beat: () => Promise<unknown>,
  everyMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const beating = setInterval(() => void beat().catch(() => undefined), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

/** Looks again and again until it is so. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what: string,
  patienceMs = 25_000,
): Promise<void> {
  for (
    const end = Date.now() + patienceMs;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 20))
  )
    if (await holds()) return;
  throw new Error(`waited in vain: ${what}`);
}

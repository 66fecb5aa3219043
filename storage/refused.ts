/** The start cannot go on, for a reason the operator can mend: `message` is what to print, nothing else. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/** `error` in the few words that fit between brackets, whatever was thrown. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim().slice(0, 200) || 'không rõ nguyên nhân';
}

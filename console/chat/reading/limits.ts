/** What the server takes; checked here first, so that nobody uploads for minutes in vain. */
export const MOST_FILES = 10;
export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_TEXT = 20_000;

export type FileFault = 'tooMany' | 'tooLarge' | 'wrongType' | 'empty';

/** Why this file cannot be sent along with `chosen` others; undefined when it can. */
export function faultOf(file: { type: string; size: number }, chosen: number): FileFault | undefined {
  if (chosen >= MOST_FILES) return 'tooMany';
  if (!file.type.startsWith('image/') && file.type !== 'application/pdf') return 'wrongType';
  if (file.type === 'image/svg+xml') return 'wrongType';
  if (file.size === 0) return 'empty';
  return file.size > MOST_BYTES ? 'tooLarge' : undefined;
}

/** "10 MB", "2,5 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}

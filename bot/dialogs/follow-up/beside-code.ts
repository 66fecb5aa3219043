import type { Heard } from '../../hear';
import { looksForIt } from '../../looks-for-it';
import { hasNoCode } from './no-code';

/** "Để em tìm lại", "quên mất rồi", bad words: what is said to it, by its key. */
export function besideOf(heard: Heard): string | undefined {
  if (looksForIt(heard.key)) return 'follow.takeTime';
  const isLost =
    heard.control === null ? hasNoCode(heard) : heard.control === 'skip' && FORGOT.test(heard.key);
  if (isLost) return 'follow.whereCode';
  return heard.isRude ? 'follow.calm' : undefined;
}
const FORGOT = /\b(?:quen|khong nho|ko nho|khong biet|ko biet|khong co|ko co|chua co)\b/;

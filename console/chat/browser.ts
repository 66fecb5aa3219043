import { memoryStore, type KeyValue } from './kept';

/** localStorage, or memory where the browser forbids it: then the conversation lasts as long as the page. */
export function browserStore(): KeyValue {
  try {
    localStorage.setItem('hotline.probe', '1');
    localStorage.removeItem('hotline.probe');
    return localStorage;
  } catch {
    return memoryStore();
  }
}

/**
 * Runs work of this name one at a time over all tabs. Browsers without locks (and pages on plain http) run it at
 * once: the server takes each message once anyway, this only saves doing it twice.
 */
export function alone(name: string) {
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (!('locks' in navigator)) return work();
    return navigator.locks.request(name, work);
  };
}

export function timeZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || undefined;
}

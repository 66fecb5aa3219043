/** The part of Web Storage that is used; localStorage, or memory where the browser forbids it. */
export interface KeyValue {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** All that this page keeps begins with this. */
export const PREFIX = 'hotline.';

export function memoryStore(): KeyValue {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** Values under keys that begin with `prefix`; what cannot be read as JSON is left out. */
export function keptUnder<T>(store: KeyValue, prefix: string): T[] {
  return keysUnder(store, prefix).flatMap((key) => {
    const value = keptAt<T>(store, key);
    return value === undefined ? [] : [value];
  });
}

export function keptAt<T>(store: KeyValue, key: string): T | undefined {
  try {
    const text = store.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Forgets everything of this page on this device. */
export function forgetAll(store: KeyValue): void {
  for (const key of keysUnder(store, PREFIX)) store.removeItem(key);
}

function keysUnder(store: KeyValue, prefix: string): string[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  return keys.filter((key): key is string => key !== null && key.startsWith(prefix)).sort();
}

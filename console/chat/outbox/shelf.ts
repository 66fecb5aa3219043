import type { Shelf } from './outbox';

const NAME = 'hotline';
const FILES = 'files';

/** Files in IndexedDB, so that photos outlive a reload; in memory where the browser forbids it. */
export function browserShelf(): Shelf {
  const memory = new Map<string, Blob>();
  const opened = open().catch(() => undefined);
  const use = async (work: (files: IDBObjectStore) => IDBRequest): Promise<unknown> => {
    const db = await opened;
    return db && done(work(db.transaction(FILES, 'readwrite').objectStore(FILES)));
  };
  return {
    async put(key, file) {
      memory.set(key, file);
      await use((files) => files.put(file, key)).catch(() => undefined);
    },
    async get(key) {
      const file = memory.get(key) ?? (await use((files) => files.get(key)).catch(() => undefined));
      return file instanceof Blob ? file : undefined;
    },
    async remove(keys) {
      for (const key of keys) {
        memory.delete(key);
        await use((files) => files.delete(key)).catch(() => undefined);
      }
    },
    async clear() {
      memory.clear();
      await use((files) => files.clear()).catch(() => undefined);
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(FILES);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

import { createHash } from 'node:crypto';
import { opaque } from './ids';

export interface Stored {
  name: string;
  bytes: Buffer;
  mime: string;
  /** Where it can be fetched, by anybody who knows the address. */
  url: string;
}

/** Files that people sent or the OA showed, served as Zalo's file servers would. */
export class Files {
  private readonly byId = new Map<string, Stored>();

  constructor(private readonly root: () => string) {}

  add(name: string, bytes: Buffer, mime: string): Stored {
    const id = opaque(18);
    const stored = { name, bytes, mime, url: `${this.root()}/files/${id}/${encodeURIComponent(name)}` };
    this.byId.set(id, stored);
    return stored;
  }

  withId(id: string): Stored | undefined {
    return this.byId.get(id);
  }
}

export const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

/** By its first bytes, as far as Zalo cares. */
export function kindOf(bytes: Buffer): 'jpg' | 'png' | 'gif' | 'pdf' | 'doc' | 'zip' | 'other' {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  const kinds = {
    '\x89PNG': 'png',
    GIF8: 'gif',
    '%PDF': 'pdf',
    '\xd0\xcf\x11\xe0': 'doc',
    'PK\x03\x04': 'zip',
  } as const;
  return kinds[start as keyof typeof kinds] ?? 'other';
}

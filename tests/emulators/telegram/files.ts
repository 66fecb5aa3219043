import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import { type FileRef } from './shapes';

export interface Stored extends FileRef {
  path: string;
  bytes: Buffer;
}

interface NewFile {
  folder: 'photos' | 'documents' | 'voice' | 'videos';
  bytes: Buffer;
  /** Only its ending is kept in the path. */
  name: string;
  /** Larger than what is there, to speak of a large file without making one. */
  claimedSize?: number | undefined;
}

/** Files that were sent either way; the id is opaque, the path is what the download address ends with. */
export class Files {
  private readonly byId = new Map<string, Stored>();
  private readonly byPath = new Map<string, Stored>();

  add({ folder, bytes, name, claimedSize }: NewFile): FileRef {
    const file = {
      file_id: `AgAC${randomBytes(36).toString('base64url')}`,
      file_unique_id: `AQAD${randomBytes(8).toString('base64url')}`,
      file_size: claimedSize ?? bytes.length,
    };
    const stored = { ...file, bytes, path: `${folder}/file_${this.byId.size}${extname(name)}` };
    this.byId.set(file.file_id, stored);
    this.byPath.set(stored.path, stored);
    return file;
  }

  withId(id: string): Stored | undefined {
    return this.byId.get(id);
  }

  atPath(path: string): Stored | undefined {
    return this.byPath.get(path);
  }
}

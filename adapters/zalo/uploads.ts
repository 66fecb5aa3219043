import type { Attachment } from '../../hotline/activity';
import type { FileCopy, FileStore, OpenFile } from '../../hotline/stores';
import { type Calls, Unanswered } from './calls';

const MEGABYTE = 1024 * 1024;
const PICTURE_BYTES = MEGABYTE;
const PAPER_BYTES = 5 * MEGABYTE;
const PAPERS = new Set([
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);
/** Zalo keeps what was uploaded for seven days; a little less, for the clocks differ. */
const KEPT_MS = 6 * 24 * 60 * 60_000;
const REMEMBERED = 500;

/** How a message names something that was uploaded. */
export type Shown = { kind: 'image'; attachment_id: string } | { kind: 'file'; token: string };

/** Files of ours, uploaded to be shown: each once while Zalo keeps it, for their number in a month is limited. */
export class Uploads {
  private readonly kept = new Map<string, { shown: Shown; until: number }>();

  constructor(
    private readonly calls: Calls,
    private readonly files: Pick<FileStore, 'find' | 'open'>,
  ) {}

  /**
   * @returns undefined when Zalo can show it in no way: of another kind, too large, or not there any more
   * @throws Refused, and Unanswered: nothing was shown to anybody
   */
  async of({ fileId = '', name = 'tep' }: Attachment): Promise<Shown | undefined> {
    const known = this.kept.get(fileId);
    if (known && known.until > Date.now()) return known.shown;
    const file = await this.smallEnough(fileId);
    if (!file) return undefined;
    const shown = await this.upload(file, PAPERS.has(file.type) ? name : file.name);
    this.remember(fileId, shown);
    return shown;
  }

  /** It has expired at Zalo: next time it is uploaded anew. */
  forget({ fileId = '' }: Attachment): void {
    this.kept.delete(fileId);
  }

  /** The copy to show, without what it tells of place and camera; the small one when that is too large. */
  private async smallEnough(fileId: string): Promise<OpenFile | undefined> {
    const file = await this.files.find(fileId);
    if (!file) return undefined;
    const copies: FileCopy[] = file.display ? ['display', 'thumb'] : ['original'];
    for (const copy of copies) {
      const opened = await this.files.open(fileId, copy);
      if (opened && opened.size <= mostBytes(opened.type)) return opened;
      opened?.stream.resume();
    }
    return undefined;
  }

  private async upload({ stream, type }: OpenFile, name: string): Promise<Shown> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    const isPaper = PAPERS.has(type);
    const path = `/v2.0/oa/upload/${isPaper ? 'file' : 'image'}`;
    const data = await this.calls.upload(path, Buffer.concat(pieces), name).catch(nothingShown);
    const { attachment_id, token } = (data ?? {}) as Record<string, unknown>;
    if (isPaper && typeof token === 'string') return { kind: 'file', token };
    if (!isPaper && typeof attachment_id === 'string') return { kind: 'image', attachment_id };
    throw new Unanswered('unreadable', false);
  }

  private remember(fileId: string, shown: Shown): void {
    this.kept.set(fileId, { shown, until: Date.now() + KEPT_MS });
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > REMEMBERED && oldest !== undefined) this.kept.delete(oldest);
  }
}

const mostBytes = (type: string): number =>
  PAPERS.has(type) ? PAPER_BYTES : /^image\/(?:jpeg|png)$/.test(type) ? PICTURE_BYTES : -1;

/** However an upload ended, the citizen has seen nothing of it. */
function nothingShown(error: unknown): never {
  throw error instanceof Unanswered ? new Unanswered(error.code, false) : error;
}

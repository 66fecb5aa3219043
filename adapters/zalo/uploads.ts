import { buffer } from 'node:stream/consumers';
import type { Attachment } from '../../hotline/activity';
import type { FileStore, OpenFile } from '../../hotline/stores';
import { type Calls, Unanswered } from './calls';

const MEGABYTE = 1024 * 1024;
const PICTURE_BYTES = MEGABYTE;
const GIF_BYTES = 5 * MEGABYTE;
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
export type Shown =
  | { kind: 'image'; attachment_id: string }
  /** In pixels, which Zalo wants to be told. */
  | { kind: 'gif'; attachment_id: string; width: number; height: number }
  | { kind: 'file'; token: string };

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
    const file = await this.showable(fileId);
    if (!file) return undefined;
    const shown = await this.upload(file, PAPERS.has(file.type) ? name : file.name);
    this.remember(fileId, shown);
    return shown;
  }

  /** It has expired at Zalo: next time it is uploaded anew. */
  forget({ fileId = '' }: Attachment): void {
    this.kept.delete(fileId);
  }

  /** As Zalo shows it: a paper as it is, a picture without what it tells of place and camera. */
  private async showable(fileId: string): Promise<OpenFile | undefined> {
    const file = await this.files.find(fileId);
    if (!file) return undefined;
    if (PAPERS.has(file.type)) return this.files.open(fileId, 'original', { maxBytes: PAPER_BYTES });
    if (!file.display || !file.type.startsWith('image/')) return undefined;
    const isGif = file.type === 'image/gif';
    const gif = isGif ? await this.files.open(fileId, 'moving', { maxBytes: GIF_BYTES }) : undefined;
    return gif ?? this.files.open(fileId, 'display', { maxBytes: PICTURE_BYTES });
  }

  private async upload({ stream, type }: OpenFile, name: string): Promise<Shown> {
    const bytes = await buffer(stream);
    const kind = PAPERS.has(type) ? 'file' : type === 'image/gif' ? 'gif' : 'image';
    const data = await this.calls.upload(`/v2.0/oa/upload/${kind}`, bytes, name).catch(nothingShown);
    const { attachment_id, token } = (data ?? {}) as Record<string, unknown>;
    if (kind === 'file' && typeof token === 'string') return { kind, token };
    if (kind === 'image' && typeof attachment_id === 'string') return { kind, attachment_id };
    if (kind === 'gif' && typeof attachment_id === 'string')
      return { kind, attachment_id, ...sidesOf(bytes) };
    throw new Unanswered('unreadable', false);
  }

  private remember(fileId: string, shown: Shown): void {
    this.kept.set(fileId, { shown, until: Date.now() + KEPT_MS });
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > REMEMBERED && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Of the screen that all pictures of a GIF are drawn on (GIF89a, 18). */
const sidesOf = (gif: Buffer) => ({ width: gif.readUInt16LE(6), height: gif.readUInt16LE(8) });

/** However an upload ended, the citizen has seen nothing of it. */
function nothingShown(error: unknown): never {
  throw error instanceof Unanswered ? new Unanswered(error.code, false) : error;
}

import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Attachment } from '../../hotline/activity';
import { tooLarge } from '../../hotline/errors';
import type { FileStore, OpenFile, StoredFile } from '../../hotline/stores';
import { turnstile } from '../../hotline/turnstile';
import { badArgument, DirectLineError, notThere } from './errors';
import type { FileLinks } from './links';
import type { Session } from './tokens';

/** Uploaded files in memory at once, of all conversations. */
const AT_ONCE = 4;
const DATA_URI = /^data:[\w/+.-]*;base64,([A-Za-z0-9+/=\s]*)$/;

/** Files on their way in, when a message names them, and out, when a browser follows one of our links. */
export class Attachments {
  private readonly inTurn = turnstile(AT_ONCE);

  constructor(
    private readonly files: FileStore,
    private readonly links: FileLinks,
    private readonly fileBytes: number,
  ) {}

  /**
   * Files named in a posted message: our own links to files of the same conversation, or `data:` addresses, which
   * are stored. Anything else is refused rather than dropped: a citizen's evidence must not vanish unnoticed, and
   * we fetch nothing from addresses that strangers choose.
   */
  async named(files: { contentUrl: string; name?: string }[], session: Session): Promise<Attachment[]> {
    const found: Attachment[] = [];
    for (const file of files) found.push(attached(await this.stored(file, session)));
    return found;
  }

  /** Stores the files of one message, all or none; read only when their turn comes, as each lies in memory then. */
  async keep(
    files: { name: string; read: () => Promise<Buffer> }[],
    session: Session,
  ): Promise<Attachment[]> {
    const kept: Attachment[] = [];
    try {
      for (const { name, read } of files) {
        kept.push(await this.inTurn(async () => this.keepOne(name, await read(), session)));
      }
      return kept;
    } catch (error) {
      await this.discard(kept);
      throw error;
    }
  }

  /** Takes back files that `keep` stored and no message names. */
  async discard(files: Attachment[]): Promise<void> {
    await this.files.discard(files.flatMap(({ fileId }) => fileId ?? []));
  }

  /** The copy to show of a picture, anything else to be saved: nothing we serve can run in our pages. */
  serve = async (req: Request, res: Response): Promise<void> => {
    const { fileId = '' } = req.params;
    if (typeof fileId !== 'string' || !this.links.holds(fileId, req.query.e, req.query.s)) {
      throw new DirectLineError(403, 'LinkExpired', 'The link is not valid or has expired.');
    }
    const file = await this.files.find(fileId);
    const shown = req.query.size === 'thumb' ? 'thumb' : 'display';
    const opened = file && (await this.files.open(fileId, file.display ? shown : 'original'));
    if (!file || !opened) throw notThere();
    res.writeHead(200, fileHeaders(file, opened));
    if (req.method === 'HEAD') return void res.end();
    await pipeline(opened.stream, res).catch(() => res.destroy());
  };

  private async keepOne(name: string, bytes: Buffer, { conversation }: Session): Promise<Attachment> {
    if (bytes.length > this.fileBytes) throw tooLarge('Tệp quá lớn.');
    return attached(await this.files.save({ name, bytes, conversation }));
  }

  private async stored(file: { contentUrl: string; name?: string }, session: Session): Promise<StoredFile> {
    const data = DATA_URI.exec(file.contentUrl)?.[1];
    if (data !== undefined) {
      const bytes = Buffer.from(data, 'base64');
      return this.files.save({ name: file.name ?? '', bytes, conversation: session.conversation });
    }
    const fileId = this.links.fileOf(file.contentUrl);
    const stored = fileId === undefined ? undefined : await this.files.find(fileId);
    if (!stored || stored.conversation !== session.conversation) {
      throw badArgument('Attachments must be uploaded in this conversation.');
    }
    return stored;
  }
}

function attached({ id, name, type, size }: StoredFile): Attachment {
  return { contentType: type, name, fileId: id, size };
}

function fileHeaders(file: StoredFile, { name, type, size }: OpenFile) {
  const disposition = file.display && file.type.startsWith('image/') ? 'inline' : 'attachment';
  return {
    'content-type': type,
    'content-length': size,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeRfc5987(name)}`,
    'cache-control': 'private, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'referrer-policy': 'no-referrer',
  };
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

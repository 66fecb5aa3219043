import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer from 'multer';
import { parseObject } from '../body';
import { ACTIVITY_LIMIT, type ActivityRoutes } from './activities';
import type { Attachments } from './attachments';
import type { Authorizer } from './authorize';
import { badArgument, tooBig } from './errors';
import { reply } from './http';
import type { WebChatOptions } from './options';
import { toActivity, type Posted } from './to-activity';
import type { Session } from './tokens';

/** A file as it lies on the disk while the rest of the upload comes in, however slowly. */
interface Arrived {
  field: string;
  name: string;
  path: string;
  size: number;
}

interface Parts {
  options: WebChatOptions;
  authorizer: Authorizer;
  attachments: Attachments;
  activities: ActivityRoutes;
  fileBytes: number;
}

/** `upload`: files with their message, as a form or as one bare file. */
export class UploadRoute {
  private readonly form: ReturnType<multer.Multer['any']>;
  private folder: Promise<string> | undefined;

  constructor(private readonly parts: Parts) {
    const files = (parts.options.limits.files ?? 10) + 1;
    this.form = multer({
      storage: multer.diskStorage({
        destination: (_req, _file, done) => {
          this.ownFolder().then(
            (folder) => done(null, folder),
            (error: Error) => done(error, ''),
          );
        },
        filename: (_req, _file, done) => done(null, randomUUID()),
      }),
      limits: {
        fileSize: parts.fileBytes,
        files,
        fields: 4,
        fieldSize: ACTIVITY_LIMIT,
        fieldNameSize: 100,
        parts: files + 4,
        headerPairs: 50,
      },
      defParamCharset: 'utf8',
    }).any();
  }

  /** Files are durable before the message that names them; the answer comes when both are. */
  post = async (req: Request, res: Response): Promise<void> => {
    const session = this.parts.authorizer.conversation(req);
    const arrived = req.is('multipart/form-data')
      ? await this.readForm(req, res)
      : [await this.readBare(req)];
    try {
      const said = await this.message(req, arrived);
      reply(res, 200, { id: await this.take(session, said, arrived.filter(isFile)) });
    } finally {
      await Promise.all(arrived.map(({ path }) => rm(path, { force: true })));
    }
  };

  async close(): Promise<void> {
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
  }

  private async readForm(req: Request, res: Response): Promise<Arrived[]> {
    await new Promise<void>((resolve, reject) => {
      this.form(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()));
    }).catch((error: unknown) => {
      throw formError(error);
    });
    const files = Array.isArray(req.files) ? req.files : [];
    return files.map(({ fieldname, originalname, path, size }) => ({
      field: fieldname,
      name: originalname,
      path,
      size,
    }));
  }

  private async readBare(req: Request): Promise<Arrived> {
    const size = Number(req.headers['content-length'] ?? NaN);
    const name = bareName(req.headers['content-disposition']);
    if (name === undefined || !(size > 0))
      throw badArgument('Send a form, or one file with Content-Disposition.');
    if (size > this.parts.fileBytes) throw tooBig(`File is above ${this.parts.fileBytes} bytes.`);
    const path = join(await this.ownFolder(), randomUUID());
    await pipeline(req, createWriteStream(path)).catch(async () => {
      await rm(path, { force: true });
      throw badArgument('Body broke off.');
    });
    return { field: 'file', name, path, size };
  }

  private async message(req: Request, arrived: Arrived[]): Promise<Posted> {
    if (!arrived.some(isFile)) throw badArgument('The form holds no file.');
    const user = typeof req.query.userId === 'string' ? { id: req.query.userId.slice(0, 128) } : undefined;
    const given = {
      type: 'message',
      ...(user && { from: user }),
      ...(await partOf(req, arrived)),
      attachments: [],
    };
    const said = toActivity(given);
    if (said?.activity.type !== 'message') throw badArgument('Files come with a message.');
    return said;
  }

  /** An upload that came twice is one message, and its files are kept once. */
  private async take(session: Session, said: Posted, arrived: Arrived[]): Promise<string> {
    const { attachments, activities } = this.parts;
    const files = await attachments.keep(
      arrived.map(({ name, path }) => ({ name, read: () => readFile(path) })),
      session,
    );
    const { id, named } = await activities.take(session, said, files);
    await attachments.discard(files.filter(({ fileId }) => !named.includes(fileId)));
    return id;
  }

  private ownFolder(): Promise<string> {
    this.folder ??= this.parts.options.uploads
      ? Promise.resolve(this.parts.options.uploads)
      : mkdtemp(join(tmpdir(), 'hotline-upload-'));
    return this.folder;
  }
}

const isFile = ({ field }: Arrived) => field !== 'activity';

/** The message that the form carries beside its files; clients send it as a file, simple scripts as a field. */
async function partOf(req: Request, arrived: Arrived[]): Promise<Record<string, unknown>> {
  const part = arrived.find(({ field }) => field === 'activity');
  if (part && part.size > ACTIVITY_LIMIT) throw tooBig(`Activity is above ${ACTIVITY_LIMIT} bytes.`);
  const fields = (req.body ?? {}) as Record<string, unknown>;
  const text = part ? await readFile(part.path, 'utf8') : fields.activity;
  return typeof text === 'string' ? parseObject(text) : {};
}

function bareName(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined;
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined && /^(?:[^%]|%[\da-f]{2})*$/i.test(extended)) return decode(extended);
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  return plain?.[1] ?? plain?.[2] ?? 'tep';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is wrong with the form is the sender's; what is wrong with the disk (it has an errno) is ours. */
function formError(error: unknown): unknown {
  if (error instanceof multer.MulterError) {
    const known = error.code.startsWith('LIMIT_') && error.code !== 'LIMIT_UNEXPECTED_FILE';
    return known ? tooBig(`${error.message}.`) : badArgument(error.message);
  }
  const ours = error instanceof Error && 'errno' in error;
  return ours ? error : badArgument('The form is not valid.');
}

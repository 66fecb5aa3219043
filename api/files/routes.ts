import { pipeline } from 'node:stream/promises';
import type { Response, Router } from 'express';
import { notFound } from '../../hotline/errors';
import type { OpenFile } from '../../hotline/stores';
import { mount } from '../http/route';
import type { StaffApiOptions } from '../options';
import { seenFile } from './load';
import * as routes from './schema';

/** Photos and documents. What has no copy to show comes as the original. */
export function fileRoutes(router: Router, options: StaffApiOptions): void {
  const { files, audit } = options;

  mount(router, routes.readFile, async ({ user, params, query, res }) => {
    const wanted = query.original === '1';
    const file = await seenFile(options, user, params['id'] ?? '', wanted);
    const shown = query.size === 'thumb' ? 'thumb' : 'display';
    const copy = wanted || !file.display ? 'original' : shown;
    const opened = await files.open(file.id, copy);
    if (!opened) throw notFound('tệp này');
    if (copy === 'original') {
      const by = { id: user.id, name: user.name };
      await audit.record({ by, action: 'original.read', object: file.id, note: null });
    }
    harmless(res, opened);
    await send(opened.stream, res);
  });
}

/** Whatever the bytes are, no browser runs them: a download, of this type, in a sandbox. */
function harmless(res: Response, { name, type, size }: OpenFile): void {
  res.attachment(name.replace(/[^\p{L}\p{N} ._-]/gu, '_') || 'tep');
  res.set({
    'Content-Type': type,
    'Content-Length': String(size),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=300',
  });
}

/** A reader who goes away is no error. */
async function send(stream: NodeJS.ReadableStream, res: Response): Promise<void> {
  try {
    await pipeline(stream, res);
  } catch (error) {
    if (!res.destroyed) throw error;
  }
}

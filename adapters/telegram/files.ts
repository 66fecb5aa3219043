import { basename } from 'node:path';
import { TelegramError } from 'telegraf';
import type { RemoteFile } from '../../hotline/channel';
import { notFound, tooLarge } from '../../hotline/errors';
import { fileBytes } from '../file-bytes';
import type { Calls } from './calls';
import type { TelegramOptions } from './options';

const DOWNLOAD_MS = 30_000;

/**
 * Brings a file by Telegram's own reference. Its address holds the token, so it is made here, used here, and told to
 * nobody, not in an error either.
 */
export function fetchFile({ call }: Calls, { apiRoot, token, fileBytes: most }: TelegramOptions) {
  return async (reference: string): Promise<RemoteFile> => {
    const { file_path: path, file_size: size = 0 } = await call('getFile', { file_id: reference }).catch(
      knownRefusal,
    );
    if (size > most) throw tooLarge('Tệp quá lớn.');
    if (path === undefined || path.includes('..')) throw notFound('tệp này');
    return { name: basename(path), bytes: await download(`${apiRoot}/file/bot${token}/${path}`, most) };
  };
}

/** What will not be otherwise when it is tried again. */
function knownRefusal(error: unknown): never {
  if (error instanceof TelegramError && error.code === 400)
    throw /too big/i.test(error.description) ? tooLarge('Tệp quá lớn.') : notFound('tệp này');
  throw new Error(
    error instanceof TelegramError ? `getFile answered ${error.code}` : 'getFile was not answered',
  );
}

async function download(address: string, most: number): Promise<Buffer> {
  const response = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  }).catch(() => {
    throw new Error('the file server did not answer');
  });
  if (!response.ok || !response.body) throw new Error(`the file server answered ${response.status}`);
  return fileBytes(response.body as AsyncIterable<Uint8Array>, most);
}

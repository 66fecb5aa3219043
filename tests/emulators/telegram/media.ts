import { basename } from 'node:path';
import { type Params, type Upload } from './params';
import { badRequest } from './refusal';
import { type FileRef } from './shapes';
import { type World } from './world';

/** A file of a call: new bytes, or one that Telegram has already. */
export type Media = Upload | { known: FileRef };

/** The file named by a field: in the body, behind an address, or sent before. */
export async function mediaOf(world: World, params: Params, field: string): Promise<Media> {
  return params.uploads.get(field) ?? mediaNamed(world, params, params.text(field));
}

/** `attach://part`, an address, or the id of a file. */
export async function mediaNamed(world: World, params: Params, name: string): Promise<Media> {
  if (name === '') throw badRequest('there is no file in the request');
  const upload = name.startsWith('attach://') ? params.uploads.get(name.slice(9)) : undefined;
  if (upload) return upload;
  if (/^https?:\/\//.test(name)) return fetched(name);
  const known = world.files.withId(name);
  if (!known) throw badRequest('wrong remote file identifier specified: Wrong string length');
  return { known };
}

async function fetched(url: string): Promise<Upload> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(response.statusText);
    const mime = response.headers.get('content-type') ?? 'application/octet-stream';
    return { name: basename(new URL(url).pathname), bytes: Buffer.from(await response.arrayBuffer()), mime };
  } catch {
    throw badRequest('failed to get HTTP URL content');
  }
}

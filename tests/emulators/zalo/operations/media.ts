import { basename } from 'node:path';
import { kindOf, type Stored } from '../files';
import { badParameter } from '../refusal';
import { type World } from '../world';
import { optionalText } from './fields';

const MEGABYTE = 1024 * 1024;
const MIMES = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif' } as const;

type Element = Record<string, unknown>;

/** A picture that was uploaded or lies at a public address; JPG or PNG, at most 1 MB. */
export async function pictureAt(world: World, element: Element): Promise<Stored> {
  return given(world, element, 'image', checkPicture);
}

/** At most 5 MB, and its size in pixels must be told. */
export async function gifAt(world: World, element: Element): Promise<Stored> {
  const hasSize = [element.width, element.height].every((side) => Number(side) > 0);
  if (!hasSize) throw badParameter('width and height are required for gif');
  return given(world, element, 'gif', checkGif);
}

export function checkPicture(bytes: Buffer): string {
  const kind = kindOf(bytes);
  if (kind !== 'jpg' && kind !== 'png') throw badParameter('image must be jpg or png');
  if (bytes.length > MEGABYTE) throw badParameter('image is larger than 1 MB');
  return MIMES[kind];
}

export function checkGif(bytes: Buffer): string {
  if (kindOf(bytes) !== 'gif') throw badParameter('file is not a gif');
  if (bytes.length > 5 * MEGABYTE) throw badParameter('gif is larger than 5 MB');
  return MIMES.gif;
}

async function given(
  world: World,
  element: Element,
  kind: 'image' | 'gif',
  check: (bytes: Buffer) => string,
): Promise<Stored> {
  const [url, id] = [optionalText(element, 'url'), optionalText(element, 'attachment_id')];
  if ((url === '') === (id === '')) throw badParameter('either url or attachment_id is required');
  if (id !== '') return world.assets.find(kind, id);
  const bytes = await fetched(url);
  return world.files.add(basename(new URL(url).pathname) || 'image', bytes, check(bytes));
}

/** Zalo fetches it itself; an address of this machine is one here. */
async function fetched(url: string): Promise<Buffer> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw badParameter('url is invalid');
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
  } catch {
    // Below it is told as Zalo tells it.
  }
  throw badParameter('url cannot be downloaded');
}

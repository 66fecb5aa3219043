import { tooLarge } from '../../hotline/errors';
import type { Taken } from '../../hotline/stores';
import { fileName } from './name';
import type { Patch } from './patched';
import { copiesOf, type Copies } from './picture';
import { blanks } from './recording';
import { takenOf } from './taken';
import { kindOf, typeOf, type Kind } from './types';

/** Bytes of the largest file that is taken, by kind. */
export type FileLimits = Record<Kind, number>;

/** What a file turned out to be. */
export interface Examined {
  type: string;
  name: string;
  copies?: Copies;
  patches?: Patch[];
  taken?: Taken;
}

/**
 * Looks at a file: its type by its content, its size by its kind, a name that is safe, and what is needed to show it.
 * @throws HotlineError `invalid`, `too_large`
 */
export async function examine(given: { name: string; bytes: Buffer }, limits: FileLimits): Promise<Examined> {
  const { bytes } = given;
  refuseLarge(bytes, Math.max(...Object.values(limits)), 'Tệp');
  const type = await typeOf(bytes);
  const kind = kindOf(type);
  refuseLarge(bytes, limits[kind], CALLED[kind]);
  const known = { type, name: fileName(given.name, type) };
  if (kind === 'picture') {
    const copies = await copiesOf(bytes);
    const taken = await takenOf(bytes, new Date());
    return { ...known, copies, ...(taken && { taken }) };
  }
  const patches = blanks(bytes, type);
  return { ...known, ...(patches && { patches }) };
}

const CALLED: Record<Kind, string> = {
  picture: 'Ảnh',
  paper: 'Tệp',
  video: 'Video',
  sound: 'Bản ghi âm',
};

function refuseLarge(bytes: Buffer, most: number, called: string): void {
  if (bytes.length <= most) return;
  throw tooLarge(`${called} lớn quá ${Math.floor(most / 1024 / 1024)} MB, chưa gửi được.`);
}

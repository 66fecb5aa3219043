import { invalid } from '../../hotline/errors';
import { checkDocx, DOCX } from './docx';

/** What the limits go by. */
export type Kind = 'picture' | 'paper' | 'video' | 'sound';

/** Every type that is taken, with the endings its names may have; the first is given to names that have none of them. */
export const TYPES: Record<string, { kind: Kind; endings: readonly string[] }> = {
  'image/jpeg': { kind: 'picture', endings: ['jpg', 'jpeg', 'jfif'] },
  'image/png': { kind: 'picture', endings: ['png'] },
  'image/webp': { kind: 'picture', endings: ['webp'] },
  'image/gif': { kind: 'picture', endings: ['gif'] },
  'image/heic': { kind: 'picture', endings: ['heic', 'heif', 'hif'] },
  'image/avif': { kind: 'picture', endings: ['avif'] },
  'application/pdf': { kind: 'paper', endings: ['pdf'] },
  [DOCX]: { kind: 'paper', endings: ['docx'] },
  'video/mp4': { kind: 'video', endings: ['mp4', 'm4v'] },
  'video/quicktime': { kind: 'video', endings: ['mov', 'qt'] },
  'video/3gpp': { kind: 'video', endings: ['3gp', '3gpp'] },
  'video/webm': { kind: 'video', endings: ['webm'] },
  'audio/mp4': { kind: 'sound', endings: ['m4a'] },
  'audio/ogg': { kind: 'sound', endings: ['ogg', 'oga', 'opus'] },
  'audio/mpeg': { kind: 'sound', endings: ['mp3'] },
  'audio/aac': { kind: 'sound', endings: ['aac'] },
  'audio/amr': { kind: 'sound', endings: ['amr'] },
};

/** Other names of what is taken. */
const SAME: Record<string, string> = {
  'image/apng': 'image/png',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
};

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * What a file is, by its content, whatever its name or sender says.
 * @throws HotlineError `invalid` when it is of no type that we take, or a Word file that is none
 */
export async function typeOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).equals(ZIP)) {
    await checkDocx(bytes);
    return DOCX;
  }
  const { fileTypeFromBuffer } = await import('file-type/core');
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  const type = SAME[found] ?? found;
  if (!Object.hasOwn(TYPES, type)) throw notTaken();
  return type;
}

export const kindOf = (type: string): Kind => TYPES[type]?.kind ?? 'paper';

function notTaken(): Error {
  return invalid(
    'Loại tệp này chưa nhận được. Bạn gửi giúp ảnh (JPG, PNG, WebP, GIF, HEIC), tệp PDF hoặc Word (DOCX), video MP4, MOV, 3GP, WebM, hoặc ghi âm nhé.',
  );
}

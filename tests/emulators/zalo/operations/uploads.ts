import { extname } from 'node:path';
import { type Asked, type Upload } from '../answering';
import { kindOf } from '../files';
import { badParameter } from '../refusal';
import { type World } from '../world';
import { checkGif, checkPicture } from './media';

const LARGEST_FILE = 5 * 1024 * 1024;

/** POST /v2.0/oa/upload/image */
export function uploadImage(world: World, asked: Asked): unknown {
  return { attachment_id: keep(world, 'image', fileIn(asked), checkPicture) };
}

/** POST /v2.0/oa/upload/gif */
export function uploadGif(world: World, asked: Asked): unknown {
  return { attachment_id: keep(world, 'gif', fileIn(asked), checkGif) };
}

/** POST /v2.0/oa/upload/file: PDF, DOC and DOCX, told by name and content. */
export function uploadFile(world: World, asked: Asked): unknown {
  const file = fileIn(asked);
  return { token: keep(world, 'file', file, (bytes) => checkDocument(world, file.name, bytes)) };
}

function fileIn({ uploads }: Asked): Upload {
  const [file, ...more] = uploads;
  if (!file || more.length > 0) throw badParameter('file is required');
  return file;
}

function keep(
  world: World,
  kind: 'image' | 'gif' | 'file',
  { name, bytes }: Upload,
  check: (bytes: Buffer) => string,
): string {
  const mime = check(bytes);
  return world.assets.add(kind, world.files.add(name, bytes, mime));
}

const DOCUMENTS: Readonly<Record<string, { kind: string; mime: string }>> = {
  '.pdf': { kind: 'pdf', mime: 'application/pdf' },
  '.doc': { kind: 'doc', mime: 'application/msword' },
  '.docx': {
    kind: 'zip',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

function checkDocument(world: World, name: string, bytes: Buffer): string {
  if (bytes.length > LARGEST_FILE) throw badParameter('file is larger than 5 MB');
  const ending = extname(name).toLowerCase();
  if (ending === '.csv' && world.settings.csvFiles) return 'text/csv';
  const document = DOCUMENTS[ending];
  if (document?.kind !== kindOf(bytes)) throw badParameter('file must be pdf, doc or docx');
  return document.mime;
}

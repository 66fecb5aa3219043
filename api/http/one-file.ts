import type { RequestHandler } from 'express';
import multer from 'multer';

/** Takes one file, in the field `file`, into memory; larger ones are refused while they come in. */
export function oneFile(maxUpload: number): RequestHandler {
  return multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxUpload, files: 1, fields: 0, parts: 1 },
    defParamCharset: 'utf8',
  }).single('file');
}

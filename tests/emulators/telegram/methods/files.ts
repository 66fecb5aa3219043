import { type Params } from '../params';
import { badRequest } from '../refusal';
import { type World } from '../world';

/** What a bot may download. */
const LARGEST_DOWNLOAD = 20 * 1024 * 1024;

export function getFile(world: World, params: Params): unknown {
  const file = world.files.withId(params.text('file_id'));
  if (!file) throw badRequest('invalid file_id');
  if (file.file_size > LARGEST_DOWNLOAD) throw badRequest('file is too big');
  const { file_id, file_unique_id, file_size, path } = file;
  return { file_id, file_unique_id, file_size, file_path: path };
}

import type { Attachment } from '../activity';
import type { Channel } from '../channel';
import type { EffectHandler } from '../effects';
import { HotlineError } from '../errors';
import type { FileStore, TurnLog } from '../stores';
import { type Fetched, isComing } from './remote-files';
import type { Turn } from './turn';

/** A file that could not be had for so long is given up, and its citizen told. */
const GIVE_UP_MS = 2 * 60 * 60_000;

export interface FetchingParts {
  channels: ReadonlyMap<string, Channel>;
  files: Pick<FileStore, 'save'>;
  log: Pick<TurnLog, 'placeFile'>;
  now?: () => Date;
}

/**
 * Brings the files that a message only refers to: each is saved, then put into its message in the log, then told of
 * as the effect's result. What was done before a process died is not done again, but for a copy that is swept.
 */
export function fetching({ channels, files, log, now = () => new Date() }: FetchingParts): EffectHandler {
  return async (_input, _conversation, turn): Promise<Fetched> => {
    const came: Attachment[] = [];
    for (const [index, file] of (turn.in?.attachments ?? []).entries())
      if (file.remote !== undefined) came.push(isComing(file) ? await fetchOne(turn, index, file) : file);
    return { files: came };
  };

  async function fetchOne(turn: Turn, index: number, file: Attachment): Promise<Attachment> {
    const came = await kept(turn, file).catch((error: unknown) => ({
      ...file,
      refused: whyNot(error, turn),
    }));
    await log.placeFile(turn, index, came);
    return came;
  }

  async function kept({ channel, conversation }: Turn, file: Attachment): Promise<Attachment> {
    const carrier = channels.get(channel);
    if (!carrier?.fetch) throw new Error('the channel is off');
    const { name, bytes } = await carrier.fetch(file.remote ?? '');
    const saved = await files.save({ name: file.name ?? name, bytes, conversation });
    return { ...file, contentType: saved.type, name: saved.name, fileId: saved.id, size: saved.size };
  }

  /** @throws what will be tried again */
  function whyNot(error: unknown, { at }: Turn): string {
    if (error instanceof HotlineError && error.status < 500) return error.id;
    if (now().getTime() - at.getTime() < GIVE_UP_MS) throw error;
    return 'unavailable';
  }
}

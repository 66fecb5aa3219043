import type { Activity, Attachment } from '../activity';
import type { Answerer, Question } from './conversations';
import type { Effect, Held, Language } from './turn';

/** The effect that fetches the files which a message only refers to. */
export const FETCH_FILES = 'fetch_files';
/** So long an answer waits for files; those that take longer are answered for when they come. */
const PATIENCE_MS = 20_000;
/** Quiet after the last file, so that photos sent together get one answer. */
const QUIET_MS = 1_200;

/** What came of fetching, by the channel's own reference: each has a `fileId` or says why it was `refused`. */
export interface Fetched {
  files: Attachment[];
}

/** What is said about files that are not here yet, or never will be. */
export interface FileWords {
  coming(language?: Language): Activity;
  refused(files: readonly Attachment[], language?: Language): Activity;
}

export const isComing = ({ remote, fileId, refused }: Attachment): boolean =>
  remote !== undefined && fileId === undefined && refused === undefined;

const attachmentsOf = (held: Held | undefined): Attachment[] =>
  (held?.activities ?? []).flatMap(({ attachments = [] }) => attachments);

/** A message whose files are still to be fetched asks for that. */
export function fetchesOf(activity: Activity | undefined): Effect[] {
  return activity?.attachments?.some(isComing) ? [{ type: FETCH_FILES, input: null }] : [];
}

/** Milliseconds that a message, with what was held before, should wait for its files; undefined: not at all. */
export function waitForFiles(held: Held | undefined, activity: Activity, at: Date): number | undefined {
  const files = [...attachmentsOf(held), ...(activity.attachments ?? [])];
  if (!files.some(isComing)) return undefined;
  const left = (held?.since ?? at).getTime() + PATIENCE_MS - at.getTime();
  return left > 0 ? left : undefined;
}

/** What was held, with the files that came in their places; undefined when none of them is waited for there. */
export function placedIn(held: Held | undefined, came: readonly Attachment[]): Held | undefined {
  const byReference = new Map(came.map((file) => [file.remote, file]));
  const waits = (file: Attachment): boolean => isComing(file) && byReference.has(file.remote);
  if (!held || !attachmentsOf(held).some(waits)) return undefined;
  const place = (file: Attachment): Attachment =>
    waits(file) ? (byReference.get(file.remote) ?? file) : file;
  const activities = held.activities.map((activity) =>
    activity.attachments ? { ...activity, attachments: activity.attachments.map(place) } : activity,
  );
  return { ...held, activities };
}

export const isStillWaiting = (held: Held): boolean => attachmentsOf(held).some(isComing);

/** Milliseconds of quiet that are still to be kept; 0: it may be answered. */
export function quietLeft({ last, since }: Held, at: Date): number {
  return Math.max(0, (last ?? since).getTime() + QUIET_MS - at.getTime());
}

/** Speaks of the files that are missing; the bot hears only of those that are there. */
export function aboutFiles(answer: Answerer, words: FileWords | undefined): Answerer {
  return async (question) => {
    const files = question.activity?.attachments ?? [];
    const refused = files.filter((file) => file.refused !== undefined);
    if (!words || question.state.holder.kind === 'staff') return answer(question);
    if (refused.length === 0 && !files.some(isComing)) return answer(question);
    const { language } = question.state;
    const said = refused.length > 0 ? [{ activity: words.refused(refused, language) }] : [];
    const rest = withoutMissing(question.activity);
    if (!rest)
      return { out: said.length > 0 ? said : [{ activity: words.coming(language) }], state: question.state };
    const answered = await answer({ ...question, activity: rest });
    return { ...answered, out: [...said, ...answered.out] };
  };
}

/** Undefined when nothing is left that could be answered. */
function withoutMissing(activity: Question['activity']): Activity | undefined {
  if (!activity) return undefined;
  const { attachments = [], ...rest } = activity;
  const there = attachments.filter((file) => file.refused === undefined && !isComing(file));
  const isEmpty = there.length === 0 && !rest.text && !rest.entities?.length && rest.value === undefined;
  return isEmpty ? undefined : { ...rest, ...(there.length > 0 && { attachments: there }) };
}

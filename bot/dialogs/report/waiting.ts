import type { TurnScope } from '../../turn-scope';

/** Quiet to wait for before photos are acknowledged, so that an album gets one answer. */
const ALBUM_MS = 1_200;
/** The rest of a sentence that was sent in pieces. */
const SENTENCE_MS = 1_500;

/** Longer ones have been thought over. */
const LONGEST = 200;

/** What is unfinished waits a moment for the rest. */
export function waits(scope: TurnScope): boolean {
  scope.waitMs = waitFor(scope);
  return scope.waitMs !== undefined;
}

/** Milliseconds to wait for more before this is answered; undefined: none, as for all that is complete. */
function waitFor({ heard, question }: TurnScope): number | undefined {
  if (question.activity === undefined || question.cause?.type === 'due') return undefined;
  if (heard.files.length > 0 && !heard.text) return ALBUM_MS;
  if (heard.understood.urgent) return undefined;
  return isUnfinished(heard.text) ? SENTENCE_MS : undefined;
}

/** It breaks off: "nhà máy ở gần nhà tôi,", "mùi hôi bay từ". */
const isUnfinished = (text: string): boolean => text.length <= LONGEST && BREAKS_OFF.test(text);

const BREAKS_OFF =
  /(?:,|…|\.\.|(?:^|\s)(?:và|là|ở|tại|(?<!điện )từ|của|thì|nhưng|gần|vì|o|nhung|gan|tai|cua))\s*$/iu;

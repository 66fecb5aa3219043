import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Example, ExampleStore } from './hotline/examples';
import { keptLearned, type Learning, type Reader } from './learned';
import type { Utterance } from './nlp/types';

/** Examples that come close together are learnt together. */
const QUIET_MS = 2_000;
/** How soon a process hears of what was taught in another. */
const LOOK_MS = 30_000;

export interface TeachingParts extends Omit<Learning, 'taught' | 'say'> {
  examples: Pick<ExampleStore, 'list' | 'state'>;
  use: Reader['use'];
  onError: (error: unknown, what: string) => void;
}

/**
 * Learns live from what staff teach: in a process of its own, which takes its half minute and gives its memory back; then
 * this process reads by the result. Each process looks for itself whether something was taught elsewhere.
 */
export function teaching({ root, content, examples, use, onError }: TeachingParts) {
  /** What the reader knows already; nothing was taught in the beginning. */
  let known = NOTHING;
  let soon: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let stopped = false;

  /** One look at a time; what is taught meanwhile is seen by the next. */
  function look(): Promise<void> {
    underWay ??= learnWhatIsNew()
      .catch((error: unknown) => onError(error, 'what staff taught was not learnt'))
      .finally(() => (underWay = undefined));
    return underWay;
  }

  async function learnWhatIsNew(): Promise<void> {
    const state = await examples.state();
    if (state === known || stopped) return;
    const taught = (await examples.list()).map(utteranceOf);
    const fresh = keptLearned({ root, content, taught }) ?? (await learnApart(root, content, taught));
    if (stopped) return;
    use(fresh);
    known = state;
  }

  function taught(): void {
    clearTimeout(soon);
    soon = setTimeout(() => void look(), QUIET_MS);
    soon.unref();
  }

  function watch(): void {
    void look();
    looking = setInterval(() => void look(), LOOK_MS);
    looking.unref();
  }

  function stop(): void {
    stopped = true;
    clearTimeout(soon);
    clearInterval(looking);
  }

  return { taught, look, watch, stop };
}

/** The state of a store without examples. */
const NOTHING = '0 ';

async function learnApart(root: string, content: Learning['content'], taught: readonly Utterance[]) {
  const child = spawn(process.execPath, [path.join(root, 'bin', 'learn.js'), '--taught'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(JSON.stringify(taught));
  const [said, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  const fresh = code === 0 ? keptLearned({ root, content, taught }) : undefined;
  if (!fresh) throw new Error(`learning ended with ${code}: ${said.trim()}`);
  return fresh;
}

const utteranceOf = ({ text: said, intent, category, aspect, procedure }: Example): Utterance => ({
  text: said,
  intent,
  ...(category && { category }),
  ...(aspect && { aspect }),
  ...(procedure && { procedure }),
});

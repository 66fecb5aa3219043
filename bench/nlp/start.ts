import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { loadContent } from '../../content';
import { reader } from '../../learned';

/** What understanding costs a process that starts: milliseconds and megabytes. */
export interface StartFigures {
  /** Everything that the understanding needs: models from where they are kept, indexes of places and words built. */
  keptMs: number;
  /** What stays in memory for it. */
  memoryMb: number;
}

/** In a process of its own, so that nothing else is counted. */
export function measureStart(root: string): StartFigures {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', process.argv[1] ?? '', 'start', root], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as StartFigures;
}

/** Runs in that process. */
export function tellStart(root: string): void {
  const content = loadContent(path.join(root, 'content'));
  const before = settled();
  const begin = performance.now();
  const { understand } = reader({ root, content });
  const keptMs = performance.now() - begin;
  understand('Nhà máy xả khói đen ở phường Ba Đình, Hà Nội tối qua', new Date());
  process.stdout.write(
    JSON.stringify({ keptMs, memoryMb: (settled() - before) / 1e6 } satisfies StartFigures),
  );
}

function settled(): number {
  for (let round = 0; round < 3; round++) void globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

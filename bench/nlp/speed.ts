import { performance } from 'node:perf_hooks';
import type { Understand } from '../../nlp/understand';

/** Time of one message, in microseconds. */
export interface SpeedFigures {
  p50: number;
  p99: number;
  most: number;
}

const ROUNDS = 12;

/** Each message is read by itself, again and again; the first rounds warm up and are not counted. */
export function measureSpeed(texts: readonly string[], read: (text: string) => unknown): SpeedFigures {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of texts) {
      const begin = performance.now();
      read(text);
      if (round >= 3) times.push((performance.now() - begin) * 1000);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

const LONGEST = 4_096;
/** What makes passes slow: names without end, digits, half codes, marks, words that begin everything. */
const SEEDS = [
  'phường 1 ',
  'xã Tân Hiệp, ',
  'p. ',
  'q1 ',
  'Bình ',
  'Tân An ',
  'thị xã ',
  '0912 345 67',
  '+84',
  '0 ',
  '1/2/',
  '12-',
  'xh-2026-',
  'H29.10-',
  'tối qua ',
  '3 ngày ',
  'từ ',
  'lúc 2h ',
  'công ty TNHH ',
  'nước thải ',
  'không ',
  'có ',
  'a',
  'ầ',
  'aa',
  'oo nhieexm ',
  '\u0301',
  '@a.',
  '51F-',
  'số ',
  '👨‍👩‍👧 ',
  '\n',
];

/** The longest messages that are read whole: stories without end, and the seeds over and over. */
export const longMessages = (stories: readonly string[]): string[] => [
  ...SEEDS.map((seed) => seed.repeat(Math.ceil(LONGEST / seed.length)).slice(0, LONGEST)),
  ...stories.map((_, at) => stories.slice(at).concat(stories).join(' ').slice(0, LONGEST)).slice(0, 40),
];

export const reading =
  (understand: Understand) =>
  (text: string): unknown =>
    understand(text, NOW);

const NOW = new Date('2026-11-25T08:00:00+07:00');

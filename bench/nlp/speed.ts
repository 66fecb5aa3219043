import { performance } from 'node:perf_hooks';
import type { Understand } from '../../nlp/understand';
import { quantile } from '../turn/figures';

/** Time of one message, in microseconds. */
export interface SpeedFigures {
  p50: number;
  p99: number;
  /** Of the slowest text: the median of its rounds, so that what else the machine does is not counted. */
  slowest: number;
}

const ROUNDS = 12;
const WARM_UP = 3;

/** Each message is read by itself, again and again. */
export function measureSpeed(texts: readonly string[], read: (text: string) => unknown): SpeedFigures {
  const times = texts.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    texts.forEach((text, at) => {
      const begin = performance.now();
      read(text);
      if (round >= WARM_UP) times[at]?.push((performance.now() - begin) * 1000);
    });
  const slowest = Math.max(...times.map((each) => quantile(each, 0.5)));
  return { p50: quantile(times.flat(), 0.5), p99: quantile(times.flat(), 0.99), slowest };
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

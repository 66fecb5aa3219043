import { type Noise, NOISES, noisy } from '../../nlp/classifier/noise';
import type { Understand } from '../../nlp/understand';
import type { Understanding, Utterance } from '../../nlp/types';

/** How well the labels of messages are found, each a share between 0 and 1. */
export interface LabelFigures {
  messages: number;
  intent: number;
  /** Of the messages that have one, whatever intent was found. */
  category: number;
  aspect: number;
  /** The same where the intent lets them be told at all. */
  categoryOfFound: number;
  aspectOfFound: number;
  /** Of what is out of scope, how much was found to be, or left below `DOUBT`. */
  outFound: number;
  /** Of the real reports, how many were taken for out of scope. */
  reportsLost: number;
  /** Expected calibration error of the intent's confidence, in ten bins. */
  calibrationError: number;
}

/** Less sure than this, and the bot asks instead of guessing. */
const DOUBT = 0.4;

export const withNoise = (messages: readonly Utterance[], noise: Noise): Utterance[] =>
  messages.map((message) => ({ ...message, text: noisy(message.text, noise) }));

/** The messages as they were written, then with each kind of noise, then all noise together. */
export function measureLabels(messages: readonly Utterance[], understand: Understand, now: Date) {
  const figures = (set: readonly Utterance[]): LabelFigures =>
    figuresOf(
      set,
      set.map(({ text }) => understand(text, now)),
    );
  return {
    clean: figures(messages),
    ...(Object.fromEntries(NOISES.map((noise) => [noise, figures(withNoise(messages, noise))])) as Record<
      Noise,
      LabelFigures
    >),
    'all noise': figures(NOISES.flatMap((noise) => withNoise(messages, noise))),
  };
}

function figuresOf(messages: readonly Utterance[], read: readonly Understanding[]): LabelFigures {
  const pairs = messages.map((message, at) => ({ message, found: read[at] as Understanding }));
  const share = (of: typeof pairs, right: (pair: (typeof pairs)[number]) => boolean): number =>
    of.filter(right).length / Math.max(1, of.length);
  const reports = pairs.filter(({ message }) => message.intent.startsWith('report.'));
  return {
    messages: messages.length,
    intent: share(pairs, ({ message, found }) => message.intent === found.intent),
    category: share(
      pairs.filter(({ message }) => message.category),
      ({ message, found }) => message.category === found.category,
    ),
    aspect: share(
      pairs.filter(({ message }) => message.aspect),
      ({ message, found }) => message.aspect === found.aspect,
    ),
    categoryOfFound: share(
      pairs.filter(({ message, found }) => message.category && found.category !== null),
      ({ message, found }) => message.category === found.category,
    ),
    aspectOfFound: share(
      pairs.filter(({ message, found }) => message.aspect && found.aspect !== null),
      ({ message, found }) => message.aspect === found.aspect,
    ),
    outFound: share(
      pairs.filter(({ message }) => message.intent === 'out_of_scope'),
      ({ found }) => found.intent === 'out_of_scope' || found.confidence < DOUBT,
    ),
    reportsLost: share(reports, ({ found }) => found.intent === 'out_of_scope'),
    calibrationError: calibrationError(
      pairs.map(({ message, found }) => [found.confidence, message.intent === found.intent]),
    ),
  };
}

function calibrationError(judged: readonly (readonly [confidence: number, right: boolean])[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const [confidence, right] of judged) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / judged.length;
}

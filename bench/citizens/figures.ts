import type { Outcome } from './citizen';

/** A citizen whose report was looked at. */
export interface Judged {
  outcome: Outcome;
  faults: readonly string[];
}

export interface Figures {
  goals: number;
  /** Share of those who were filed, or stopped as they wanted, with every field right. */
  right: number;
  cancelled: number;
  cancelledWithTicket: number;
  /** Each kind of question once; the summary is none. */
  questionsMedian: number;
  questionsP95: number;
  /** Each time it was asked, of those who were not misunderstood on purpose. */
  promptsMedian: number;
  messagesMedian: number;
  messagesP95: number;
  /** Tickets beyond one for each citizen. */
  duplicates: number;
}

/** @param tickets how many lie with staff in all */
export function figuresOf(judged: readonly Judged[], tickets: number): Figures {
  const reports = judged.filter(({ outcome }) => !outcome.cancelled).map(({ outcome }) => outcome);
  const cancelled = judged.filter(({ outcome }) => outcome.cancelled);
  const questions = reports.map(({ asks }) => new Set(asks).size);
  const messages = reports.map((each) => each.messages);
  const filed = judged.filter(({ outcome }) => outcome.code !== null).length;
  return {
    goals: judged.length,
    right: judged.filter(({ faults }) => faults.length === 0).length / judged.length,
    cancelled: cancelled.length,
    cancelledWithTicket: cancelled.filter(({ faults }) =>
      faults.some((fault) => fault.startsWith('cancelled')),
    ).length,
    questionsMedian: quantile(questions, 0.5),
    questionsP95: quantile(questions, 0.95),
    promptsMedian: quantile(
      reports.map(({ asks }) => asks.length),
      0.5,
    ),
    messagesMedian: quantile(messages, 0.5),
    messagesP95: quantile(messages, 0.95),
    duplicates: tickets - filed,
  };
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

import { createInterface } from 'node:readline';
import { z } from 'zod';
import { invalid } from '../hotline/errors';
import type { Command } from './index';

const line = z.object({ text: z.string() });

export interface UnderstandParts {
  /** Reads one message as the running bot would, said first in a conversation. Built only when the command runs. */
  understanding: () => (text: string, now: Date) => object;
}

/** Reads messages as JSON lines and tells of each what the bot understands, in the same order. */
export function understandCommand({ understanding }: UnderstandParts): Command {
  return {
    name: 'understand',
    usage: '< messages.jsonl',
    summary: 'mỗi dòng {"text": …} ở đầu vào: bot hiểu thế nào, mỗi tin một dòng JSON',
    async run(_args, { input, output }) {
      const understand = understanding();
      let number = 0;
      for await (const typed of createInterface({ input, crlfDelay: Infinity })) {
        number++;
        if (typed.trim() === '') continue;
        const understood = understand(textOf(typed, number), new Date());
        if (!output.write(`${JSON.stringify(understood)}\n`))
          await new Promise((resolve) => output.once('drain', resolve));
      }
      return 0;
    },
  };
}

function textOf(typed: string, number: number): string {
  const parsed = line.safeParse(jsonOf(typed));
  if (parsed.success) return parsed.data.text;
  throw invalid(`Dòng ${number}: cần một dòng JSON dạng {"text": "…"}`);
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return undefined;
  }
}

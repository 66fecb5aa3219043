import { setTimeout as pause } from 'node:timers/promises';
import type { Line, Talker } from './lines';

const LAN = { id: 'lan', name: 'Chị Lan' };

/** Answers of staff while one call in five fails. */
export function outbound(people: number, messages: number) {
  return async (line: Line) => {
    const citizens = Array.from({ length: people }, (_, n) => line.talker(`Người ${n}`));
    for (const each of citizens) await each.says('chào');
    for (const each of citizens) await each.hears('nghe: chào');
    line.goesBad();
    const begun = Date.now();
    await Promise.all(
      citizens.map(async ({ conversation }) => {
        for (let k = 0; k < messages; k++) {
          const message = { type: 'message', text: `tin ${k}.` };
          await line.centre.conversations.say(conversation, LAN, message, `${conversation}/${k}`);
        }
      }),
    );
    const figures = {
      messages: people * messages,
      once: 0,
      missing: 0,
      doubled: 0,
      'doubled, marked': 0,
      marked: 0,
      'out of order': 0,
    };
    for (const each of citizens) {
      const outcomes = await settled(() => line.turns(each.conversation));
      const heard = numbersHeard(each);
      for (let k = 0; k < messages; k++) {
        const times = heard.filter((one) => one === k).length;
        const isMarked = (outcomes[k + 1]?.doubts ?? 0) > 0;
        if (isMarked) figures.marked += 1;
        if (times === 1) figures.once += 1;
        else if (times > 1) figures[isMarked ? 'doubled, marked' : 'doubled'] += 1;
        else if (!isMarked) figures.missing += 1;
      }
      const first = [...new Set(heard)];
      figures['out of order'] += first.filter((one, n) => one < (first[n - 1] ?? -1)).length;
    }
    const calls = line.calls();
    const failed = calls.filter((isThrough) => !isThrough).length;
    return {
      ...figures,
      calls: calls.length,
      'failed calls': failed,
      seconds: Math.round((Date.now() - begun) / 1000),
    };
  };
}

type Turns = Awaited<ReturnType<Line['turns']>>;

async function settled(read: () => Promise<Turns>) {
  for (;;) {
    const turns = await read();
    if (turns.every(({ deliverAfter }) => !deliverAfter))
      return turns.flatMap(({ out }) => out.flatMap(({ delivery }) => delivery ?? []));
    await pause(300);
  }
}

const numbersHeard = (talker: Talker): number[] =>
  talker.told().flatMap((text) => {
    const [, number] = /tin (\d+)\./.exec(text) ?? [];
    return number === undefined ? [] : [Number(number)];
  });

import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../tests/emulators/telegram/people';
import { withHouse } from './house';

const LAN = { id: 'lan', name: 'Chị Lan' };

/** Answers of staff while one call in five fails: refused, answered with 5xx, or the line breaks before or after. */
export async function outbound(people: number, messages: number) {
  return withHouse(async (house, telegram) => {
    const citizens = Array.from({ length: people }, (_, n) => telegram.person({ first_name: `Người ${n}` }));
    for (const each of citizens) await each.says('chào');
    for (const each of citizens) await each.hears('nghe: chào', 120_000);
    telegram.faults.share('sendMessage', 0.05, { answer: 429, retryAfter: 1 });
    telegram.faults.share('sendMessage', 0.05, { answer: 502 });
    telegram.faults.share('sendMessage', 0.05, { drop: 'before' });
    telegram.faults.share('sendMessage', 0.05, { drop: 'after' });
    const begun = Date.now();
    await Promise.all(
      citizens.map(async ({ chatId }) => {
        for (let k = 0; k < messages; k++) {
          const message = { type: 'message', text: `tin ${k}.` };
          await house.centre.conversations.say(house.conversation(chatId), LAN, message, `${chatId}/${k}`);
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
      const outcomes = await settled(() => house.turns(each.chatId));
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
    const calls = telegram.calls('sendMessage');
    const failed = calls.filter(({ outcome }) => outcome !== 200).length;
    return {
      ...figures,
      calls: calls.length,
      'failed calls': failed,
      seconds: Math.round((Date.now() - begun) / 1000),
    };
  });
}

type Turns = Awaited<ReturnType<Parameters<Parameters<typeof withHouse>[0]>[0]['turns']>>;

async function settled(read: () => Promise<Turns>) {
  for (;;) {
    const turns = await read();
    if (turns.every(({ deliverAfter }) => !deliverAfter))
      return turns.flatMap(({ out }) => out.flatMap(({ delivery }) => delivery ?? []));
    await pause(300);
  }
}

const numbersHeard = ({ screen }: Person): number[] =>
  screen.messages.flatMap(({ text = '' }) => {
    const [, number] = /tin (\d+)\./.exec(text) ?? [];
    return number === undefined ? [] : [Number(number)];
  });

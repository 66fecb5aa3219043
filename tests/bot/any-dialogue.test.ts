import fc from 'fast-check';
import { hoa } from '../town/people';
import { type Event, events } from './dialogue/events';
import { happen } from './dialogue/happen';
import {
  expectKept,
  expectPerson,
  expectReadable,
  expectSmall,
  expectWayOut,
  expectWhole,
} from './dialogue/promises';
import { talk } from './talk';

/** `npm run bench -- dialogues` asks for more of them. */
const DIALOGUES = Number(process.env['DIALOGUES'] ?? 300);

jest.setTimeout(60_000 + DIALOGUES * 400);

/** Everything happens to one citizen, in that order; each turn keeps what is promised. */
async function live(events: readonly Event[]) {
  const citizen = talk(hoa);
  let options: readonly string[] = [];
  let asked: string | undefined;
  for (const each of events) {
    const before = citizen.tickets();
    const answer = await happen(citizen, each, options);
    if (!answer) continue;
    expectReadable(answer);
    expectKept(before, citizen.tickets(), asked);
    options = answer.options ?? [];
    asked = answer.ask ?? asked;
  }
  expectSmall(citizen);
  for (const ticket of citizen.tickets()) expectWhole(ticket, citizen.state()?.confidential ?? false);
  return citizen;
}

it('whatever happens, in whatever order: readable answers, whole tickets, a person two messages away', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (each) => expectPerson(await live(each))),
    { numRuns: Math.ceil(DIALOGUES / 2) },
  );
});

it('whatever happens, in whatever order: the way out is two messages away, and files nothing', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (each) => expectWayOut(await live(each))),
    { numRuns: Math.floor(DIALOGUES / 2) },
  );
});

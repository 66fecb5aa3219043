/** Made-up citizens with goals of their own report over Direct Line; what staff see is compared with what they wanted. */
import { parseArgs } from 'node:util';
import { untilTheEnd } from './run/until-the-end';
import { chance } from './citizens/chance';
import { MadeUpCitizen, type Outcome } from './citizens/citizen';
import { goals } from './citizens/combine';
import { type Judged, figuresOf } from './citizens/figures';
import type { Goal } from './citizens/goal';
import { inProcess } from './citizens/in-process';
import { faults } from './citizens/judge';
import type { Filed, Line } from './citizens/line';
import { Hotline } from './citizens/over-http';
import { SET_NAMES } from './citizens/sets';
import { keep } from './citizens/transcripts';

const { values } = parseArgs({
  options: {
    /** How many citizens. */
    goals: { type: 'string', default: '300' },
    /** The same citizens for the same number. */
    seed: { type: 'string', default: '1' },
    /** Only goals of this set: first, second … */
    set: { type: 'string' },
    /** All of them type without accents. */
    'without-accents': { type: 'boolean', default: false },
    /** Straight to the bot, without HTTP and database: for a quick look. */
    'in-process': { type: 'boolean', default: false },
  },
});

/** So many talk at once. */
const AT_ONCE = 8;

/** Where citizens report, and where it is seen what was filed. */
interface House {
  call(): Promise<{ line: Line; filed: (outcome: Outcome) => Promise<Filed | undefined> }>;
  tickets(): Promise<number>;
}

async function main(): Promise<void> {
  const seed = Number(values.seed);
  const house = values['in-process'] ? bot() : await system();
  const sets = SET_NAMES.filter((each) => values.set === undefined || each === values.set);
  const all = goals(Number(values.goals), seed, { sets, accents: !values['without-accents'] });
  const judged: Judged[] = [];
  const queue = all.map((goal, index) => ({ goal, index }));
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        judged[next.index] = await served(house, next.goal, seed * 7_919 + next.index);
    }),
  );
  const figures = figuresOf(judged, await house.tickets());
  console.table(figures);
  console.log(`Transcripts of the failures: ${keep({ ...values }, figures, judged)}`);
}

async function served(house: House, goal: Goal, seed: number): Promise<Judged> {
  const { line, filed } = await house.call();
  const outcome = await new MadeUpCitizen(goal, line, chance(seed)).report();
  return { outcome, faults: faults(outcome, await filed(outcome)) };
}

async function system(): Promise<House> {
  const hotline = await Hotline.open();
  return {
    call: async () => ({
      line: await hotline.call(),
      filed: async ({ code }) => (code === null ? undefined : hotline.filed(code)),
    }),
    tickets: () => hotline.count(),
  };
}

function bot(): House {
  let tickets = 0;
  return {
    call: async () => {
      const { line, filed } = inProcess();
      return {
        line,
        filed: async () => {
          tickets += filed().length;
          return filed()[0];
        },
      };
    },
    tickets: async () => tickets,
  };
}

untilTheEnd(main);

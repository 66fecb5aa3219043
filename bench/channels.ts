/** Channels against all that goes wrong: redelivery, forged and broken calls, failing lines, kill -9. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilTheEnd } from './run/until-the-end';
import { grantKilled } from './channels/grant';
import { doors, redelivery } from './channels/incoming';
import { killed } from './channels/killed';
import { overTelegram, overZalo } from './channels/lines';
import { outbound } from './channels/outgoing';
import { zaloDoors, zaloRedelivery } from './channels/zalo';

type Figures = Record<string, number>;

/** What must be nothing. */
const WRONG = ['missing', 'doubled', 'out of order', 'wrong', 'faults', 'kept of forged'];
/** Of the grant: it may be lost between the token server's answer and its first durable write, and nowhere else. */
const WRONG_GRANT = ['lost elsewhere', 'renewed more than once', 'not of one mind'];

/** All, or those whose name holds a word: `npm run bench -- channels kill`. */
async function main(): Promise<void> {
  const share = Number(process.env.CHANNELS_SHARE ?? 1);
  const of = (whole: number): number => Math.ceil(whole * share);
  const results: Record<string, Figures> = {};
  const measure = async (name: string, work: () => Promise<Figures>): Promise<void> => {
    if (!name.includes(process.argv[2] ?? '')) return;
    results[name] = await work();
    console.table({ [name]: results[name] });
  };
  await measure('telegram: redelivery', () => redelivery(of(20_000)));
  await measure('telegram: forged and mutated', () => doors(of(10_000)));
  await measure('telegram: one call in five fails', () => overTelegram(outbound(of(30), 40)));
  await measure('telegram: kill -9, polling', () => killed('polling', of(20), false));
  await measure('telegram: kill -9 with mongod, webhook', () => killed('webhook', of(10), true));
  await measure('zalo: redelivery', () => zaloRedelivery(of(20_000)));
  await measure('zalo: forged, mutated and replayed', () => zaloDoors(of(10_000)));
  await measure('zalo: one call in five fails', () => overZalo(outbound(of(30), 40)));
  await measure('zalo: kill -9 around the renewal of the grant', () => grantKilled(of(500)));
  keep(results);
  const wrong = Object.values(results).some((each) =>
    [...WRONG, ...WRONG_GRANT].some((name) => (each[name] ?? 0) > 0),
  );
  if (wrong) process.exitCode = 1;
}

/** What was not measured this time stays as it was measured last. */
function keep(results: Record<string, Figures>): void {
  const folder = join(process.cwd(), 'bench', 'results');
  const file = join(folder, 'channels.json');
  mkdirSync(folder, { recursive: true });
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  const at = new Date().toISOString();
  const dated = Object.entries(results).map(([name, figures]) => [name, { at, ...figures }]);
  writeFileSync(file, `${JSON.stringify({ ...before, ...Object.fromEntries(dated) }, null, 2)}\n`);
}

untilTheEnd(main);

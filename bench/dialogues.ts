/** Thousands of dialogues in which anything happens in any order; what tests/bot/any-dialogue.test.ts promises holds in each. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5000' } } });

const jest = join(process.cwd(), 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, [jest, 'tests/bot/any-dialogue.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, DIALOGUES: values.runs },
});
process.exitCode = status ?? 1;

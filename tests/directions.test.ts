import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..');
const run = promisify(execFile);

interface Module {
  source: string;
  dependencies: { resolved: string }[];
}

/** The modules that the check of directions sees. */
async function seen(): Promise<Module[]> {
  const rooms = 'main.ts hotline bot adapters nlp storage api commands content console bench'.split(' ');
  const cruiser = join(root, 'node_modules', '.bin', 'depcruise');
  const args = ['--config', '.dependency-cruiser.js', '--output-type', 'json', ...rooms];
  const options = { cwd: root, maxBuffer: 100_000_000 };
  const { stdout } = await run(cruiser, args, options).catch((failed: { stdout: string }) => failed);
  return (JSON.parse(stdout) as { modules: Module[] }).modules;
}

test('the check of directions sees every room, the ways between them, and the libraries', async () => {
  const modules = await seen();
  const from = (place: RegExp) => modules.filter(({ source }) => place.test(source));
  for (const room of [
    'hotline',
    'bot',
    'adapters',
    'nlp',
    'storage',
    'api',
    'commands',
    'content',
    'console',
  ])
    expect([room, from(new RegExp(`^${room}/.*\\.tsx?$`)).length]).not.toEqual([room, 0]);

  const reaches = (source: RegExp, target: RegExp) =>
    from(source).some(({ dependencies }) => dependencies.some(({ resolved }) => target.test(resolved)));
  expect(reaches(/^storage\//, /^hotline\//)).toBe(true);
  expect(reaches(/^storage\//, /^node_modules\/mongoose\//)).toBe(true);
  expect(reaches(/^bot\//, /^node_modules\/botbuilder-core\//)).toBe(true);
  expect(reaches(/^house\.ts$/, /^api\//)).toBe(true);
});

import { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type Command, runCommand } from '../../commands';
import { invalid } from '../../hotline/errors';

const greet: Command = {
  name: 'staff greet',
  usage: '--name N',
  summary: 'chào một cán bộ',
  run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { name: { type: 'string' } } });
    if (!values.name) throw invalid('Cần --name.');
    io.output.write(`Chào ${values.name}\n`);
    return Promise.resolve(0);
  },
};
const broken: Command = {
  name: 'broken',
  summary: '-',
  run: () => Promise.reject(new TypeError('a fault of ours')),
};

async function run(...argv: string[]) {
  let out = '';
  const said: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  const io = { input: Readable.from([]), output, say: (line: string) => said.push(line) };
  const code = await runCommand(argv, [greet, broken], io);
  return { code, out, said };
}

test('a command of two words gets what follows them', async () => {
  expect(await run('staff', 'greet', '--name', 'Lan')).toEqual({ code: 0, out: 'Chào Lan\n', said: [] });
});

test.each([[[]], [['help']], [['--help']], [['-h']]])(
  '%j lists the commands on standard output',
  async (argv) => {
    const { code, out, said } = await run(...argv);
    expect(code).toBe(0);
    expect(out).toMatch(/staff greet --name N\n\s+chào một cán bộ/);
    expect(said).toEqual([]);
  },
);

test.each([[['dance']], [['staff']], [['staff', 'dance']]])(
  '%j is not understood, and says so',
  async (argv) => {
    const { code, out, said } = await run(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said).toEqual([expect.stringContaining(argv.join(' '))]);
  },
);

test('what the operator can mend is one line, with the usage when an option is unknown', async () => {
  expect(await run('staff', 'greet')).toEqual({ code: 1, out: '', said: ['Cần --name.'] });
  const { code, said } = await run('staff', 'greet', '--nmae', 'Lan');
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringContaining('npx hotline staff greet --name N')]);
});

test('a fault of ours is not dressed up as the operator’s', async () => {
  await expect(run('broken')).rejects.toThrow(TypeError);
});

import { Readable, Writable } from 'node:stream';
import { type Command, runCommand } from '../../commands';

export interface Ran {
  code: number;
  /** What stands on standard output, line by line. */
  lines: string[];
  said: string[];
}

/** Runs one command as an operator types it, with this on standard input. */
export async function run(command: Command, args: readonly string[], input = ''): Promise<Ran> {
  let out = '';
  const said: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      setImmediate(done);
    },
  });
  const io = {
    input: Readable.from([Buffer.from(input)]),
    output,
    say: (line: string) => void said.push(line),
  };
  const code = await runCommand([...command.name.split(' '), ...args], [command], io);
  await new Promise<void>((resolve) => output.end(resolve));
  return { code, lines: out.split('\n').slice(0, -1), said };
}

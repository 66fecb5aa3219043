import { HotlineError } from '../hotline/errors';
import { help } from './help';

/** Where a command reads and writes; standard output belongs to its result, everything said goes to `say`. */
export interface CommandIo {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  say: (line: string) => void;
}

/** One thing the operator can ask for; made in main.ts with what it needs. */
export interface Command {
  /** As it is typed, for instance "staff add". */
  name: string;
  /** What may follow the name. */
  usage?: string;
  /** One line for the list. */
  summary: string;
  /** Returns the exit code. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** Runs what was asked for and returns the exit code: 0 done, 1 refused, 2 not understood. */
export async function runCommand(
  argv: readonly string[],
  commands: readonly Command[],
  io: CommandIo,
): Promise<number> {
  const known = [...commands, help(commands)];
  const asked = argv.length === 0 || argv[0] === '--help' || argv[0] === '-h' ? ['help'] : argv;
  const command = known.find(({ name }) => name.split(' ').every((word, place) => asked[place] === word));
  if (!command) {
    io.say(`Không có lệnh "${asked.slice(0, 2).join(' ')}". Xem danh sách: npx hotline help`);
    return 2;
  }
  try {
    return await command.run(asked.slice(command.name.split(' ').length), io);
  } catch (error) {
    const said = inOneLine(error, command);
    if (said === undefined) throw error;
    io.say(said);
    return 1;
  }
}

/** What the operator can mend; everything else is a fault of ours. */
function inOneLine(error: unknown, command: Command): string | undefined {
  if (error instanceof HotlineError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (!code?.startsWith('ERR_PARSE_ARGS_')) return undefined;
  return `${message}. Cách dùng: npx hotline ${command.name} ${command.usage ?? ''}`.trimEnd();
}

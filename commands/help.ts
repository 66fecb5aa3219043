import type { Command } from './index';

/** Lists the commands. */
export function help(commands: readonly Command[]): Command {
  const listing = ['npx hotline LỆNH', '', ...commands.flatMap(describe), '  help', '      danh sách này'];
  return {
    name: 'help',
    summary: 'danh sách này',
    run: (_args, io) => {
      io.output.write(`${listing.join('\n')}\n`);
      return Promise.resolve(0);
    },
  };
}

function describe({ name, usage, summary }: Command): string[] {
  return [`  ${name} ${usage ?? ''}`.trimEnd(), `      ${summary}`];
}

import type { Words } from '../words-for';

/** What each command says, in words that the bot understands from anybody; the first shows first in the menu. */
const SAYS: Readonly<Record<string, string>> = {
  start: 'telegram.sayHello',
  phananh: 'menu.reportSays',
  theodoi: 'menu.statusSays',
  gapcanbo: 'menu.personSays',
  huy: 'telegram.sayCancel',
  help: 'telegram.sayHelp',
  english: 'telegram.sayEnglish',
};
const LISTED = ['start', 'phananh', 'theodoi', 'gapcanbo', 'huy', 'help'];
const COMMAND = /^\/([a-z_]{1,32})(?:@\w{1,64})?(?:\s+(\S[\s\S]*))?$/i;
const CODE = /^XH-\d{4}-\d{6,12}$/i;

/** Whether it opens the conversation: /start without the code of a report. */
export function isStart(text: string): boolean {
  const [, name, more = ''] = COMMAND.exec(text) ?? [];
  return name?.toLowerCase() === 'start' && !CODE.test(more.trim());
}

/** The words of a command; of a link with a report's code, that it is to be followed. Other texts stay as they are. */
export function commandText(text: string, words: Words): string {
  const [, name = '', more = ''] = COMMAND.exec(text) ?? [];
  const command = name.toLowerCase();
  const says = SAYS[command];
  if (says === undefined) return text;
  if (command === 'start')
    return CODE.test(more.trim()) ? `${words('menu.statusSays')} ${more.trim().toUpperCase()}` : words(says);
  return [words(says), more.trim()].filter(Boolean).join(' ');
}

/** For the menu of commands that Telegram shows. */
export const commandList = (words: Words) =>
  LISTED.map((command) => ({ command, description: words(`telegram.commands.${command}`) }));

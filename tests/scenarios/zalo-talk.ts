import type { Person } from '../emulators/zalo/people';
import type { Message } from '../emulators/zalo/shapes';

/** The options below a question, as somebody reads them: numbered lines. */
export const optionsIn = ({ text }: Message): string[] =>
  text.split('\n').flatMap((line) => /^\d+\. (.+)$/.exec(line)?.[1] ?? []);

/** Answers with the number before an option. */
export async function picks(person: Person, question: Message, option: string): Promise<void> {
  const index = optionsIn(question).indexOf(option);
  if (index < 0) throw new Error(`no such option: ${option}; there are: ${optionsIn(question).join(', ')}`);
  await person.says(String(index + 1));
}

export const codeIn = ({ text }: Message): string => /XH-\d{4}-\d{6}/.exec(text)?.[0] ?? '';
export const secretIn = ({ text }: Message): string => /Mã bí mật: (\w{10})/.exec(text)?.[1] ?? '';

import type { Activity, Ask, CardAction } from './activity';
import { withoutAccents } from './letters';
import type { ConversationState, OutMessage, Turn } from './conversation/turn';

/** One of the options below a message. */
export interface Choice {
  says: string;
  /** What is shown, where it is something else. */
  title?: string;
}

/** How options are told where there are no buttons, in the citizen's language. */
export interface ChoiceWords {
  /** Stands before the numbered lines. */
  byNumber: string;
  /** For a single option, which is answered by its words: a number might answer the question itself. */
  onlyOne: (option: string) => string;
}

/** Questions that nothing but one of the options answers: there a number is a choice, even where none were shown. */
const CLOSED = new Set<Ask | undefined>([
  'category',
  'choice',
  'confirm',
  'anonymity',
  'incident',
  'procedure',
  'aspect',
]);
/** No choice is said in more letters than that. */
const LONGEST = 200;
const DIGIT = /\p{N}/u;
/** What may stand beside the number of an option. */
const BESIDE = new Set('so chon muc y cau option number no choose a da em nhe nha di please'.split(' '));

/** The message with its options as lines of its text; links stay links. */
export function numbered(message: Activity, words: ChoiceWords): Activity {
  const { suggestedActions, ...rest } = countable(message);
  const actions = suggestedActions?.actions ?? [];
  if (actions.length === 0) return message;
  const links = actions.filter(isLink).map(({ title, value }) => `${title}: ${value}`);
  const choices = choicesOf(actions);
  const text = [message.text ?? '', ...links, ...lines(choices, words)].filter(Boolean).join('\n');
  return { ...rest, text };
}

/** The message as one whose options may be answered by their numbers, whatever it asks. */
export function countable(message: Activity): Activity {
  const choices = choicesOf(message.suggestedActions?.actions ?? []);
  if (choices.length < 2) return message;
  return { ...message, channelData: { ...message.channelData, numbered: choices } };
}

function lines(choices: readonly Choice[], { byNumber, onlyOne }: ChoiceWords): string[] {
  const [first, ...others] = choices.map(({ says, title = says }) => title);
  if (first === undefined) return [];
  if (others.length === 0) return [onlyOne(first)];
  return [byNumber, ...[first, ...others].map((title, index) => `${index + 1}. ${title}`)];
}

const isLink = ({ type }: CardAction): boolean => type === 'openUrl';

const choicesOf = (actions: readonly CardAction[]): Choice[] =>
  actions
    .filter((action) => !isLink(action))
    .map(({ title, value }) => ({ says: value, ...(title !== value && { title }) }));

/** The options that stand open after a turn: those of its last question; news that ask nothing leave them as they are. */
export function offeredAfter(
  before: readonly Choice[] | undefined,
  { in: said, cause, out }: Pick<Turn, 'in' | 'cause' | 'out'>,
): readonly Choice[] | undefined {
  const offered = out
    .map(offeredIn)
    .filter((choices) => choices !== undefined)
    .at(-1);
  if (offered) return offered;
  const isAnswer = said !== undefined || cause?.type === 'due';
  const asks = out.some(({ activity }) => activity.channelData?.ask !== undefined);
  return (isAnswer || asks) && out.some(({ by }) => by === undefined) ? undefined : before;
}

function offeredIn({ activity }: OutMessage): Choice[] | undefined {
  const { channelData, suggestedActions } = activity;
  const shown = channelData?.['numbered'] as Choice[] | undefined;
  if (shown) return shown;
  const choices = choicesOf(suggestedActions?.actions ?? []);
  return choices.length > 1 && CLOSED.has(channelData?.ask) ? choices : undefined;
}

/** "2", "số 2 ạ", "②", or what is written on an option: the option itself. Anything else stays as it was said. */
export function chosen(
  said: Activity | undefined,
  { offered = [], holder }: Pick<ConversationState, 'offered' | 'holder'>,
): Activity | undefined {
  if (!said?.text || said.text.length > LONGEST || offered.length === 0 || holder.kind === 'staff')
    return said;
  if (!DIGIT.test(said.text) && offered.every(({ title }) => title === undefined)) return said;
  const words = plain(said.text);
  const named = offered.find(({ title }) => title !== undefined && plain(title) === words);
  const choice = named ?? offered[numberIn(words) - 1];
  return choice ? { ...said, text: choice.says } : said;
}

/** NaN when it is no bare number. */
function numberIn(words: string): number {
  const left = words.split(' ').filter((word) => !BESIDE.has(word));
  const [number = ''] = left;
  return left.length === 1 && /^\d{1,2}$/.test(number) ? Number(number) : NaN;
}

/** Letters and digits alone, without accents; ② and 2️⃣ are 2. */
const plain = (text: string): string =>
  withoutAccents(text.normalize('NFKD'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

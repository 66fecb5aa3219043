/** What a channel behind the service shows. Sources and what is to be checked again: docs/channels/botframework.md. */
export interface Abilities {
  /** How choices are shown; `words`: as lines of the text, to be typed. */
  choices: 'suggested' | 'buttons' | 'words';
  /** Cards are shown as they are. */
  cards: boolean;
  /** What is there for programs reaches them; elsewhere this field belongs to the channel. */
  channelData: boolean;
}

const WORDS: Abilities = { choices: 'words', cards: false, channelData: false };
const QUICK: Abilities = { ...WORDS, choices: 'suggested' };
const DIRECT_LINE: Abilities = { choices: 'suggested', cards: true, channelData: true };

/** Longest text of one message that all of them carry, in UTF-16 units. An SMS through the service may have 1,600. */
export const TEXT_LIMIT = 1_500;

const KNOWN = new Map<string, Abilities>([
  // Suggested actions are not shown in Teams, the buttons of a card are.
  ['msteams', { choices: 'buttons', cards: true, channelData: false }],
  ['directline', DIRECT_LINE],
  ['webchat', DIRECT_LINE],
  ['facebook', QUICK],
  ['telegram', QUICK],
  ['line', QUICK],
  ['slack', QUICK],
]);

/** A channel nobody has looked at gets plain words, which all can show. */
export function abilitiesOf(channelId: string): Abilities {
  return KNOWN.get(channelId) ?? WORDS;
}

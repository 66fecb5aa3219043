/** What a channel behind the service shows. Sources and what is to be checked again: docs/channels/botframework.md. */
export interface Abilities {
  /** Longest text of one message, in UTF-16 units. */
  textLimit: number;
  /** How choices are shown; `words`: as lines of the text, to be typed. */
  choices: 'suggested' | 'buttons' | 'words';
  /** Cards are shown as they are. */
  cards: boolean;
  /** What is there for programs reaches them; elsewhere this field belongs to the channel. */
  channelData: boolean;
}

const WORDS: Abilities = { textLimit: 1_500, choices: 'words', cards: false, channelData: false };
const QUICK: Abilities = { ...WORDS, choices: 'suggested' };
const DIRECT_LINE: Abilities = {
  textLimit: 20_000,
  choices: 'suggested',
  cards: true,
  channelData: true,
};

const KNOWN = new Map<string, Abilities>([
  // Suggested actions are not shown in Teams, the buttons of a card are.
  ['msteams', { textLimit: 8_000, choices: 'buttons', cards: true, channelData: false }],
  ['directline', DIRECT_LINE],
  ['webchat', DIRECT_LINE],
  ['facebook', { ...QUICK, textLimit: 2_000 }],
  ['telegram', { ...QUICK, textLimit: 4_000 }],
  ['line', QUICK],
  ['slack', { ...QUICK, textLimit: 3_000 }],
  ['email', { ...WORDS, textLimit: 20_000 }],
]);

/** A channel nobody has looked at gets short plain texts, which all can show. */
export function abilitiesOf(channelId: string): Abilities {
  return KNOWN.get(channelId) ?? WORDS;
}

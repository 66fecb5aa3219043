import type { Activity, Attachment, CardAction } from '../../hotline/activity';
import { type Abilities, abilitiesOf } from './abilities';
import type { Address } from './address';

const HERO_CARD = 'application/vnd.microsoft.card.hero';
/** Teams shows so many buttons on one card. */
const BUTTONS_OF_A_CARD = 6;

/** What the connector is given; what it does not know it ignores. */
export interface Outgoing {
  type: string;
  text?: string;
  attachments?: Attachment[];
  [field: string]: unknown;
}

/** A message as its channel shows it; `by`: the person of the staff who says it, who has no face of their own there. */
export function fromActivity(activity: Activity, to: Address, by?: { name: string }): Outgoing {
  const abilities = abilitiesOf(to.channelId);
  const choices = activity.suggestedActions?.actions ?? [];
  const text = wordsOf(signed(activity.text ?? '', by), choices, abilities);
  return {
    ...about(to),
    ...(activity.locale === 'en' && { locale: 'en-US' }),
    type: activity.type,
    ...(text !== '' && { text, textFormat: 'plain' }),
    ...below(activity, choices, abilities),
  };
}

/** "Is typing": shown and forgotten. */
export function typing(to: Address): Outgoing {
  return { ...about(to), type: 'typing' };
}

/** A text of ours that is no answer to a citizen. */
export function notice(text: string, to: Address): Outgoing {
  return { ...about(to), type: 'message', text, textFormat: 'plain' };
}

function about({ channelId, conversation, bot, user }: Address) {
  return {
    channelId,
    conversation: { id: conversation },
    from: { id: bot, role: 'bot' },
    recipient: { id: user },
    locale: 'vi-VN',
  };
}

function signed(text: string, by: { name: string } | undefined): string {
  return by?.name && text !== '' ? `${by.name}: ${text}` : text;
}

function wordsOf(text: string, choices: readonly CardAction[], abilities: Abilities): string {
  if (abilities.choices !== 'words' || choices.length === 0) return text;
  return [text, ...choices.map(({ value }) => `– ${value}`)].join('\n');
}

function below(activity: Activity, choices: readonly CardAction[], abilities: Abilities) {
  const cards = [...shownCards(activity, abilities), ...buttons(choices, abilities)];
  const { inputHint, channelData } = activity;
  return {
    ...(cards.length > 0 && { attachments: cards, attachmentLayout: 'list' }),
    ...(abilities.choices === 'suggested' &&
      choices.length > 0 && { suggestedActions: { actions: choices } }),
    ...(inputHint !== undefined && { inputHint }),
    ...(abilities.channelData && channelData && { channelData }),
  };
}

/** Files of ours are not sent here yet; nobody's answers hold any. */
function shownCards({ attachments = [] }: Activity, { cards }: Abilities): Attachment[] {
  return cards ? attachments.filter(({ content }) => content !== undefined) : [];
}

function buttons(choices: readonly CardAction[], abilities: Abilities): Attachment[] {
  if (abilities.choices !== 'buttons') return [];
  const rows = Math.ceil(choices.length / BUTTONS_OF_A_CARD);
  return Array.from({ length: rows }, (_, row) => ({
    contentType: HERO_CARD,
    content: { buttons: choices.slice(row * BUTTONS_OF_A_CARD, (row + 1) * BUTTONS_OF_A_CARD) },
  }));
}

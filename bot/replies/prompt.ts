import type { Activity, Ask, ChannelData } from '../../hotline/activity';

export interface Prompt {
  text: string;
  /** What the bot waits for now. */
  ask?: Ask;
  /** Quick replies; each sends what it shows. */
  options?: readonly string[];
  /** Quick replies that send something else than they show. */
  choices?: readonly { title: string; says: string }[];
  data?: ChannelData;
}

/** A message with its quick replies, and the same for programs in `channelData`. */
export function message({ text, ask, options = [], choices = [], data }: Prompt): Activity {
  const all = [...options.map((option) => ({ title: option, says: option })), ...choices];
  const actions = all.map(({ title, says }) => ({ type: 'imBack', title, value: says }));
  const channelData = {
    ...data,
    ...(ask && { ask }),
    ...(all.length > 0 && { options: all.map(({ says }) => says) }),
  };
  return {
    type: 'message',
    text,
    inputHint: ask ? 'expectingInput' : 'acceptingInput',
    ...(actions.length > 0 && { suggestedActions: { actions } }),
    ...(Object.keys(channelData).length > 0 && { channelData }),
  };
}

import { type InlineButton, type Message } from './shapes';

/** Which button: its words, or a test of the button. */
export type Button = string | ((button: InlineButton) => boolean);

/** The button in the newest message that has it. */
export function pressable(
  messages: readonly Message[],
  wanted: Button,
): { message: Message; button: InlineButton } | undefined {
  const fits = (button: InlineButton) =>
    typeof wanted === 'string' ? button.text === wanted : wanted(button);
  for (const message of [...messages].reverse()) {
    const button = message.reply_markup?.inline_keyboard.flat().find(fits);
    if (button) return { message, button };
  }
  return undefined;
}

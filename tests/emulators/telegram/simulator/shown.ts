import { type Message } from '../shapes';
import { type World } from '../world';
import { personAt, type Seat } from './neighbourhood';

/** So many are shown; the page does not scroll through years. */
const NEWEST = 200;

/** What a phone shows, for the page. */
export function seatShown(seat: Seat, newest = NEWEST): Record<string, unknown> {
  const { key, title, subtitle, phone } = seat;
  const { messages, keyboard, action } = phone.screen;
  return {
    key,
    title,
    subtitle,
    me: phone.user.id,
    blockable: personAt(seat) !== undefined,
    blocked: phone.hasBlocked,
    messages: messages.slice(-newest).map(shown),
    keyboard,
    action,
  };
}

/** The largest copy of a photo is the one that is shown. */
function shown({ photo, ...message }: Message): Record<string, unknown> {
  return { ...message, ...(photo ? { photo: photo.at(-1) } : {}) };
}

/** The bot's menu as a Vietnamese sees it in a private chat: the first list that is set, the most particular first. */
export function commandsShown(world: World): unknown {
  const audiences = ['all_private_chats  vi', 'all_private_chats  ', 'default  vi', 'default  '];
  return audiences.map((audience) => world.commands.get(audience)).find((list) => list !== undefined) ?? [];
}

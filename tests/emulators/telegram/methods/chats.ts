import { type Params } from '../params';
import { badRequest, forbidden } from '../refusal';
import { tellOfMembership } from '../membership';
import { type World } from '../world';

export function getChat(world: World, params: Params): unknown {
  const { chat, started } = world.chat(params.text('chat_id'));
  if (!started) throw badRequest('chat not found');
  return { ...chat, accent_color_id: 0, max_reaction_count: 11 };
}

export function getChatMember(world: World, params: Params): unknown {
  const { members, botIsMember } = world.chat(params.text('chat_id'));
  const id = params.integer('user_id');
  if (id === world.bot.id) return { user: world.bot, status: botIsMember ? 'member' : 'left' };
  const user = members.get(id);
  if (!user) throw badRequest('user not found');
  return { user, status: 'member' };
}

export function leaveChat(world: World, params: Params): unknown {
  const conversation = world.chat(params.text('chat_id'));
  const { chat } = conversation;
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  if (!conversation.botIsMember) throw forbidden(`bot is not a member of the ${chat.type} chat`);
  conversation.botIsMember = false;
  tellOfMembership(world, conversation, world.bot, ['member', 'left']);
  world.changed();
  return true;
}

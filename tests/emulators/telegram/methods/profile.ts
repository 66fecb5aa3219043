import { type Params } from '../params';
import { badRequest } from '../refusal';
import { type World } from '../world';

const COMMAND = /^[a-z0-9_]{1,32}$/;

export function getMe(world: World): unknown {
  return {
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: world.readsAllGroupMessages,
    supports_inline_queries: false,
  };
}

export function setMyCommands(world: World, params: Params): unknown {
  const commands = params.json('commands');
  if (!Array.isArray(commands)) throw badRequest("can't parse commands JSON object");
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  world.commands.set(audience(params), commands.map(checked));
  return true;
}

export function getMyCommands(world: World, params: Params): unknown {
  return world.commands.get(audience(params)) ?? [];
}

export function deleteMyCommands(world: World, params: Params): unknown {
  world.commands.delete(audience(params));
  return true;
}

/** setMyName, setMyDescription, setMyShortDescription: kept by language, and given back by their getters. */
export const setText =
  (what: string, limit: number) =>
  (world: World, params: Params): unknown => {
    const text = params.text(what);
    if (text.length > limit) throw badRequest(`${what} is too long`);
    world.profile.set(`${what} ${params.text('language_code')}`, text);
    return true;
  };

export const getText =
  (what: string) =>
  (world: World, params: Params): unknown => ({
    [what]: world.profile.get(`${what} ${params.text('language_code')}`) ?? '',
  });

function checked(given: unknown): { command: string; description: string } {
  const { command, description } = (given ?? {}) as Record<string, unknown>;
  if (typeof command !== 'string' || !COMMAND.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description };
}

/** Commands are set for a scope and a language; each pair has its own. */
function audience(params: Params): string {
  const { type = 'default', chat_id = '' } = (params.json('scope') ?? {}) as Record<string, unknown>;
  return [type, chat_id, params.text('language_code')].join(' ');
}

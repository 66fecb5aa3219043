import { type Params } from '../params';
import { badRequest } from '../refusal';
import { openChat, send, textOf } from '../sending';
import { type World } from '../world';

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export function sendMessage(world: World, params: Params): unknown {
  openChat(world, params);
  return send(world, params, textOf(params));
}

export function sendChatAction(world: World, params: Params): unknown {
  const action = params.text('action');
  if (!ACTIONS.includes(action)) throw badRequest('wrong parameter action in request');
  openChat(world, params).showAction(action);
  world.changed();
  return true;
}

/** A press can be answered once, and only one that was made. */
export function answerCallbackQuery(world: World, params: Params): unknown {
  const query = world.queries.get(params.text('callback_query_id'));
  if (!query || query.answer) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = params.text('text');
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  query.answer = { text, alert: params.flag('show_alert'), url: params.text('url') };
  world.changed();
  return true;
}

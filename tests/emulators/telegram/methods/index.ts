import { type Params } from '../params';
import { type World } from '../world';
import { getChat, getChatMember, leaveChat } from './chats';
import {
  deleteMessage,
  deleteMessages,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
} from './editing';
import { getFile } from './files';
import { sendLocation, sendMediaGroup, sendOne } from './media';
import { answerCallbackQuery, sendChatAction, sendMessage } from './messages';
import { deleteMyCommands, getMe, getMyCommands, getText, setMyCommands, setText } from './profile';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './receiving';

/** `signal`: the client has gone. */
export type Method = (world: World, params: Params, signal: AbortSignal) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto: sendOne('photo'),
  sendDocument: sendOne('document'),
  sendVideo: sendOne('video'),
  sendVoice: sendOne('voice'),
  sendMediaGroup,
  sendLocation,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  answerCallbackQuery,
  getFile,
  getChat,
  getChatMember,
  leaveChat,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: setText('name', 64),
  getMyName: getText('name'),
  setMyDescription: setText('description', 512),
  getMyDescription: getText('description'),
  setMyShortDescription: setText('short_description', 120),
  getMyShortDescription: getText('short_description'),
};

const BY_LOWER_CASE = new Map(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** Names of methods are taken in any case. */
export function methodNamed(name: string): { name: string; method: Method } | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}

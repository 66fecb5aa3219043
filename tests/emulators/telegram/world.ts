import { Changing } from '../changing';
import { Faults } from '../faults';
import { Chats, type Conversation } from './chats';
import type { Fault } from './faults';
import { Files } from './files';
import { Polling } from './polling';
import { badRequest } from './refusal';
import { Flood } from './flood';
import { type CallbackQuery, type User } from './shapes';
import { Updates } from './updates';
import { Webhook, type Patience } from './webhook';

export interface WorldSettings {
  token: string;
  botName: string;
  patience: Patience;
  /** A bot with privacy mode off. A new bot hears in groups only commands, answers to it and its name. */
  readsAllGroupMessages: boolean;
  /** Refuses with 429 what is sent faster than bots may: 30 a second, 60 a minute to a person, 20 to a group. */
  floodLimits: boolean;
}

/** A press of an inline button, and how the bot answered it. */
export interface Query {
  query: CallbackQuery;
  answer?: { text: string; alert: boolean; url: string };
}

/** A call that the bot made, for tests to look at. */
export interface Call {
  method: string;
  params: Readonly<Record<string, unknown>>;
  /** Names of the files in its body. */
  files: readonly string[];
  at: number;
  /** HTTP status; `dropped` when the client was left without an answer. */
  outcome: number | 'dropped';
  /** Whether it had its effect, whatever the client was told. */
  done: boolean;
  result?: unknown;
}

/** All that Telegram knows: one bot, the people and groups around it, what has happened. In memory only. */
export class World extends Changing {
  readonly bot: User;
  readonly chats = new Chats();
  readonly files = new Files();
  readonly faults = new Faults<Fault>(['getupdates']);
  readonly updates = new Updates();
  readonly polling = new Polling(this.updates);
  readonly webhook: Webhook;
  readonly flood: Flood;
  readonly queries = new Map<string, Query>();
  readonly commands = new Map<string, unknown>();
  readonly profile = new Map<string, string>();
  readonly calls: Call[] = [];

  constructor(private readonly settings: WorldSettings) {
    super();
    const { token, botName, patience, floodLimits } = settings;
    this.bot = {
      id: Number.parseInt(token, 10),
      is_bot: true,
      first_name: botName,
      username: 'hotline_xanh_bot',
    };
    this.flood = new Flood(floodLimits);
    this.webhook = new Webhook(this.updates, patience);
    this.updates.onChange(() => this.changed());
  }

  get token(): string {
    return this.settings.token;
  }

  get readsAllGroupMessages(): boolean {
    return this.settings.readsAllGroupMessages;
  }

  chat(id: string): Conversation {
    if (id === '') throw badRequest('chat_id is empty');
    const conversation = this.chats.find(Number(id));
    if (!conversation) throw badRequest('chat not found');
    return conversation;
  }
}

/** Telegram counts time in whole seconds. */
export const now = () => Math.floor(Date.now() / 1000);

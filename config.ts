import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A variable has a wrong value: `message` is one line that names it and says what is expected. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** What the operator decides; every field that is not optional has a working default (see .env.example). */
export interface Config {
  /** 0: any free one. */
  port: number;
  /** Address to listen on; absent: all of this machine's. */
  host?: string;
  /** Scheme and host by which people reach us, without a slash at the end. */
  publicUrl?: string;
  /** As express takes it: how many proxies stand before us, or their addresses. */
  trustProxy: false | number | string[];
  /** Absolute. */
  dataDir: string;
  /** Absent: the embedded database. */
  mongodbUri?: string;
  mongodBinary?: string;
  /** The three secrets: absent, they are generated and kept under `dataDir` (storage/keys). */
  directLineSecret?: string;
  sessionSecret?: string;
  identityKey?: string;
  logLevel: string;
  limits: {
    /** Per conversation; what is above is taken and answered later. */
    messagesPerMinute: number;
    /** New Direct Line tokens per address. */
    tokensPerMinute: number;
    uploadBytes: number;
  };
  /** Absent: the channel is off. */
  telegram?: {
    token: string;
    mode: 'webhook' | 'polling';
    webhookSecret?: string;
    apiRoot: string;
  };
  zalo?: {
    appId: string;
    appSecret: string;
    oaSecret: string;
    refreshToken: string;
    apiRoot: string;
    oauthRoot: string;
  };
}

/** Reads the environment; throws `ConfigError` at the first wrong value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // "PORT=" in a file means: not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = Variables.safeParse(given);
  if (result.success) return arrange(result.data);
  const [issue] = result.error.issues;
  const name = String(issue?.path[0]);
  throw new ConfigError(`${name}: ${issue?.message}${shown(name, given[name])}`);
}

/** Lets `.env` in the working directory fill in what the environment leaves open. */
export function loadDotEnv(file = '.env', env: NodeJS.ProcessEnv = process.env): void {
  if (!existsSync(file)) return;
  try {
    for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) env[name] ??= value;
  } catch (error) {
    throw new ConfigError(`${file}: không đọc được (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The wrong value itself, unless it may hold a secret. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined || /SECRET|KEY|TOKEN$|MONGODB_URI/.test(name)) return '';
  return ` (đang là ${JSON.stringify(value.slice(0, 80))})`;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const MODES = ['webhook', 'polling'] as const;

const Variables = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: text(/^[\w.:-]+$/, 'phải là một địa chỉ hay tên máy, ví dụ 0.0.0.0').optional(),
  PUBLIC_URL: origin().optional(),
  TRUST_PROXY: trustedProxies().default(false),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: text(
    /^mongodb(\+srv)?:\/\/\S+$/,
    'phải có dạng mongodb://máy:cổng/tên?replicaSet=…',
  ).optional(),
  MONGOD_BINARY: z.string().optional(),
  DIRECTLINE_SECRET: secret().optional(),
  SESSION_SECRET: secret().optional(),
  IDENTITY_KEY: text(
    /^[0-9a-f]{64}$/i,
    'phải là 64 chữ số hex (32 byte), ví dụ từ: openssl rand -hex 32',
  ).optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `phải là một trong ${LEVELS.join(', ')}` }).default('info'),
  LIMIT_MESSAGES_PER_MINUTE: whole(1, 100_000).default(120),
  LIMIT_TOKENS_PER_MINUTE: whole(1, 1_000_000).default(600),
  MAX_UPLOAD_MB: whole(1, 200).default(20),
  TELEGRAM_BOT_TOKEN: text(/^\d+:[\w-]{20,}$/, 'phải có dạng 123456:ABC… do BotFather cấp').optional(),
  TELEGRAM_MODE: z.enum(MODES, { error: `phải là ${MODES.join(' hoặc ')}` }).default('polling'),
  TELEGRAM_WEBHOOK_SECRET: text(/^[\w-]{1,256}$/, 'chỉ gồm 1 đến 256 chữ cái, chữ số, _ và -').optional(),
  TELEGRAM_API_ROOT: address().default('https://api.telegram.org'),
  ZALO_APP_ID: text(/^\d+$/, 'phải là dãy chữ số').optional(),
  ZALO_APP_SECRET: word().optional(),
  ZALO_OA_SECRET: word().optional(),
  ZALO_REFRESH_TOKEN: word().optional(),
  ZALO_API_ROOT: address().default('https://openapi.zalo.me'),
  ZALO_OAUTH_ROOT: address().default('https://oauth.zaloapp.com'),
});

type Given = z.output<typeof Variables>;

function arrange(given: Given): Config {
  return present({
    port: given.PORT,
    host: given.HOST,
    publicUrl: given.PUBLIC_URL,
    trustProxy: given.TRUST_PROXY,
    dataDir: resolve(given.DATA_DIR),
    mongodbUri: given.MONGODB_URI,
    mongodBinary: given.MONGOD_BINARY,
    directLineSecret: given.DIRECTLINE_SECRET,
    sessionSecret: given.SESSION_SECRET,
    identityKey: given.IDENTITY_KEY,
    logLevel: given.LOG_LEVEL,
    limits: {
      messagesPerMinute: given.LIMIT_MESSAGES_PER_MINUTE,
      tokensPerMinute: given.LIMIT_TOKENS_PER_MINUTE,
      uploadBytes: given.MAX_UPLOAD_MB * 1024 * 1024,
    },
    telegram: telegram(given),
    zalo: zalo(given),
  });
}

function telegram(given: Given): Config['telegram'] {
  if (!given.TELEGRAM_BOT_TOKEN) return undefined;
  if (given.TELEGRAM_MODE === 'webhook' && !given.PUBLIC_URL?.startsWith('https:'))
    throw new ConfigError('PUBLIC_URL: phải là địa chỉ https khi TELEGRAM_MODE=webhook');
  return present({
    token: given.TELEGRAM_BOT_TOKEN,
    mode: given.TELEGRAM_MODE,
    webhookSecret: given.TELEGRAM_WEBHOOK_SECRET,
    apiRoot: given.TELEGRAM_API_ROOT,
  });
}

/** All four or none: half a channel is a mistake that would otherwise show when the first citizen writes. */
function zalo(given: Given): Config['zalo'] {
  const { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET, ZALO_REFRESH_TOKEN } = given;
  const needed = { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET, ZALO_REFRESH_TOKEN };
  if (Object.values(needed).every((value) => value === undefined)) return undefined;
  const need = (name: keyof typeof needed): string => {
    const value = needed[name];
    if (value === undefined)
      throw new ConfigError(`${name}: còn thiếu, Zalo cần đủ ${Object.keys(needed).join(', ')}`);
    return value;
  };
  return {
    appId: need('ZALO_APP_ID'),
    appSecret: need('ZALO_APP_SECRET'),
    oaSecret: need('ZALO_OA_SECRET'),
    refreshToken: need('ZALO_REFRESH_TOKEN'),
    apiRoot: given.ZALO_API_ROOT,
    oauthRoot: given.ZALO_OAUTH_ROOT,
  };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the fields that are undefined. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

function text(shape: RegExp, expected: string) {
  return z.string().trim().regex(shape, expected);
}

function word() {
  return text(/^\S+$/, 'không được có khoảng trắng');
}

function secret() {
  return text(/^\S{32,}$/, 'phải dài ít nhất 32 ký tự, không có khoảng trắng');
}

function whole(least: number, most: number) {
  const expected = `phải là số từ ${least} đến ${most}`;
  return text(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);
}

function url(value: string): URL | undefined {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed && /^https?:$/.test(parsed.protocol) && !parsed.username ? parsed : undefined;
}

function address() {
  return z
    .string()
    .refine((value) => url(value), 'phải là một địa chỉ http hoặc https')
    .transform((value) => value.replace(/\/+$/, ''));
}

function origin() {
  return z
    .string()
    .refine((value) => {
      const parsed = url(value);
      return parsed?.pathname === '/' && !parsed.search && !parsed.hash;
    }, 'phải là địa chỉ gốc, ví dụ https://hotline.tinh.gov.vn')
    .transform((value) => new URL(value).origin);
}

/** "true" would believe whatever address a caller claims to have, so it is no answer. */
function trustedProxies() {
  const expected =
    'phải là số proxy đứng trước (0 đến 9), hoặc các địa chỉ IP của chúng cách nhau bằng dấu phẩy';
  return z
    .string()
    .transform((value) => value.split(',').map((item) => item.trim()))
    .refine((items) => items.every(isProxy) || /^(\d|false)$/.test(items.join()), expected)
    .transform((items) => {
      const [first = ''] = items;
      if (first === 'false' || first === '0') return false as const;
      return /^\d$/.test(first) ? Number(first) : items;
    });
}

function isProxy(item: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(item)) return true;
  const [ip = '', bits, ...rest] = item.split('/');
  const most = { 4: 32, 6: 128 }[isIP(ip)];
  if (most === undefined || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

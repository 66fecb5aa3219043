import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { type AirConfig, airOf } from './air';
import { type AlertsConfig, alertsOf } from './alerts';
import {
  type BotFrameworkConfig,
  botFrameworkOf,
  type TelegramConfig,
  telegramOf,
  type ZaloConfig,
  zaloOf,
} from './channels';
import { ConfigError } from './error';
import { present } from './present';
import { type Given, Variables } from './variables';

export { ConfigError } from './error';

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
    videoBytes: number;
    /** What the citizen's side of one conversation may hold, within any 24 hours and in all. */
    files: { day: Allowance; all: Allowance };
  };
  /** Absent: the channel is off. */
  telegram?: TelegramConfig;
  zalo?: ZaloConfig;
  /** Shows Zalo that `publicUrl` is ours; it may ask for that before it gives out its secrets. */
  zaloDomainProof?: string;
  /** Teams and others, through Azure Bot Service. */
  botFramework?: BotFrameworkConfig;
  alerts: AlertsConfig;
  air: AirConfig;
}

interface Allowance {
  files: number;
  bytes: number;
}

const MB = 1024 * 1024;

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
  if (value === undefined || /SECRET|KEY|TOKEN$|PASSWORD|SMTP_URL|MONGODB_URI/.test(name)) return '';
  return ` (đang là ${JSON.stringify(value.slice(0, 80))})`;
}

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
      uploadBytes: given.MAX_UPLOAD_MB * MB,
      videoBytes: given.MAX_VIDEO_MB * MB,
      files: {
        day: { files: given.LIMIT_FILES_PER_DAY, bytes: given.LIMIT_FILE_MB_PER_DAY * MB },
        all: { files: given.LIMIT_FILES, bytes: given.LIMIT_FILE_MB * MB },
      },
    },
    telegram: telegramOf(given),
    zalo: zaloOf(given),
    zaloDomainProof: given.ZALO_DOMAIN_PROOF,
    botFramework: botFrameworkOf(given),
    alerts: alertsOf(given),
    air: airOf(given),
  });
}

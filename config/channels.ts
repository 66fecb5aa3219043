import { ConfigError } from './error';
import { present } from './present';
import { type Given, TELEGRAM_API } from './variables';

export interface TelegramConfig {
  token: string;
  mode: 'webhook' | 'polling';
  webhookSecret?: string;
  apiRoot: string;
}

export interface ZaloConfig {
  appId: string;
  appSecret: string;
  oaSecret: string;
  /** Of a consent given elsewhere; absent: the OA's administrator consents in the console. */
  refreshToken?: string;
  apiRoot: string;
  oauthRoot: string;
  /** Where files of citizens may be fetched from, with all below. */
  fileHosts: readonly string[];
  buttons: boolean;
  billed: boolean;
  /** Tells of news outside the 48 hours. */
  template?: { id: string; code: string; state: string };
}

/** A bot registered with Azure Bot Service. */
export interface BotFrameworkConfig {
  appId: string;
  password: string;
  type: 'SingleTenant' | 'MultiTenant';
  tenantId?: string;
  /** Where the service lives, if not in Azure's public cloud. No variable sets it; tests do. */
  cloud?: { loginUrl?: string; openIdMetadata?: string; fileHosts?: string[] };
}

export function telegramOf(given: Given): TelegramConfig | undefined {
  if (!given.TELEGRAM_BOT_TOKEN) return undefined;
  // A Bot API server of one's own takes http, too.
  const scheme = given.TELEGRAM_API_ROOT === TELEGRAM_API ? 'https' : 'http';
  if (given.TELEGRAM_MODE === 'webhook' && !given.PUBLIC_URL?.startsWith(scheme))
    throw new ConfigError(`PUBLIC_URL: phải là địa chỉ ${scheme} khi TELEGRAM_MODE=webhook`);
  return present({
    token: given.TELEGRAM_BOT_TOKEN,
    mode: given.TELEGRAM_MODE,
    webhookSecret: given.TELEGRAM_WEBHOOK_SECRET,
    apiRoot: given.TELEGRAM_API_ROOT,
  });
}

/** The three or none: half a channel is a mistake that would otherwise show when the first citizen writes. */
export function zaloOf(given: Given): ZaloConfig | undefined {
  const { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET, ZALO_REFRESH_TOKEN: refreshToken } = given;
  const needed = { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET };
  if ([...Object.values(needed), refreshToken].every((value) => value === undefined)) return undefined;
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
    apiRoot: given.ZALO_API_ROOT,
    oauthRoot: given.ZALO_OAUTH_ROOT,
    fileHosts: given.ZALO_FILE_HOSTS,
    buttons: given.ZALO_BUTTONS === 'on',
    billed: given.ZALO_BILLED === 'on',
    ...templateOf(given),
    ...(refreshToken && { refreshToken }),
  };
}

function templateOf({ ZALO_TEMPLATE_ID: id, ZALO_TEMPLATE_CODE: code, ZALO_TEMPLATE_STATE: state }: Given) {
  return id === undefined ? {} : { template: { id, code, state } };
}

/** The identity and its password or none; an app of one tenant needs to say which. */
export function botFrameworkOf(given: Given): BotFrameworkConfig | undefined {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TYPE: type } = given;
  const tenantId = given.MICROSOFT_APP_TENANT_ID;
  if (!appId && !password) return undefined;
  if (!appId) throw new ConfigError('MICROSOFT_APP_ID: còn thiếu, cần cùng MICROSOFT_APP_PASSWORD');
  if (!password) throw new ConfigError('MICROSOFT_APP_PASSWORD: còn thiếu, cần cùng MICROSOFT_APP_ID');
  if (type === 'SingleTenant' && !tenantId)
    throw new ConfigError('MICROSOFT_APP_TENANT_ID: còn thiếu khi MICROSOFT_APP_TYPE=SingleTenant');
  return present({ appId, password, type, tenantId });
}

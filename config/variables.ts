import { z } from 'zod';
import {
  address,
  email,
  emails,
  hosts,
  origin,
  secret,
  text,
  trustedProxies,
  uuid,
  whole,
  word,
} from './values';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** Telegram's own servers. */
export const TELEGRAM_API = 'https://api.telegram.org';
const MODES = ['webhook', 'polling'] as const;
const SWITCH = ['on', 'off'] as const;
const onOrOff = z.enum(SWITCH, { error: `phải là ${SWITCH.join(' hoặc ')}` });
/** Name of a blank in a template of Zalo's. */
const parameter = () => text(/^\w{1,64}$/, 'phải là tên tham số của mẫu tin, chỉ gồm chữ không dấu, số và _');
/** What Zalo's tag holds, or the name of its page around it. */
const domainProof = () =>
  text(
    /^(?:zalo_verifier[\w-]{8,100}\.html|[\w-]{8,100})$/,
    'phải là tên tệp zalo_verifier….html, hoặc giá trị content của thẻ meta do Zalo cấp',
  ).transform((given) => given.replace(/^zalo_verifier|\.html$/g, ''));
const APP_TYPES = ['SingleTenant', 'MultiTenant'] as const;

/** Every variable that the system reads, what it must look like, and its default; .env.example tells what for. */
export const Variables = z.object({
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
  MAX_VIDEO_MB: whole(1, 200).default(50),
  LIMIT_FILES_PER_DAY: whole(1, 100_000).default(200),
  LIMIT_FILE_MB_PER_DAY: whole(1, 1_000_000).default(1000),
  LIMIT_FILES: whole(1, 1_000_000).default(2000),
  LIMIT_FILE_MB: whole(1, 10_000_000).default(5000),
  TELEGRAM_BOT_TOKEN: text(/^\d+:[\w-]{20,}$/, 'phải có dạng 123456:ABC… do BotFather cấp').optional(),
  TELEGRAM_MODE: z.enum(MODES, { error: `phải là ${MODES.join(' hoặc ')}` }).default('polling'),
  TELEGRAM_WEBHOOK_SECRET: text(/^[\w-]{1,256}$/, 'chỉ gồm 1 đến 256 chữ cái, chữ số, _ và -').optional(),
  TELEGRAM_API_ROOT: address().default(TELEGRAM_API),
  ZALO_APP_ID: text(/^\d+$/, 'phải là dãy chữ số').optional(),
  ZALO_APP_SECRET: word().optional(),
  ZALO_OA_SECRET: word().optional(),
  ZALO_REFRESH_TOKEN: word().optional(),
  ZALO_DOMAIN_PROOF: domainProof().optional(),
  ZALO_BUTTONS: onOrOff.default('off'),
  ZALO_BILLED: onOrOff.default('off'),
  ZALO_TEMPLATE_ID: text(/^\d{1,20}$/, 'phải là dãy chữ số của mẫu tin đã duyệt').optional(),
  ZALO_TEMPLATE_CODE: parameter().default('ma_phan_anh'),
  ZALO_TEMPLATE_STATE: parameter().default('trang_thai'),
  ZALO_FILE_HOSTS: hosts().default(['zdn.vn', 'zadn.vn', 'dlfl.vn', 'dlmd.me', 'zalo.me']),
  ZALO_API_ROOT: address().default('https://openapi.zalo.me'),
  ZALO_OAUTH_ROOT: address().default('https://oauth.zaloapp.com'),
  MICROSOFT_APP_ID: uuid().optional(),
  MICROSOFT_APP_PASSWORD: word().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(APP_TYPES, { error: `phải là ${APP_TYPES.join(' hoặc ')}` })
    .default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: uuid().optional(),
  OPENAQ_API_KEY: word().optional(),
  OPENAQ_ROOT: address().default('https://api.openaq.org'),
  OPEN_METEO: onOrOff.default('on'),
  OPEN_METEO_ROOT: address().default('https://air-quality-api.open-meteo.com'),
  AIR_STATION_KM: whole(1, 25).default(15),
  ENVISOFT: onOrOff.default('off'),
  ENVISOFT_ROOT: address().default('https://envisoft.gov.vn'),
  ALERT_TELEGRAM_CHAT_ID: text(
    /^-?\d{1,16}$/,
    'phải là mã số của nhóm Telegram, ví dụ -1001234567890',
  ).optional(),
  ALERT_EMAIL_TO: emails().optional(),
  ALERT_EMAIL_FROM: email().optional(),
  SMTP_URL: text(/^smtps?:\/\/\S+$/, 'phải có dạng smtp://người:mật-khẩu@máy:587').optional(),
  ALERT_QUIET_HOURS: text(
    /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
    'phải có dạng 22:00-06:00',
  ).optional(),
});

/** The variables as they were given, checked. */
export type Given = z.output<typeof Variables>;

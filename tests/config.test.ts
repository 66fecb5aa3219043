import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, loadDotEnv, readConfig } from '../config';

const refusal = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'taken';
};

test('with nothing set, everything works: embedded database, port 3000, channels off', () => {
  const config = readConfig({});
  expect(config).toEqual({
    port: 3000,
    trustProxy: false,
    dataDir: resolve('data'),
    logLevel: 'info',
    limits: {
      messagesPerMinute: 120,
      tokensPerMinute: 600,
      uploadBytes: 20 * 1024 * 1024,
      videoBytes: 50 * 1024 * 1024,
      files: {
        day: { files: 200, bytes: 1000 * 1024 * 1024 },
        all: { files: 2000, bytes: 5000 * 1024 * 1024 },
      },
    },
    alerts: {},
    air: { nearKm: 15, openMeteo: { root: 'https://air-quality-api.open-meteo.com' } },
  });
});

test('what .env.example says is what holds without it', () => {
  const example = parseEnv(readFileSync(join(__dirname, '..', '.env.example'), 'utf8'));
  expect(readConfig(example as NodeJS.ProcessEnv)).toEqual(readConfig({}));
});

test('a variable that is set to nothing is not set', () => {
  expect(readConfig({ PORT: '', MONGODB_URI: ' ', SESSION_SECRET: '' })).toEqual(readConfig({}));
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['PORT', '0x10'],
  ['HOST', 'http://here'],
  ['PUBLIC_URL', 'hotline.gov.vn'],
  ['PUBLIC_URL', 'ftp://hotline.gov.vn'],
  ['PUBLIC_URL', 'https://hotline.gov.vn/chat'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.1,nowhere'],
  ['TRUST_PROXY', '10.0.0.1/33'],
  ['MONGODB_URI', 'localhost:27017'],
  ['DIRECTLINE_SECRET', 'too short'],
  ['SESSION_SECRET', 'too-short'],
  ['IDENTITY_KEY', 'zz'.repeat(32)],
  ['LOG_LEVEL', 'loud'],
  ['LIMIT_MESSAGES_PER_MINUTE', '0'],
  ['LIMIT_TOKENS_PER_MINUTE', 'many'],
  ['MAX_UPLOAD_MB', '1000'],
  ['TELEGRAM_BOT_TOKEN', 'token'],
  ['TELEGRAM_MODE', 'push'],
  ['TELEGRAM_WEBHOOK_SECRET', 'a b'],
  ['TELEGRAM_API_ROOT', 'api.telegram.org'],
  ['ZALO_APP_ID', 'app'],
  ['ZALO_DOMAIN_PROOF', '<meta content="abc">'],
  ['ZALO_FILE_HOSTS', 'zdn.vn, https://dlfl.vn'],
  ['ZALO_API_ROOT', 'openapi'],
  ['ZALO_OAUTH_ROOT', '//oauth'],
  ['OPENAQ_ROOT', 'openaq'],
  ['OPEN_METEO', 'yes'],
  ['AIR_STATION_KM', '50'],
  ['OPEN_METEO_ROOT', 'open-meteo.com'],
  ['ENVISOFT', 'true'],
  ['ENVISOFT_ROOT', 'envisoft'],
])('%s=%s is refused in one line that names the variable', (name, value) => {
  expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name}: phải [^\\n]+$|^${name}: chỉ [^\\n]+$`));
});

test('the value of a secret is never shown', () => {
  for (const name of ['SESSION_SECRET', 'IDENTITY_KEY', 'DIRECTLINE_SECRET', 'TELEGRAM_BOT_TOKEN'])
    expect(refusal({ [name]: 'hunter2' })).not.toContain('hunter2');
  expect(refusal({ MONGODB_URI: 'mongo://me:hunter2@db' })).not.toContain('hunter2');
});

test('half a channel names what is missing; a webhook needs an address', () => {
  expect(refusal({ ZALO_APP_ID: '123', ZALO_APP_SECRET: 'abc' })).toMatch(/^ZALO_OA_SECRET: /);
  const token = { TELEGRAM_BOT_TOKEN: '123456:abcdefghijklmnopqrstuvwxyz', TELEGRAM_MODE: 'webhook' };
  expect(refusal(token)).toMatch(/^PUBLIC_URL: /);
  const open = readConfig({ ...token, PUBLIC_URL: 'https://hotline.gov.vn/' });
  expect(open).toMatchObject({ publicUrl: 'https://hotline.gov.vn', telegram: { mode: 'webhook' } });
});

test('the proof of a domain is given as Zalo hands it out: a page or a tag', () => {
  for (const given of ['GTcnSB_B2MPytA1g-fzec', 'zalo_verifierGTcnSB_B2MPytA1g-fzec.html'])
    expect(readConfig({ ZALO_DOMAIN_PROOF: given }).zaloDomainProof).toBe('GTcnSB_B2MPytA1g-fzec');
});

test('who is asked about the air: a key opens OpenAQ, the others are switched', () => {
  const root = 'http://localhost:4000/';
  const set = {
    OPENAQ_API_KEY: 'k',
    OPENAQ_ROOT: root,
    OPEN_METEO: 'off',
    ENVISOFT: 'on',
    ENVISOFT_ROOT: root,
  };
  expect(readConfig(set).air).toEqual({
    nearKm: 15,
    openAq: { root: 'http://localhost:4000', key: 'k' },
    envisoft: { root: 'http://localhost:4000' },
  });
});

test.each([
  ['0', false],
  ['2', 2],
  ['loopback, 10.0.0.0/8,::1', ['loopback', '10.0.0.0/8', '::1']],
])('TRUST_PROXY=%s', (given, taken) => {
  expect(readConfig({ TRUST_PROXY: given }).trustProxy).toEqual(taken);
});

test('.env fills in what the environment leaves open; one that is a folder is told of', () => {
  const room = mkdtempSync(join(tmpdir(), 'hotline-env-'));
  const env: NodeJS.ProcessEnv = { LOG_LEVEL: 'warn' };
  try {
    writeFileSync(join(room, '.env'), 'LOG_LEVEL=debug\nMAX_UPLOAD_MB=5\n');
    loadDotEnv(join(room, '.env'), env);
    expect(readConfig(env)).toMatchObject({ logLevel: 'warn', limits: { uploadBytes: 5 * 1024 * 1024 } });
    expect(() => loadDotEnv(room, env)).toThrow(ConfigError);
    loadDotEnv(join(room, 'none'), env);
  } finally {
    rmSync(room, { recursive: true });
  }
});

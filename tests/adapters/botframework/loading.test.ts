import { Database, endAll, System } from '../../system';

jest.setTimeout(120_000);

const MICROSOFT = {
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_PASSWORD: 'mat-khau~cua.bot',
  MICROSOFT_APP_TENANT_ID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
};

/** Runs in the system before everything else; when it ends, it tells whether the SDK was loaded. */
const WITNESS = `
  import modules from 'node:module';
  process.on('exit', () => {
    const loaded = Object.keys(modules._cache).some((file) => /node_modules[/\\\\]botbuilder[/\\\\]/.test(file));
    console.log('botbuilder: ' + (loaded ? 'loaded' : 'not loaded'));
  });
`;

let database: Database;
beforeAll(async () => {
  database = await Database.start();
}, 120_000);
afterAll(endAll);

/** What a whole system says of the channel, from its start to its end. */
async function run(env: NodeJS.ProcessEnv) {
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(WITNESS)}`;
  const system = await System.start({ mongodbUri: database.fresh(), env: { NODE_OPTIONS, ...env } });
  const call = { method: 'POST', body: '{"type":"message"}' };
  const { status } = await fetch(`${system.base}/webhooks/botframework`, call);
  const ready = (await (await fetch(`${system.base}/readyz`)).json()) as { channels: Record<string, string> };
  expect(await system.stop()).toBe(0);
  return { status, state: ready.channels['botframework'], said: system.output };
}

test('without its variables the channel is off, and nothing of its SDK is loaded', async () => {
  const { status, state, said } = await run({});
  expect([status, state]).toEqual([404, 'off']);
  expect(said).toContain('Bot Framework (Teams…) tắt');
  expect(said).toContain('botbuilder: not loaded');
});

test('with them it is on, and calls that nobody signed are refused', async () => {
  const { status, state, said } = await run(MICROSOFT);
  expect([status, state]).toEqual([401, 'on']);
  expect(said).toContain('Bot Framework (Teams…) bật');
  expect(said).toContain('botbuilder: loaded');
});

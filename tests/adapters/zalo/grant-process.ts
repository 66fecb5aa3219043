import { createConnection } from 'mongoose';
import { zaloGrant } from '../../../adapters/zalo/grant';
import type { GrantHold } from '../../../hotline/grants';
import { duties } from '../../../storage/duties';
import { grantStore } from '../../../storage/grants';
import { grantDrafts } from '../../../storage/grants/drafts';

/**
 * A process of its own that renews the grant when it is told that a token was refused. At each point around the renewal
 * it says where it is and waits to be let on, so that it can be killed there.
 */
export type Point = 'marked' | 'answered' | 'written' | 'kept';
export type Said = { at: Point } | { token: string } | { failed: string } | { ready: true };
/** `refreshToken`: as it was set when the process began; later ones are not looked at. */
export type Told = { goOn: true } | { refused: string; refreshToken: string };

const { URI = '', ROOT = '', APP_ID = '', APP_SECRET = '', DATA_DIR = '', LEASE_MS } = process.env;
const SEALING = Buffer.alloc(32, 3);

const say = (said: Said): void => void process.send?.(said);

async function at(point: Point): Promise<void> {
  say({ at: point });
  await new Promise<void>((resolve) => {
    const hear = (told: Told): void => {
      if (!('goOn' in told)) return;
      process.off('message', hear);
      resolve();
    };
    process.on('message', hear);
  });
}

async function main(): Promise<void> {
  const connection = await createConnection(URI).asPromise();
  const store = grantStore(connection, SEALING);
  const drafts = grantDrafts(DATA_DIR, SEALING);
  const quiet = (): undefined => undefined;
  const open = (refreshToken: string) =>
    zaloGrant({
      appId: APP_ID,
      appSecret: APP_SECRET,
      apiRoot: ROOT,
      oauthRoot: ROOT,
      refreshToken,
      key: Buffer.alloc(32, 5),
      store: {
        ...store,
        hold: async (name, ms) => stopping(await store.hold(name, ms)),
        keep: async (name, numbered, mark) => {
          const done = await store.keep(name, numbered, mark);
          if (mark === undefined) await at('kept');
          return done;
        },
      },
      drafts: {
        ...drafts,
        write: async (name, numbered) => {
          await at('answered');
          await drafts.write(name, numbered);
          await at('written');
        },
      },
      duties: duties(connection),
      line: { up: quiet, down: quiet },
      onLost: async () => undefined,
      log: { info: quiet, warn: quiet, error: quiet },
      leaseMs: Number(LEASE_MS),
      restMs: 0,
    });
  let right: ReturnType<typeof open> | undefined;
  process.on('message', (told: Told) => {
    if (!('refused' in told)) return;
    right ??= open(told.refreshToken);
    const { grant } = right;
    const answer = told.refused === '' ? grant.token() : grant.another(told.refused);
    answer.then(
      (token) => say({ token }),
      (error: Error) => say({ failed: error.name }),
    );
  });
  process.on('disconnect', () => process.exit());
  say({ ready: true });
}

/** The last moment before Zalo is asked. */
function stopping(hold: GrantHold | undefined): GrantHold | undefined {
  if (!hold) return undefined;
  return {
    ...hold,
    async note(note) {
      const done = await hold.note(note);
      if (note.renewing) await at('marked');
      return done;
    },
  };
}

void main();

import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../../config';
import { assemble } from '../../../house';
import { loadKeys } from '../../../storage/keys';
import { prepareData } from '../../../storage/migrations';
import { openDatabase } from '../../database';
import { BotService } from '../../emulators/botframework/service';
import { Officer } from '../../officer';
import type { System } from '../../system';

/** The whole house on a real database, with a Bot Service of one's own on the other side. */
export async function openHouse() {
  const service = await new BotService().start();
  const database = await openDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-botframework-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    MICROSOFT_APP_ID: service.app.appId,
    MICROSOFT_APP_PASSWORD: service.app.password,
    MICROSOFT_APP_TENANT_ID: service.app.tenantId,
  });
  if (!config.botFramework) throw new Error('the channel is off');
  config.botFramework.cloud = service.cloud;
  await prepareData(database.connection, () => undefined);
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) });
  const parts = { config, keys: loadKeys(config), connection: database.connection, log };
  const house = await assemble({ root: process.cwd(), ...parts });
  await new Promise<void>((resolve) => house.server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(house.server.address() as AddressInfo).port}`;
  service.botUrl = `${base}/webhooks/botframework`;

  /** A person of the staff, signed in. */
  async function officer(): Promise<Officer> {
    const firstAdminToken = (await house.firstAdminLink())?.split('#setup=')[1];
    return Officer.first({ base, firstAdminToken } as unknown as System);
  }

  async function close(): Promise<void> {
    await house.stop();
    await database.close();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }

  const all = (collection: string) => database.connection.collection(collection).find().toArray();
  return { service, officer, all, logged, close };
}

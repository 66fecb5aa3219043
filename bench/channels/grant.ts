import { killsAroundRenewal } from '../../tests/adapters/zalo/grant-kills';
import { openDatabase } from '../../tests/database';

/** `kill -9` at every point around the renewal of Zalo's grant, four processes at it. */
export async function grantKilled(kills: number) {
  const database = await openDatabase();
  try {
    return await killsAroundRenewal({ uri: database.uri, kills, processes: 4, leaseMs: 1_500 });
  } finally {
    await database.close();
  }
}

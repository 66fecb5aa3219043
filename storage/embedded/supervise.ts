import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { reason } from '../refused';
import { hasEnded, rotate, spawnMongod, stopMongod } from './mongod';
import type { MongodPlace } from './mongod';

/**
 * A hotline must come back by itself: a mongod that dies is started again on the same port, where the app's driver
 * looks for it. Returns how to stop it for good.
 */
export function supervise(
  first: ChildProcess,
  place: MongodPlace,
  port: number,
  say: (line: string) => void,
): () => Promise<void> {
  let child = first;
  let stopping = false;
  let reviving: Promise<void> | undefined;

  const watch = () => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      say(`mongod: dừng bất ngờ (${signal ?? `mã ${code}`}), đang khởi động lại`);
      reviving = revive();
    });
  };
  const revive = async () => {
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        child = await spawnMongod(place, port, () => stopping);
        if (stopping) return;
        say('mongod: đã chạy lại');
        // It may have died again before anybody watched.
        if (!hasEnded(child)) return watch();
      } catch (error) {
        if (!stopping) say(`mongod: chưa chạy lại được (${reason(error)})`);
      }
      await pause(wait, undefined, { ref: false });
    }
  };
  watch();
  const logs = setInterval(() => {
    if (process.platform !== 'win32' && rotate(place.logPath)) child.kill('SIGUSR1');
  }, 600_000);
  logs.unref();

  return async () => {
    stopping = true;
    clearInterval(logs);
    await reviving;
    await stopMongod(child);
  };
}

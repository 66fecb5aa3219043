import { IncomingMessage, type Server, ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Config } from './config';
import { inFull } from './logging';
import { StartRefused } from './storage/refused';

/** How long calls under way may take to end when the system stops. */
const STOP_GRACE_MS = 8_000;
const IDLE_LOOK_MS = 50;
/** What then is not done never will be; all that was acknowledged is in the database. */
const STOP_PATIENCE_MS = 45_000;

/**
 * A server whose calls and answers are born as the application's own. Express would make them that afterwards, and an
 * answer whose prototype is changed lives on among the old objects, with the whole call: two fifths of what a call costs.
 */
export function serverOf(app: Express): Server {
  class Call extends IncomingMessage {}
  class Answer<Request extends IncomingMessage> extends ServerResponse<Request> {}
  Object.setPrototypeOf(Call.prototype, app.request);
  Object.setPrototypeOf(Answer.prototype, app.response);
  Object.assign(app, { request: Call.prototype, response: Answer.prototype });
  return createServer({ IncomingMessage: Call, ServerResponse: Answer }, app);
}

/**
 * Listens, and tells the port.
 * @throws StartRefused when another program has it
 */
export function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartRefused(`PORT: cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác`)
          : error,
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets calls under way end, for a while; connections that only wait, or come to wait, are closed at once. */
export function closed(server: Server): Promise<void> {
  // Who keeps a connection busy would otherwise hold up the stop to its last moment.
  server.prependListener('request', (_req, res) => res.setHeader('connection', 'close'));
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
    const grace = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** What is under way is finished, a start included; a second signal changes nothing. */
export function stopOnSignal(starting: Promise<{ stop(): Promise<void> }>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    console.log('Đang dừng…');
    setTimeout(giveUp, STOP_PATIENCE_MS).unref();
    void starting
      .then((hotline) => hotline.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(inFull(error));
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function giveUp(): void {
  console.error('Chưa dừng xong sau 45 giây nên thoát ngay; những gì đã nhận đều nằm trong cơ sở dữ liệu.');
  process.exit(1);
}

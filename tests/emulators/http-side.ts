import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an emulator is reached by: HTTP on a port of this machine. */
export class HttpSide {
  private readonly server;

  constructor(answer: RequestListener) {
    this.server = createServer(answer);
  }

  /** On any free port, or on this one. */
  async open(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
  }

  /** Lines that are open are cut. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

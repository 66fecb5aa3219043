import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Connection } from 'mongoose';
import { type GrantOptions, zaloGrant } from '../../../adapters/zalo/grant';
import { duties } from '../../../storage/duties';
import { grantStore } from '../../../storage/grants';
import { grantDrafts } from '../../../storage/grants/drafts';
import type { ZaloEmulator } from '../../emulators/zalo/emulator';

const SEALING = Buffer.alloc(32, 3);
const KEY = Buffer.alloc(32, 5);

/** Processes that act for one OA: they share the database, and the disk unless told otherwise. */
export class GrantHouse {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'hotline-grants-'));
  readonly line: string[] = [];
  readonly lost: Date[] = [];
  readonly logged: string[] = [];
  readonly store;
  private readonly stops: (() => Promise<unknown>)[] = [];

  constructor(
    readonly zalo: ZaloEmulator,
    private readonly connection: Connection,
  ) {
    this.store = grantStore(connection, SEALING);
  }

  get name(): string {
    return `zalo/${this.zalo.settings.appId}`;
  }

  /** Pairs that lie on the disk. */
  get drafts(): string[] {
    try {
      return readdirSync(join(this.dataDir, 'grants'));
    } catch {
      return [];
    }
  }

  get kept() {
    return this.store.find(this.name);
  }

  /** As a process starts; `options` may replace anything. */
  process(options: Partial<GrantOptions> = {}) {
    const { appId, appSecret } = this.zalo.settings;
    const log = (details: object, message: string) =>
      void this.logged.push(`${message} ${JSON.stringify(details)}`);
    const right = zaloGrant({
      appId,
      appSecret,
      apiRoot: this.zalo.root,
      oauthRoot: this.zalo.root,
      refreshToken: this.zalo.settings.refreshToken,
      publicUrl: 'https://hotline.test',
      key: KEY,
      store: this.store,
      drafts: grantDrafts(this.dataDir, SEALING),
      duties: duties(this.connection),
      line: { up: () => void this.line.push('up'), down: (reason) => void this.line.push(reason) },
      onLost: async (since) => void this.lost.push(since),
      log: { info: log, warn: log, error: log },
      now: () => new Date(this.zalo.world.clock.now()),
      ...options,
    });
    this.stops.push(right.stop);
    return right;
  }

  /** The way back from Zalo's page, served. */
  async served(right: ReturnType<GrantHouse['process']>): Promise<string> {
    const server = express().use(right.router).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    this.stops.push(() => new Promise((resolve) => server.close(resolve)));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** How often a pair was given by the token server, whoever heard of it. */
  get given(): number {
    return this.zalo.calls('access_token').filter(({ done }) => done).length;
  }

  async close(): Promise<void> {
    for (const stop of this.stops) await stop();
    await this.zalo.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

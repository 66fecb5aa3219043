import { type Account } from './accounts';
import { Assets } from './assets';
import { Changing } from '../changing';
import { Faults } from '../faults';
import { Clock } from './clock';
import { Deliveries } from './deliveries';
import type { Fault } from './faults';
import { Files } from './files';
import { Grants } from './grants';
import { Rate } from './rate';
import { type Settings } from './settings';
import { type ZaloEvent } from './shapes';
import { Webhook } from './webhook';

/** A call that the system made, for tests to look at. */
export interface Call {
  /** `message/cs`, `upload/image`, `access_token` … */
  operation: string;
  params: Readonly<Record<string, unknown>>;
  /** Names of the files in its body. */
  files: readonly string[];
  at: number;
  /** HTTP status; `dropped` when the client was left without an answer. */
  outcome: number | 'dropped';
  /** The error in the answer; 0 is success. */
  error: number;
  /** Whether it had its effect, whatever the client was told. */
  done: boolean;
  result?: unknown;
}

/** All that this Zalo knows: one app, one OA, the people around it, what has happened. In memory only. */
export class World extends Changing {
  readonly clock = new Clock(() => this.changed());
  readonly deliveries = new Deliveries();
  readonly webhook: Webhook;
  readonly grants: Grants;
  readonly faults = new Faults<Fault>(['access_token', 'download']);
  readonly files = new Files(() => this.root);
  readonly assets: Assets;
  readonly rate: Rate;
  readonly accounts = new Map<string, Account>();
  readonly calls: Call[] = [];
  billedLeft: number;
  /** Where this Zalo is reached; known when it runs. */
  root = '';

  constructor(readonly settings: Settings) {
    super();
    this.deliveries.onChange(() => this.changed());
    this.webhook = new Webhook(this.deliveries, this.clock, settings);
    this.grants = new Grants(this.clock, settings.refreshToken);
    this.assets = new Assets(this.clock, settings.uploadsPerMonth);
    this.rate = new Rate(this.clock, settings.requestsPerMinute);
    this.billedLeft = settings.billedMessages;
  }

  /** Tells the webhook, if there is one. */
  tell(event: Omit<ZaloEvent, 'app_id' | 'timestamp'>, lane: string): ZaloEvent {
    const { appId: app_id } = this.settings;
    const made: ZaloEvent = { app_id, ...structuredClone(event), timestamp: String(this.clock.now()) };
    this.deliveries.add(made, lane, this.webhook.url !== undefined);
    return made;
  }

  /** Something on the phones or on the way is different now. */
  override changed(): void {
    this.webhook.pump();
    super.changed();
  }
}

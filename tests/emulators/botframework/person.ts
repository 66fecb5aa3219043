import { setTimeout as pause } from 'node:timers/promises';
import type { Sent } from './connector';
import type { BotService } from './service';

interface Who {
  name: string;
  channelId: string;
  number: number;
}

/** Somebody who writes to the bot. The connector posts each message until it is taken. */
export class Person {
  readonly id: string;
  readonly conversation: string;
  readonly aadObjectId: string;

  constructor(
    private readonly service: BotService,
    private readonly who: Who,
  ) {
    this.id = `29:user-${who.number}-${encodeURIComponent(who.name)}`;
    this.conversation = `a:conversation-${who.number}`;
    this.aadObjectId = `00000000-0000-4000-8000-${String(who.number).padStart(12, '0')}`;
  }

  /** Opens the bot for the first time. */
  async opens(): Promise<void> {
    await this.send({
      type: 'conversationUpdate',
      membersAdded: [{ id: this.bot }, { id: this.id }],
    });
    await this.send({ type: 'installationUpdate', action: 'add' });
  }

  async says(text: string, more: object = {}): Promise<object> {
    return this.send({ type: 'message', text, textFormat: 'plain', ...more });
  }

  /** An activity as the channel makes it of what this person does. */
  activity(what: object): Record<string, unknown> {
    const { channelId, name } = this.who;
    const tenantId = this.service.app.tenantId;
    return {
      id: this.service.nextId(),
      timestamp: new Date().toISOString(),
      localTimestamp: '2026-11-25T09:00:00.000+07:00',
      localTimezone: 'Asia/Ho_Chi_Minh',
      locale: 'vi-VN',
      channelId,
      serviceUrl: this.service.serviceUrl,
      from: { id: this.id, name, aadObjectId: this.aadObjectId },
      recipient: { id: this.bot, name: 'Hotline Xanh' },
      conversation: { id: this.conversation, conversationType: 'personal', tenantId },
      entities: [{ type: 'clientInfo', locale: 'vi-VN', country: 'VN', platform: 'Windows' }],
      channelData: { tenant: { id: tenantId } },
      ...what,
    };
  }

  /** Until it is taken; what the bot refuses is not tried again. */
  async send(what: object): Promise<object> {
    const activity = this.activity(what);
    for (let tries = 0; tries < 50; tries++) {
      const answer = await this.service.post(activity);
      if (answer.ok) return activity;
      if (answer.status < 500) throw new Error(`refused with ${answer.status}: ${await answer.text()}`);
      await pause(50);
    }
    throw new Error('the bot never took it');
  }

  /** All that the bot has said to this person. */
  get heard(): Sent[] {
    return this.service.connector.sent.filter(({ conversation }) => conversation === this.conversation);
  }

  async hears(like: (sent: Sent) => boolean): Promise<Sent> {
    const { connector } = this.service;
    return connector.hears((sent) => sent.conversation === this.conversation && like(sent));
  }

  private get bot(): string {
    return `28:${this.service.app.appId}`;
  }
}

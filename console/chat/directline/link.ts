import { ConversationGone, type Access } from './access';
import { backoffMs, Pause } from './backoff';
import type { DirectLine } from './calls';
import { follow, ownAddress, type OpenSocket } from './socket';
import type { ActivitySet, WireActivity } from './wire';

/** `slow`: WebSockets are blocked here, so the page asks every few seconds. */
export type LinkState = 'connecting' | 'open' | 'slow' | 'offline';

interface Parts {
  access: Access;
  calls: DirectLine;
  page: { protocol: string; host: string };
  isOnline: () => boolean;
  isHidden: () => boolean;
  heard: (activities: WireActivity[]) => void;
  changed: (state: LinkState) => void;
  /** This conversation is not the one to show any more: closed for good, or left in another tab. */
  gone: (conversation: string) => void;
}

const POLL_MS = 2_000;
const POLL_HIDDEN_MS = 15_000;
/** How long to poll before a socket is tried again. */
const POLLS_FOR_MS = 120_000;
const RENEW_MS = 15 * 60_000;

/** Keeps the conversation flowing in: socket, or polling; drops, restarts and dead lines included. */
export class Link {
  private watermark = '';
  private conversation = '';
  private tries = 0;
  private blocked = 0;
  private running = false;
  private socket: OpenSocket | undefined;
  private readonly pause = new Pause();

  constructor(private readonly parts: Parts) {}

  /** Runs until `close`. */
  async run(): Promise<void> {
    this.running = true;
    const renewing = setInterval(() => void this.renew(), RENEW_MS);
    while (this.running) {
      try {
        await this.connectOnce();
      } catch (error) {
        if (error instanceof ConversationGone) this.forget();
      }
      if (!this.running) break;
      this.parts.changed(this.parts.isOnline() ? 'connecting' : 'offline');
      await this.pause.for(backoffMs(this.tries++));
    }
    clearInterval(renewing);
  }

  /** There is reason to hope (back online, page in front again), or to doubt that the socket is alive. */
  async poke(): Promise<void> {
    this.tries = 0;
    this.pause.cut();
    if (!this.socket) return;
    const doubted = this.socket;
    await this.catchUp().catch(() => doubted.close());
  }

  isAt(conversation: string): boolean {
    return conversation === this.conversation;
  }

  /** Goes over to the conversation that the session names now, from its first message on. */
  restart(): void {
    this.conversation = '';
    this.watermark = '';
    this.tries = 0;
    this.socket?.close();
    this.pause.cut();
  }

  close(): void {
    this.running = false;
    this.socket?.close();
    this.pause.cut();
  }

  private async connectOnce(): Promise<void> {
    const { access, calls } = this.parts;
    const { session, opened } = await access.session();
    if (session.conversationId !== this.conversation) this.watermark = '';
    this.conversation = session.conversationId;
    await this.catchUp();
    if (this.blocked > 1) return this.poll();
    const { streamUrl } =
      opened && this.watermark === ''
        ? opened
        : await access.with(({ token, conversationId }) =>
            calls.reconnect(token, conversationId, this.watermark),
          );
    if (streamUrl === undefined) return this.poll();
    await this.listen(streamUrl);
  }

  private async listen(streamUrl: string): Promise<void> {
    const { conversation } = this;
    this.socket = follow(
      ownAddress(streamUrl, this.parts.page),
      (set) => this.take(set, conversation),
      () => {
        this.tries = 0;
        this.blocked = 0;
        this.parts.changed('open');
      },
    );
    const end = await this.socket.ended;
    this.socket = undefined;
    if (end === 'never' && this.parts.isOnline()) this.blocked += 1;
  }

  private async poll(): Promise<void> {
    const until = Date.now() + POLLS_FOR_MS;
    const { conversation } = this;
    while (this.running && Date.now() < until && conversation === this.conversation) {
      this.parts.changed('slow');
      await this.pause.for(this.parts.isHidden() ? POLL_HIDDEN_MS : POLL_MS);
      if (conversation === this.conversation) await this.catchUp();
      this.tries = 0;
    }
    this.blocked = 0;
  }

  private async catchUp(): Promise<void> {
    const { conversation, watermark } = this;
    const set = await this.parts.access.with(({ token, conversationId }) => {
      if (conversationId !== conversation) throw new ConversationGone();
      return this.parts.calls.activities(token, conversationId, watermark);
    });
    this.take(set, conversation);
  }

  /** The answer to a question asked before a restart is not ours any more. */
  private take({ activities, watermark }: ActivitySet, conversation: string): void {
    if (conversation !== this.conversation) return;
    // Two answers may overtake each other; the watermark never goes back.
    if (watermark !== undefined && !(Number(watermark) < Number(this.watermark))) this.watermark = watermark;
    this.parts.heard(activities);
  }

  private async renew(): Promise<void> {
    const { session } = await this.parts.access.session();
    await this.parts.access.renew(session).catch(() => undefined);
  }

  private forget(): void {
    const { conversation } = this;
    this.conversation = '';
    this.watermark = '';
    this.tries = 0;
    this.parts.gone(conversation);
  }
}

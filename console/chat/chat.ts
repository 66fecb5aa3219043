import { Access, ConversationGone } from './directline/access';
import { directLine } from './directline/calls';
import { Link, type LinkState } from './directline/link';
import { SESSION_KEY, sessionStore, type Session } from './directline/session';
import type { WireActivity } from './directline/wire';
import { alone, browserStore, timeZone } from './browser';
import { randomId } from './ids';
import { forgetAll } from './kept';
import { toActivity, type OwnMessage } from './outbox/message';
import { Outbox, OUTBOX_PREFIX } from './outbox/outbox';
import { browserShelf } from './outbox/shelf';
import type { Button } from './reading/cards';
import { Transcript } from './transcript';
import { confirmRestart } from './view/dialogs';
import type { Said } from './view/composer';
import { Page } from './view/page';
import { words } from './words.vi';

/** How long the echo of a message may take before the socket is doubted. */
const ECHO_MS = 4_000;
/** How often a person who is spoken with is told that the citizen writes. */
const TYPED_MS = 4_000;

/** The citizen's chat: joins what is kept, the line to the server, and what is shown. */
export class Chat {
  private readonly store = browserStore();
  private readonly shelf = browserShelf();
  private readonly calls = directLine((input, init) => fetch(input, init));
  private readonly sessions = sessionStore(this.store);
  private readonly transcript = new Transcript();
  private readonly access = new Access({
    calls: this.calls,
    sessions: this.sessions,
    store: this.store,
    newUserId: () => `dl_${randomId()}`,
    alone: alone('hotline.session'),
  });
  private readonly outbox = new Outbox({
    store: this.store,
    shelf: this.shelf,
    send: (message, files) => this.send(message, files),
    alone: alone('hotline.outbox'),
    changed: () => this.draw(),
    isOnline: () => navigator.onLine,
  });
  private readonly link = new Link({
    access: this.access,
    calls: this.calls,
    page: location,
    isOnline: () => navigator.onLine,
    isHidden: () => document.hidden,
    heard: (activities) => this.hear(activities),
    changed: (state) => this.showState(state),
    gone: (conversation) => this.lose(conversation),
  });
  private readonly page: Page;
  private unread = 0;
  private lastTyped = 0;

  constructor(root: HTMLElement) {
    this.page = new Page(root, {
      say: (said) => this.say(said),
      restart: () => void this.restart(),
      typed: () => this.typed(),
      press: (button) => this.press(button),
      retry: (id) => this.outbox.retry(id),
      drop: (id) => this.outbox.drop(id),
      preview: (image, key) => void this.preview(image, key),
    });
  }

  start(): void {
    addEventListener('online', () => this.hope());
    addEventListener('offline', () => this.showState('offline'));
    addEventListener('pageshow', ({ persisted }) => persisted && this.hope());
    document.addEventListener('visibilitychange', () => document.hidden || this.hope());
    addEventListener('storage', ({ key }) => this.hearTabs(key));
    this.draw();
    this.outbox.hurry();
    void this.link.run();
  }

  private async say({ text, place, files }: Said): Promise<void> {
    this.page.log.toEnd();
    await this.outbox.add({ id: randomId(), ...(text ? { text } : {}), ...(place ? { place } : {}) }, files);
  }

  /** Told to the person who is spoken with, once in a few seconds; what does not arrive is no loss. */
  private typed(): void {
    if (Date.now() - this.lastTyped < TYPED_MS || !this.transcript.isWithPerson()) return;
    this.lastTyped = Date.now();
    const session = this.sessions.load();
    if (!session) return;
    const { token, conversationId, userId } = session;
    const sign = { type: 'typing', from: { id: userId, role: 'user' } };
    this.calls.post(token, conversationId, sign).catch(() => undefined);
  }

  private press(button: Exclude<Button, { does: 'open' }>): void {
    this.page.log.toEnd();
    const said = button.does === 'say' ? { text: button.text } : { text: button.title, value: button.value };
    void this.outbox.add({ id: randomId(), ...said }, []);
    this.page.composer.focus();
  }

  private async send(message: OwnMessage, files: Blob[]): Promise<void> {
    const conversation = this.sessions.load()?.conversationId;
    try {
      await this.access.with((session) => this.carry(session, message, files));
    } catch (error) {
      if (error instanceof ConversationGone && conversation) this.leaveBehind(conversation);
      throw error;
    }
    setTimeout(() => this.transcript.awaits(message.id) && void this.link.poke(), ECHO_MS);
  }

  private carry({ token, conversationId, userId }: Session, message: OwnMessage, files: Blob[]) {
    const activity = toActivity(message, userId, timeZone());
    const named = files.map((bytes, index) => ({ bytes, name: message.files[index]?.name ?? 'tep' }));
    return named.length > 0
      ? this.calls.upload(token, conversationId, activity, named)
      : this.calls.post(token, conversationId, activity);
  }

  private leaveBehind(conversation: string): void {
    this.lose(conversation);
    this.link.restart();
  }

  private hear(activities: WireActivity[]): void {
    const fresh = this.transcript.take(activities);
    const others = fresh.filter((entry) => entry.kind === 'said' && entry.who !== 'me');
    const typing = activities.some(({ type, from }) => type === 'typing' && from?.role !== 'user');
    if (typing) this.page.log.setTyping(true);
    else if (others.length > 0) this.page.log.setTyping(false);
    if (fresh.length > 0) this.draw();
    if (others.length > 0) this.notify(others.length);
  }

  private notify(count: number): void {
    this.page.log.announceNewer();
    if (document.hidden) this.unread += count;
    this.showUnread();
  }

  private showUnread(): void {
    const title = document.title.replace(/^\(\d+\) /, '');
    document.title = this.unread > 0 ? `(${this.unread}) ${title}` : title;
  }

  private showState(state: LinkState): void {
    this.page.header.show(state);
    if (state === 'open' || state === 'slow') {
      this.page.log.ready();
      this.outbox.hurry();
    }
    this.draw();
  }

  private hope(): void {
    this.unread = 0;
    this.showUnread();
    this.outbox.hurry();
    void this.link.poke();
  }

  /** The server lets nobody into the old conversation any more, or another tab has left it. */
  private lose(conversation: string): void {
    if (this.sessions.load()?.conversationId === conversation) {
      this.sessions.clear();
      this.transcript.closeWith(words.expired, Date.now());
    } else this.transcript.clear();
    this.draw();
  }

  private hearTabs(key: string | null): void {
    if (key === SESSION_KEY) {
      const { conversationId } = this.sessions.load() ?? {};
      if (conversationId === undefined || this.link.isAt(conversationId)) return;
      this.transcript.clear();
      this.link.restart();
    }
    if (key === null || key.startsWith(OUTBOX_PREFIX)) this.outbox.hurry();
  }

  private async restart(): Promise<void> {
    if (!(await confirmRestart())) return;
    forgetAll(this.store);
    await this.shelf.clear();
    this.access.leave();
    this.transcript.clear();
    this.link.restart();
    this.draw();
    this.page.composer.focus();
  }

  private async preview(image: HTMLImageElement, key: string): Promise<void> {
    const file = await this.shelf.get(key);
    if (file) image.src = URL.createObjectURL(file);
  }

  private draw(): void {
    this.transcript.takeOwn(this.outbox.all());
    const entries = this.transcript.entries().map((entry) => {
      if (entry.kind !== 'own') return entry;
      return { ...entry, state: entry.sent ? ('sent' as const) : this.outbox.stateOf(entry.message) };
    });
    this.page.log.show(entries, Date.now());
  }
}

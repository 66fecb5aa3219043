import { day } from '../reading/time';
import { readActions } from '../reading/cards';
import type { Entry } from '../transcript';
import { words } from '../words.vi';
import { ownBubble, saidBubble, type BubbleActions, type OwnState } from './bubble';
import { buttonView } from './card-view';
import { h, icon } from './dom';

const NEAR_PX = 80;
const TYPING_MS = 8_000;

type ShownEntry = Entry & { state?: OwnState };

/** The conversation as it is read: days, bubbles, quick replies of the newest message, "is typing". */
export class LogView {
  private readonly list = h('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': words.log,
    'aria-busy': 'true',
  });
  private readonly replies = h('div', {
    class: 'replies',
    role: 'group',
    'aria-label': words.replies,
    hidden: true,
  });
  private readonly typing = h('p', { class: 'typing', role: 'status' });
  private readonly newer = h(
    'button',
    { class: 'newer', type: 'button', hidden: true },
    icon('down'),
    words.newer,
  );
  private readonly scroller: HTMLElement;
  private readonly shown = new Map<string, { mark: string; element: HTMLElement }>();
  private repliesOf: string | undefined;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private stays = true;
  readonly element: HTMLElement;

  constructor(
    notice: HTMLElement,
    private readonly actions: BubbleActions,
  ) {
    this.scroller = h(
      'div',
      { class: 'scroller', tabindex: '-1' },
      notice,
      this.list,
      this.typing,
      this.replies,
    );
    this.element = h('div', { class: 'stage' }, this.scroller, this.newer);
    this.scroller.addEventListener('scroll', () => this.noteScroll(), { passive: true });
    this.newer.addEventListener('click', () => this.toEnd());
    // Pictures grow when they are loaded, the keyboard takes half of a phone.
    this.list.addEventListener('load', () => this.follow(), true);
    new ResizeObserver(() => this.follow()).observe(this.scroller);
  }

  /** Shows these entries, in this order; touches only what changed. */
  show(entries: ShownEntry[], now: number): void {
    const wanted = new Map<string, { mark: string; make: () => HTMLElement }>();
    let today = '';
    for (const entry of entries) {
      const date = day(entry.at, now);
      if (date !== today)
        wanted.set(`day ${date}`, { mark: date, make: () => h('p', { class: 'day' }, date) });
      today = date;
      wanted.set(entry.key, { mark: markOf(entry), make: () => this.make(entry) });
    }
    this.arrange(wanted);
    this.showReplies(entries[entries.length - 1]);
    this.follow();
  }

  /** The first load is over: from now on new messages are read out. */
  ready(): void {
    this.list.setAttribute('aria-busy', 'false');
  }

  setTyping(on: boolean): void {
    clearTimeout(this.typingTimer);
    this.typing.textContent = on ? words.typing : '';
    if (on) this.typingTimer = setTimeout(() => this.setTyping(false), TYPING_MS);
    this.follow();
  }

  toEnd(): void {
    this.stays = true;
    this.follow();
  }

  /** Something came from the other side: shows where, when the citizen is reading further up. */
  announceNewer(): void {
    this.newer.hidden = this.stays;
  }

  private make(entry: ShownEntry): HTMLElement {
    if (entry.kind === 'line') return h('p', { class: 'line' }, entry.words);
    if (entry.kind === 'said') return saidBubble(entry, this.actions);
    return ownBubble(entry.message, entry.state ?? 'sent', this.actions);
  }

  private arrange(wanted: Map<string, { mark: string; make: () => HTMLElement }>): void {
    for (const [key, { element }] of this.shown) {
      if (wanted.has(key)) continue;
      element.remove();
      this.shown.delete(key);
    }
    let next: Element | null = this.list.firstElementChild;
    for (const [key, { mark, make }] of wanted) {
      const there = this.shown.get(key);
      if (there?.mark === mark) {
        if (there.element === next) next = next.nextElementSibling;
        else this.list.insertBefore(there.element, next);
        continue;
      }
      const element = make();
      if (there && there.element === next) next = next.nextElementSibling;
      if (there) there.element.replaceWith(element);
      this.list.insertBefore(element, next);
      this.shown.set(key, { mark, element });
    }
  }

  private showReplies(last: ShownEntry | undefined): void {
    const actions =
      last?.kind === 'said' && last.who !== 'me' ? last.activity.suggestedActions?.actions : undefined;
    const buttons = readActions(actions);
    const of = buttons.length > 0 ? last?.key : undefined;
    if (of === this.repliesOf) return;
    this.repliesOf = of;
    this.replies.replaceChildren(...buttons.map((button) => buttonView(button, this.actions.press)));
    this.replies.hidden = of === undefined;
  }

  private noteScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.stays = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.stays) this.newer.hidden = true;
  }

  private follow(): void {
    if (this.stays) this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}

/** Changes when the entry must be drawn anew. */
function markOf(entry: ShownEntry): string {
  if (entry.kind === 'own') return `own ${entry.state ?? ''} ${entry.message.refused ?? ''}`;
  return entry.kind;
}

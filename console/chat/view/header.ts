import type { LinkState } from '../directline/link';
import { NOTICE_PATH } from '../notice';
import { words } from '../words.vi';
import { h, icon } from './dom';

interface Actions {
  say: (text: string) => void;
  restart: () => void;
}

/** Name, state of the line, the way to a person, and the menu. */
export class Header {
  private readonly state = h('span', { class: 'link', role: 'status' }, words.states.connecting);
  private readonly toggle = h(
    'button',
    {
      class: 'round',
      type: 'button',
      'aria-label': words.menu,
      'aria-expanded': 'false',
      'aria-controls': 'menu',
    },
    icon('menu'),
  );
  private readonly menu: HTMLElement;
  readonly element: HTMLElement;

  constructor(private readonly actions: Actions) {
    this.menu = h('div', { id: 'menu', class: 'menu', hidden: true }, ...this.items());
    const person = h(
      'button',
      { class: 'person', type: 'button', onclick: () => actions.say(words.says.person) },
      words.person,
    );
    this.element = h(
      'header',
      {},
      h('img', { class: 'logo', src: '/logo.svg', alt: '', width: 36, height: 36 }),
      h('div', { class: 'title' }, h('h1', {}, words.name), this.state),
      person,
      this.toggle,
      this.menu,
    );
    this.toggle.addEventListener('click', () => this.open(this.menu.hidden === true));
    this.element.addEventListener('keydown', (event) => this.onKey(event));
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !this.menu.contains(target) && !this.toggle.contains(target))
        this.open(false);
    });
  }

  show(state: LinkState): void {
    if (this.state.textContent === words.states[state]) return;
    this.state.textContent = words.states[state];
    this.state.dataset.state = state;
  }

  private items(): HTMLElement[] {
    const item = (label: string, act: () => void, className = 'item') =>
      h('button', { class: className, type: 'button', onclick: () => this.choose(act) }, label);
    const { say, restart } = this.actions;
    return [
      item(words.lookUp, () => say(words.says.lookUp)),
      item(words.person, () => say(words.says.person)),
      h('a', { class: 'item', href: NOTICE_PATH }, words.privacy),
      item(words.restart, restart, 'item danger-text'),
      emergency(),
    ];
  }

  private choose(act: () => void): void {
    this.open(false);
    this.toggle.focus();
    act();
  }

  private open(open: boolean): void {
    this.menu.hidden = !open;
    this.toggle.setAttribute('aria-expanded', String(open));
    if (open) this.menu.querySelector<HTMLElement>('.item')?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (this.menu.hidden === true) return;
    const items = [...this.menu.querySelectorAll<HTMLElement>('.item, a')];
    const here = items.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      this.open(false);
      this.toggle.focus();
    } else if (step !== undefined) {
      event.preventDefault();
      items[(here + step + items.length) % items.length]?.focus();
    }
  }
}

function emergency(): HTMLElement {
  const numbers = words.emergencies.flatMap(({ number, for: what }, index) => [
    index === 0 ? ' ' : ' · ',
    h('a', { href: `tel:${number}` }, number),
    ` ${what}`,
  ]);
  return h('p', { class: 'emergency' }, words.emergency, ...numbers);
}

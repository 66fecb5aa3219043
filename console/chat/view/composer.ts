import { ACCEPTED, MOST_TEXT } from '../reading/limits';
import type { Place } from '../outbox/message';
import { words } from '../words.vi';
import { Chosen } from './chosen';
import { h, icon } from './dom';
import { locate } from './locate';

export interface Said {
  text?: string;
  place?: Place;
  files: { blob: Blob; name: string }[];
}

/** Where the citizen writes, chooses photos and shares a place. */
export class Composer {
  private readonly field = h('textarea', {
    id: 'write',
    rows: 1,
    placeholder: words.write,
    'aria-label': words.writeLabel,
    enterkeyhint: isTouch() ? 'enter' : 'send',
    autocomplete: 'off',
  });
  private readonly picker = h('input', {
    type: 'file',
    accept: ACCEPTED,
    multiple: true,
    class: 'hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  private readonly trouble = h('p', { class: 'trouble', role: 'alert' });
  private readonly chosen = new Chosen(
    (message) => this.complain(message),
    () => this.refresh(),
  );
  private readonly send = h(
    'button',
    { class: 'round send', type: 'submit', 'aria-label': words.send },
    icon('send'),
  );
  private readonly place = h(
    'button',
    { class: 'round', type: 'button', 'aria-label': words.share, title: words.share },
    icon('place'),
  );
  readonly element: HTMLFormElement;

  /** @param typed called with every key
   * @param say resolves when the message is safe on this device; rejects when it cannot be kept there */
  constructor(
    private readonly say: (said: Said) => Promise<void>,
    private readonly typed: () => void,
  ) {
    const photo = h(
      'button',
      {
        class: 'round',
        type: 'button',
        'aria-label': words.photo,
        title: words.photo,
        onclick: () => this.picker.click(),
      },
      icon('photo'),
    );
    this.element = h(
      'form',
      { class: 'composer' },
      this.trouble,
      this.chosen.element,
      h('div', { class: 'row' }, photo, this.place, this.field, this.send),
      this.picker,
    );
    this.listen();
    this.refresh();
  }

  /** Not on a phone, where it would bring up the keyboard over half of the conversation. */
  focus(): void {
    if (!isTouch()) this.field.focus();
  }

  private listen(): void {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.field.addEventListener('input', () => {
      this.refresh();
      if (this.field.value.trim() !== '') this.typed();
    });
    this.field.addEventListener('keydown', (event) => this.onKey(event));
    this.field.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.choose(files);
    });
    this.picker.addEventListener('change', () => {
      this.choose([...(this.picker.files ?? [])]);
      this.picker.value = '';
    });
    this.place.addEventListener('click', () => void this.share());
  }

  /** Takes files that were dropped or chosen. */
  choose(files: File[]): void {
    this.complain('');
    this.chosen.add(files);
    this.focus();
  }

  private onKey(event: KeyboardEvent): void {
    // Vietnamese keyboards compose letters: Enter then only ends the composition.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isTouch()) return;
    event.preventDefault();
    void this.submit();
  }

  private async submit(): Promise<void> {
    const text = this.field.value.trim().normalize('NFC');
    if (!text && this.chosen.count === 0) return;
    if (text.length > MOST_TEXT) return this.complain(words.tooLong(MOST_TEXT));
    this.complain('');
    const files = this.chosen.take();
    this.field.value = '';
    this.refresh();
    if (text) this.field.focus();
    await this.say({ ...(text ? { text } : {}), files }).catch(() => {
      this.field.value = text;
      this.complain(words.notKept);
      this.chosen.add(files.map(({ blob }) => blob));
    });
  }

  private async share(): Promise<void> {
    this.complain(words.location.asking);
    this.place.disabled = true;
    const found = await locate();
    this.place.disabled = false;
    if (typeof found === 'string') return this.complain(words.location[found]);
    this.complain('');
    await this.say({ place: found, files: [] }).catch(() => this.complain(words.notKept));
  }

  private complain(message: string): void {
    this.trouble.textContent = message;
  }

  private refresh(): void {
    this.send.disabled = this.field.value.trim() === '' && this.chosen.count === 0;
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}

function isTouch(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

import { faultOf, megabytes, MOST_BYTES, MOST_FILES } from '../reading/limits';
import { words } from '../words.vi';
import { h, icon } from './dom';
import { fileWords } from './files';

/** Photos and files chosen for the next message, to be looked at and thrown out again. */
export class Chosen {
  readonly element = h('ul', { class: 'chosen', 'aria-label': words.chosen, hidden: true });
  private files: { blob: File; item: HTMLElement }[] = [];

  constructor(
    private readonly complain: (message: string) => void,
    private readonly changed: () => void,
  ) {}

  add(files: Iterable<File>): void {
    for (const file of files) {
      const fault = faultOf(file, this.files.length);
      if (fault === undefined) this.files.push({ blob: file, item: this.show(file) });
      else this.complain(complaint(fault, file));
    }
    this.refresh();
  }

  get count(): number {
    return this.files.length;
  }

  /** Hands over what was chosen and begins anew. */
  take(): { blob: File; name: string }[] {
    const taken = this.files.map(({ blob }) => ({ blob, name: blob.name || 'anh' }));
    for (const { item } of this.files) this.discard(item);
    this.files = [];
    this.refresh();
    return taken;
  }

  private show(file: File): HTMLElement {
    const asWords = () => h('span', { class: 'file' }, ...fileWords(file));
    const picture = file.type.startsWith('image/')
      ? h('img', { src: URL.createObjectURL(file), alt: file.name })
      : asWords();
    // A photo of a kind that this browser cannot show can be sent all the same.
    picture.addEventListener('error', () => picture.replaceWith(asWords()));
    const remove = h(
      'button',
      { class: 'round', type: 'button', 'aria-label': words.remove(file.name) },
      icon('close'),
    );
    const item = h('li', {}, picture, remove);
    remove.addEventListener('click', () => {
      this.files = this.files.filter((chosen) => chosen.item !== item);
      this.discard(item);
      this.refresh();
    });
    return item;
  }

  private discard(item: HTMLElement): void {
    const source = item.querySelector('img')?.src;
    if (source) URL.revokeObjectURL(source);
    item.remove();
  }

  private refresh(): void {
    this.element.append(...this.files.map(({ item }) => item));
    this.element.hidden = this.files.length === 0;
    this.changed();
  }
}

function complaint(fault: NonNullable<ReturnType<typeof faultOf>>, file: File): string {
  if (fault === 'tooMany') return words.files.tooMany(MOST_FILES);
  if (fault === 'tooLarge') return words.files.tooLarge(file.name, megabytes(MOST_BYTES));
  return words.files[fault](file.name);
}

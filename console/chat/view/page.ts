import { NOTICE_PATH } from '../notice';
import { words } from '../words.vi';
import { Composer, type Said } from './composer';
import { h } from './dom';
import { Header } from './header';
import { LogView } from './log';
import type { BubbleActions } from './bubble';

interface Actions extends BubbleActions {
  say: (said: Said) => Promise<void>;
  restart: () => void;
  /** The citizen is writing. */
  typed: () => void;
}

/** The whole page: header, conversation, composer. */
export class Page {
  readonly header: Header;
  readonly log: LogView;
  readonly composer: Composer;

  constructor(root: HTMLElement, actions: Actions) {
    this.header = new Header({
      say: (text) => void actions.say({ text, files: [] }),
      restart: actions.restart,
    });
    this.log = new LogView(noticeBox(), actions);
    this.composer = new Composer(actions.say, actions.typed);
    const skip = h('a', { class: 'skip', href: '#write' }, words.skip);
    const main = h('main', {}, this.log.element, this.composer.element, smallPrint());
    root.append(skip, this.header.element, main);
    this.takeDrops(main);
  }

  private takeDrops(main: HTMLElement): void {
    const veil = h('p', { class: 'veil', hidden: true, 'aria-hidden': 'true' }, words.dropHere);
    main.append(veil);
    const show = (event: DragEvent, over: boolean) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      veil.hidden = !over;
    };
    main.addEventListener('dragover', (event) => show(event, true));
    main.addEventListener('dragleave', (event) => {
      if (!(event.relatedTarget instanceof Node && main.contains(event.relatedTarget))) show(event, false);
    });
    main.addEventListener('drop', (event) => {
      show(event, false);
      this.composer.choose([...(event.dataTransfer?.files ?? [])]);
    });
  }
}

function noticeBox(): HTMLElement {
  const { before, link, after } = words.notice;
  return h('p', { class: 'notice' }, before, h('a', { href: NOTICE_PATH }, link), after);
}

/** Stays in sight when the sentence above has scrolled away. */
function smallPrint(): HTMLElement {
  const { short, shortLink } = words.notice;
  return h('p', { class: 'small-print' }, `${short} · `, h('a', { href: NOTICE_PATH }, shortLink));
}

import type { WireAttachment } from '../directline/wire';
import { ownFile } from '../reading/links';
import { words } from '../words.vi';
import { showLarge } from './dialogs';
import { h, icon } from './dom';

/** A file that came with a message: pictures to look at, anything else to fetch. */
export function fileView({ contentType, contentUrl, name = '' }: WireAttachment): HTMLElement | undefined {
  const address = ownFile(contentUrl);
  if (address === undefined) return undefined;
  if (contentType.startsWith('image/')) return pictureView(address, name || words.image);
  return fileLink(address, name || words.image);
}

/** A picture that opens large. */
export function pictureView(src: string, name: string): HTMLElement {
  const image = h('img', { src: src || undefined, alt: name, loading: 'lazy' });
  const open = () => showLarge(image.src, name);
  return h(
    'button',
    { class: 'picture', type: 'button', 'aria-label': words.open(name), onclick: open },
    image,
  );
}

function fileLink(href: string, name: string): HTMLElement {
  return h('a', { class: 'file', href, download: name, 'aria-label': words.file(name) }, icon('file'), name);
}

import type { WireAttachment } from '../directline/wire';
import { fileSize, kindOf } from '../reading/limits';
import { ownFile } from '../reading/links';
import { words } from '../words.vi';
import { showLarge } from './dialogs';
import { h, icon } from './dom';

/** A file that came with a message: pictures to look at, anything else to fetch. */
export function fileView(attachment: WireAttachment): HTMLElement | undefined {
  const { contentType, contentUrl, thumbnailUrl, name = '', size } = attachment;
  const address = ownFile(contentUrl);
  if (address === undefined) return undefined;
  if (contentType.startsWith('image/'))
    return pictureView(ownFile(thumbnailUrl) ?? address, name || words.image, address);
  const called = name || words.attached;
  const attributes = { class: 'file', href: address, download: called, 'aria-label': words.file(called) };
  return h('a', attributes, ...fileWords({ type: contentType, name: called, size }));
}

/** A picture that opens large. */
export function pictureView(src: string, name: string, large?: string): HTMLElement {
  const image = h('img', { src: src || undefined, alt: name, loading: 'lazy' });
  const open = () => showLarge(large ?? image.src, name);
  return h(
    'button',
    { class: 'picture', type: 'button', 'aria-label': words.open(name), onclick: open },
    image,
  );
}

/** What stands for a file that is not looked at here: an icon of its kind, its name, its size. */
export function fileWords(file: { type: string; name: string; size?: number | undefined }): Node[] {
  const kind = kindOf(file.type, file.name);
  const named = h('span', { class: 'name' }, file.name);
  const size = file.size === undefined ? undefined : h('small', {}, fileSize(file.size));
  return [icon(kind === 'video' || kind === 'sound' ? kind : 'file'), named, ...(size ? [size] : [])];
}

/** Puts a file's words in the place of a picture that this browser cannot show: an iPhone's, before it was sent. */
export function orFileWords(
  picture: HTMLElement,
  file: { type: string; name: string; size: number },
): HTMLElement {
  picture.querySelector('img')?.addEventListener('error', () => {
    picture.replaceWith(h('p', { class: 'file' }, ...fileWords(file)));
  });
  return picture;
}

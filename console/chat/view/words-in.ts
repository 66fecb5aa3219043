import { linkPieces } from '../reading/links';
import { h } from './dom';

/** A text as people wrote it: line breaks kept by the style, web addresses as links. */
export function paragraph(text: string, className = 'text'): HTMLElement {
  const pieces = linkPieces(text).map((piece) =>
    'href' in piece
      ? h('a', { href: piece.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, piece.text)
      : piece.text,
  );
  return h('p', { class: className }, ...pieces);
}

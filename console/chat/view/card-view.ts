import type { Button, Card } from '../reading/cards';
import { h } from './dom';
import { pictureView } from './files';
import { paragraph } from './words-in';

export type Press = (button: Exclude<Button, { does: 'open' }>) => void;

/** A hero or adaptive card. */
export function cardView({ blocks, buttons }: Card, press: Press): HTMLElement {
  const parts = blocks.map((block) =>
    block.is === 'image' ? pictureView(block.src, block.alt) : paragraph(block.text, block.is),
  );
  return h('div', { class: 'card' }, ...parts, ...buttons.map((button) => buttonView(button, press)));
}

export function buttonView(button: Button, press: Press): HTMLElement {
  if (button.does === 'open') {
    return h(
      'a',
      { class: 'reply', href: button.href, target: '_blank', rel: 'noopener noreferrer' },
      button.title,
    );
  }
  return h('button', { class: 'reply', type: 'button', onclick: () => press(button) }, button.title);
}

import { make } from '../../../simulator/page/dom.js';
import { link } from '../../../simulator/page/parts.js';

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

/** A text with what is marked in it; `say` is called with a command that is tapped. */
export function words(text, entities = [], say) {
  const cuts = new Set([0, text.length]);
  for (const { offset, length } of entities) cuts.add(offset).add(offset + length);
  const places = [...cuts].sort((a, b) => a - b);
  const pieces = places.slice(0, -1).map((start, n) => {
    const marks = entities.filter(({ offset, length }) => offset <= start && start < offset + length);
    return marks.reduce((inside, mark) => marked(mark, inside, say), text.slice(start, places[n + 1]));
  });
  return make('div', { className: 'words' }, ...pieces);
}

function marked({ type, url }, inside, say) {
  const label = typeof inside === 'string' ? inside : inside.textContent;
  if (type === 'text_link' || type === 'url') return link(url ?? label, inside);
  if (type === 'bot_command') {
    const href = '#';
    const onclick = (event) => (event.preventDefault(), say(label));
    return make('a', { href, onclick }, inside);
  }
  return make(TAGS[type] ?? 'span', {}, inside);
}

/** The element with this id. */
export const at = (id) => document.getElementById(id);

/** An element: `make('p', { className: 'meta' }, 'words', otherElement)`. Text is only ever text. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

import { at, make } from './dom.js';

/** Lets one of several things be chosen: `[label, what to do]`. */
export function choose(choices) {
  const menu = at('menu');
  const buttons = choices.map(([label, then]) =>
    make('button', { type: 'button', onclick: () => (menu.close(), then()) }, label),
  );
  menu.replaceChildren(...buttons);
  menu.onclick = ({ target }) => target === menu && menu.close();
  menu.showModal();
}

/** Asks for some values: `{name: [label, value at first]}`. Undefined when it is given up. */
export function ask(title, fields) {
  const dialog = at('ask');
  const inputs = Object.entries(fields).map(([name, [label, value]]) => {
    const input = make(value.length > 30 ? 'textarea' : 'input', { name, value, required: true });
    return make('label', {}, label, input);
  });
  const give = make('button', { value: 'give' }, 'Gửi');
  const leave = make('button', { value: '', className: 'plain', formNoValidate: true }, 'Thôi');
  const form = dialog.querySelector('form');
  form.replaceChildren(make('h2', {}, title), ...inputs, make('div', { className: 'row' }, leave, give));
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue ? Object.fromEntries(new FormData(form)) : undefined);
  });
}

/** Lets files be picked. */
export function pick(accept, multiple = false) {
  const picker = Object.assign(at('picker'), { accept, multiple, value: '' });
  picker.click();
  return new Promise((resolve) => {
    picker.onchange = () => resolve([...picker.files]);
  });
}

import { words } from '../words.vi';
import { h, icon } from './dom';

/** Shows a picture large; Esc, the button or a click beside it closes. */
export function showLarge(src: string, name: string): void {
  const dialog = h(
    'dialog',
    { class: 'lightbox', 'aria-label': name },
    h('img', { src, alt: name }),
    h('button', { class: 'round close', type: 'button', 'aria-label': words.close }, icon('close')),
  );
  dialog.addEventListener('click', () => dialog.close());
  present(dialog);
}

/** Asks before something is lost. @returns whether the citizen wants it */
export function confirmRestart(): Promise<boolean> {
  return new Promise((resolve) => {
    const no = h('button', { class: 'plain', type: 'button', autofocus: true }, words.restartNo);
    const yes = h('button', { class: 'danger', type: 'button' }, words.restartYes);
    const dialog = h(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title', 'aria-describedby': 'ask-text' },
      h('h2', { id: 'ask-title' }, words.restartTitle),
      h('p', { id: 'ask-text' }, words.restartText),
      h('div', { class: 'choices' }, no, yes),
    );
    no.addEventListener('click', () => dialog.close());
    yes.addEventListener('click', () => dialog.close('yes'));
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
    present(dialog);
  });
}

function present(dialog: HTMLDialogElement): void {
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

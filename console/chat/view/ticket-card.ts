import { words } from '../words.vi';
import { h } from './dom';

const { ticket } = words;

/** Code and secret of a report, to be copied and kept. */
export function ticketCard({ code, secret }: { code?: string; secret?: string }): HTMLElement | undefined {
  if (!code) return undefined;
  return h(
    'section',
    { class: 'ticket', 'aria-label': ticket.title },
    h(
      'dl',
      {},
      ...line(ticket.code, code, ticket.copyCode),
      ...(secret ? line(ticket.secret, secret, ticket.copySecret) : []),
    ),
    secret ? h('p', { class: 'keep' }, ticket.keep) : undefined,
  );
}

function line(title: string, value: string, label: string): HTMLElement[] {
  const button = h('button', { class: 'copy', type: 'button', 'aria-label': label }, ticket.copy);
  button.addEventListener('click', () => {
    void copy(value).then((done) => {
      if (done) button.textContent = ticket.copied;
    });
  });
  return [h('dt', {}, title), h('dd', {}, h('code', {}, value), button)];
}

/** The clipboard is closed to pages on plain http; the old way still works there. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { class: 'hidden', 'aria-hidden': 'true' });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

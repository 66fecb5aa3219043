import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

/** Where we are: the path below `/staff`, and its query. */
export function usePlace(): { path: string; query: URLSearchParams } {
  const href = useSyncExternalStore(listen, () => window.location.pathname + window.location.search);
  const url = new URL(href, window.location.origin);
  return { path: url.pathname.replace(/^\/staff\/?/, '/'), query: url.searchParams };
}

/** Which page of a list the address asks for, from 1. */
export const usePage = (): number => pageOf(usePlace().query);

export const pageOf = (query: URLSearchParams): number => Math.max(1, Number(query.get('page')) || 1);

/** Goes to a path below `/staff`; `replace` leaves no step in the history. */
export function go(path: string, { replace = false } = {}): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', `/staff${path}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

function listen(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  return () => window.removeEventListener('popstate', changed);
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string };

/** A link inside the console; a new tab, a middle click and so on work as everywhere. */
export function Link({ to, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
    window.scrollTo(0, 0);
  };
  return (
    <a href={`/staff${to}`} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

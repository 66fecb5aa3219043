import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Change, User } from './api';
import { tellTyping } from './parts/typing';
import { mayOpen } from './sections';

/** Keeps what is shown fresh through the server's stream; tells whether the line stands. */
export function useLiveChanges(user: User): boolean {
  const queries = useQueryClient();
  const [open, setOpen] = useState(true);
  const listens = mayOpen(user).includes('tickets');

  useEffect(() => {
    if (!listens) return undefined;
    const stream = new EventSource('/api/staff/events');
    let missed = false;
    stream.onopen = () => {
      // What happened while the line was down is read again.
      if (missed) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      missed = false;
      setOpen(true);
    };
    stream.onerror = () => {
      missed = true;
      setOpen(stream.readyState === EventSource.CONNECTING);
    };
    stream.onmessage = (message) => refresh(queries, JSON.parse(String(message.data)) as Change);
    return () => stream.close();
  }, [queries, listens]);
  return open;
}

function refresh(queries: QueryClient, { type, id }: Change): void {
  if (type === 'typing') return tellTyping(id);
  const lists = type === 'ticket' ? 'tickets' : 'conversations';
  void queries.invalidateQueries({ queryKey: [type, id] });
  void queries.invalidateQueries({ queryKey: [lists] });
}

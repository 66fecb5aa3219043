import { useMutation, useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import type { ReactNode } from 'react';
import { api, type Session, type User } from '../api';
import { Link } from '../router';
import { mayOpen } from '../sections';
import { words } from '../words.vi';

interface ShellProps {
  user: User;
  path: string;
  live: boolean;
  onLeft: (session: Session) => void;
  children: ReactNode;
}

/** Head and menu around every page. */
export function Shell({ user, path, live, onLeft, children }: ShellProps) {
  const signOut = useMutation({ mutationFn: api.signOut, onSuccess: onLeft });
  return (
    <div className="shell">
      <header className="head">
        <Link to="/" className="brand">
          <img src="/logo.svg" alt="" width="28" height="28" />
          <span>{words.product}</span>
        </Link>
        <nav aria-label={words.menu.label}>
          {mayOpen(user).map((section) => (
            <Link
              key={section}
              to={`/${section}`}
              aria-current={(path.split('/')[1] || mayOpen(user)[0]) === section ? 'page' : undefined}
            >
              {words.menu[section]}
              {section === 'conversations' && <Waiting />}
            </Link>
          ))}
        </nav>
        <div className="me">
          <span className="who">
            <strong>{user.name}</strong>
            <small>{user.agency?.name ?? words.roles[user.role]}</small>
          </span>
          <Button size="small" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {words.signIn.out}
          </Button>
        </div>
      </header>
      {!live && (
        <p className="offline" role="status">
          {words.errors.offline}
        </p>
      )}
      <main>{children}</main>
    </div>
  );
}

/** How many people wait for a person. */
function Waiting() {
  const { data } = useQuery({
    queryKey: ['conversations', 'waiting', 1],
    queryFn: () => api.conversations('waiting', 1),
    refetchInterval: 60_000,
  });
  const count = data?.total ?? 0;
  return <Badge className="waiting" count={count} size="small" title={words.menu.waiting(count)} />;
}

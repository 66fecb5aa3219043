import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { api, type Session, type User } from './api';
import { useLiveChanges } from './live';
import { Failed, Loading } from './parts/query-state';
import { Shell } from './parts/shell';
import { go, usePlace } from './router';
import { mayOpen } from './sections';
import { words } from './words.vi';

const SignIn = lazy(() => import('./pages/sign-in'));
const FirstAdmin = lazy(() => import('./pages/first-admin'));
const Tickets = lazy(() => import('./pages/tickets'));
const Ticket = lazy(() => import('./pages/ticket/ticket'));
const Conversations = lazy(() => import('./pages/conversations'));
const Conversation = lazy(() => import('./pages/conversation'));
const Channels = lazy(() => import('./pages/channels/channels'));
const Questions = lazy(() => import('./pages/questions/questions'));
const Ratings = lazy(() => import('./pages/ratings/ratings'));
const Accounts = lazy(() => import('./pages/accounts'));
const Audit = lazy(() => import('./pages/audit'));

/** The whole console: who is signed in decides what is shown. */
export function Console() {
  const queries = useQueryClient();
  const session = useQuery({ queryKey: ['session'], queryFn: api.session, staleTime: Infinity });

  useEffect(() => {
    const ended = () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      void queries.invalidateQueries({ queryKey: ['session'] });
    };
    window.addEventListener('signed-out', ended);
    return () => window.removeEventListener('signed-out', ended);
  }, [queries]);

  const entered = (next: Session) => queries.setQueryData(['session'], next);
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failed error={session.error} again={() => void session.refetch()} />;
  const { user } = session.data;
  if (!user) return <Gate onEntered={entered} />;
  return <Desk user={user} onLeft={entered} />;
}

function Gate({ onEntered }: { onEntered: (session: Session) => void }) {
  const token = /^#setup=([\w-]+)$/.exec(window.location.hash)?.[1];
  return (
    <Suspense fallback={<Loading />}>
      {token ? <FirstAdmin token={token} onEntered={onEntered} /> : <SignIn onEntered={onEntered} />}
    </Suspense>
  );
}

function Desk({ user, onLeft }: { user: User; onLeft: (session: Session) => void }) {
  const { path } = usePlace();
  const live = useLiveChanges(user);
  const queries = useQueryClient();
  const leave = (session: Session) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    // Whoever signs in next starts at their own first page.
    go('/', { replace: true });
    onLeft(session);
  };
  return (
    <Shell user={user} path={path} live={live} onLeft={leave}>
      <Suspense fallback={<Loading />}>{pageAt(path, user)}</Suspense>
    </Shell>
  );
}

function pageAt(path: string, user: User): ReactNode {
  const [section = '', id] = path.split('/').slice(1).map(decodeURIComponent);
  const wanted = section || mayOpen(user)[0];
  if (!mayOpen(user).some((each) => each === wanted))
    return <p className="nothing">{words.errors.notFound}</p>;
  if (wanted === 'tickets') return id ? <Ticket code={id} user={user} key={id} /> : <Tickets />;
  if (wanted === 'conversations') return id ? <Conversation id={id} key={id} /> : <Conversations />;
  if (wanted === 'channels') return <Channels user={user} />;
  if (wanted === 'questions') return <Questions user={user} />;
  if (wanted === 'ratings') return <Ratings />;
  return wanted === 'accounts' ? <Accounts user={user} /> : <Audit />;
}

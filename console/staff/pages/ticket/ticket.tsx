import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { api, type TicketBody, type User, type Workspace } from '../../api';
import { Files } from '../../parts/files';
import { Asked } from '../../parts/query-state';
import { kindOf, StatusTag, Unreachable, UrgentTag } from '../../parts/tags';
import { Link } from '../../router';
import { words } from '../../words.vi';
import { Facts } from './facts';
import { History } from './history';
import { Moves } from './moves';
import { Talk } from './talk';

/** One ticket: what it is, what was done, what can be done next, and the whole conversation. */
export default function Ticket({ code, user }: { code: string; user: User }) {
  const ticket = useQuery({ queryKey: ['ticket', code], queryFn: () => api.ticket(code) });
  const workspace = useQuery({ queryKey: ['ticket', code, 'workspace'], queryFn: () => api.workspace(code) });
  return (
    <>
      <p className="back">
        <Link to="/tickets">← {words.ticket.back}</Link>
      </p>
      <Asked query={ticket}>
        {(shown) => (
          <Asked query={workspace}>{(desk) => <Loaded ticket={shown} workspace={desk} user={user} />}</Asked>
        )}
      </Asked>
    </>
  );
}

interface LoadedProps {
  ticket: TicketBody;
  workspace: Workspace;
  user: User;
}

function Loaded({ ticket, workspace, user }: LoadedProps) {
  const refresh = useRefresh(ticket.code, workspace.conversation);
  return (
    <>
      <div className="title">
        <h1>{ticket.code}</h1>
        <StatusTag status={ticket.status} />
        <UrgentTag urgent={ticket.urgent} />
        <Tag>{kindOf(ticket)}</Tag>
        <Unreachable since={workspace.unreachableSince} />
      </div>
      <div className="two-columns">
        <div>
          <section className="card" aria-label={words.ticket.description}>
            <h2>{words.ticket.description}</h2>
            <p className="text">{ticket.description || words.none}</p>
            <Attached ticket={ticket} workspace={workspace} originals={user.role !== 'agency'} />
          </section>
          <section className="card" aria-label={words.ticket.moves}>
            <h2>{words.ticket.moves}</h2>
            <Moves ticket={ticket} workspace={workspace} moved={refresh} />
          </section>
          <Talk ticket={ticket} conversation={workspace.conversation} sent={refresh} />
        </div>
        <div>
          <Facts ticket={ticket} workspace={workspace} user={user} />
          <History events={ticket.events} />
        </div>
      </div>
    </>
  );
}

function Attached({ ticket, workspace, originals }: Omit<LoadedProps, 'user'> & { originals: boolean }) {
  if (ticket.attachments.length === 0) return <p className="soft">{words.ticket.noPhotos}</p>;
  return (
    <Files
      files={ticket.attachments}
      evidence={workspace.evidence}
      originals={originals}
      stated={ticket.location}
    />
  );
}

function useRefresh(code: string, conversation: string | null): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['ticket', code] });
    void queries.invalidateQueries({ queryKey: ['tickets'] });
    if (conversation) void queries.invalidateQueries({ queryKey: ['conversation', conversation] });
  };
}

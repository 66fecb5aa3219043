import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { TicketBody, User, Workspace } from '../../api';
import { formatTime } from '../../format';
import { Deadline, kindOf } from '../../parts/tags';
import { Link } from '../../router';
import { words } from '../../words.vi';
import { incidentWords } from './incident-words.vi';

interface FactsProps {
  ticket: TicketBody;
  workspace: Workspace;
  user: User;
}

export function Facts({ ticket, workspace, user }: FactsProps) {
  const { ticket: said } = words;
  return (
    <section className="card" aria-label={said.facts}>
      <h2>{said.facts}</h2>
      <dl className="facts">
        <Fact label={said.deadline}>
          <Deadline deadline={ticket.deadline} due={workspace.due} status={ticket.status} />
        </Fact>
        <Fact label={said.agency}>{ticket.agency?.name}</Fact>
        <Fact label={said.lane}>{kindOf(ticket)}</Fact>
        <Fact label={said.location}>{ticket.location.text}</Fact>
        {ticket.location.lat !== null && ticket.location.lon !== null && (
          <Fact label={said.coordinates}>
            {ticket.location.lat.toFixed(5)}, {ticket.location.lon.toFixed(5)}
          </Fact>
        )}
        <Fact label={said.time}>{ticket.time && timeWords(ticket.time)}</Fact>
        <Fact label={said.source}>{ticket.source}</Fact>
        {workspace.duplicateOf && (
          <Fact label={said.duplicateOf}>
            <Link to={`/tickets/${workspace.duplicateOf}`}>{workspace.duplicateOf}</Link>
          </Fact>
        )}
        {ticket.incident && (
          <Fact label={said.incident}>
            <Incident {...ticket.incident} />
          </Fact>
        )}
        <Fact label={said.createdAt}>{formatTime(ticket.createdAt)}</Fact>
        <Fact label={said.reporter}>
          <Reporter ticket={ticket} user={user} />
        </Fact>
      </dl>
    </section>
  );
}

/** The incident, and the way to its other tickets. */
function Incident({ id, tickets }: NonNullable<TicketBody['incident']>) {
  return (
    <>
      {id}
      <small className="soft block">
        {tickets.length > 0 ? incidentWords.others(tickets.length) : incidentWords.alone}
      </small>
      {tickets.map((code) => (
        <Link key={code} to={`/tickets/${code}`} className="block">
          {code}
        </Link>
      ))}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children || words.none}</dd>
    </>
  );
}

const timeWords = ({ text, recurring }: NonNullable<TicketBody['time']>) =>
  recurring ? `${text} (${words.ticket.recurring})` : text;

/** Nobody reads over a shoulder who the citizen is: it is shown when asked for. */
function Reporter({ ticket, user }: { ticket: TicketBody; user: User }) {
  const [shown, setShown] = useState(false);
  const { reporter } = ticket;
  if (user.role === 'agency') return <span className="soft">{words.ticket.hidden}</span>;
  if (!reporter) return ticket.anonymous ? words.ticket.anonymous : words.ticket.nameless;
  if (!shown) {
    return (
      <Button size="small" title={words.ticket.shown} onClick={() => setShown(true)}>
        {words.ticket.show}
      </Button>
    );
  }
  return (
    <>
      {reporter.name && <strong>{reporter.name}</strong>}
      {reporter.phone && (
        <>
          {' '}
          <a href={`tel:${reporter.phone}`}>{reporter.phone}</a>
        </>
      )}
      <small className="soft block">{words.ticket.shown}</small>
    </>
  );
}

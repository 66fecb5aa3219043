import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { api, type TicketPage, type TicketQuery } from '../api';
import { formatTime } from '../format';
import { List, Paged } from '../parts/list';
import { Asked } from '../parts/query-state';
import { Deadline, kindOf, StatusTag, UrgentTag } from '../parts/tags';
import { go, Link, pageOf, usePlace } from '../router';
import { words } from '../words.vi';

/** The list of tickets. Filter and page live in the address, so that it can be sent and gone back to. */
export default function Tickets() {
  const { query: place } = usePlace();
  const query = fromPlace(place);
  const tickets = useQuery({
    queryKey: ['tickets', query],
    queryFn: () => api.tickets(query),
    placeholderData: keepPreviousData,
  });
  const show = (change: Partial<TicketQuery>) => go(toPlace({ ...query, page: 1, ...change }));
  const clear = () => show({ status: '', lane: '', due: '', q: '' });
  const filtered = Boolean(query.status || query.lane || query.due || query.q);
  return (
    <>
      <div className="title">
        <h1>{words.tickets.title}</h1>
        {tickets.data && <span className="soft">{words.tickets.total(tickets.data.total)}</span>}
      </div>
      <Filters query={query} show={show} />
      <Asked query={tickets}>
        {(found) => (
          <Paged
            found={found}
            empty={filtered ? words.tickets.emptyFiltered : words.tickets.empty}
            instead={filtered && <Button onClick={clear}>{words.tickets.clear}</Button>}
            onPage={(page) => show({ page })}
          >
            <Rows items={found.items} due={found.due} />
          </Paged>
        )}
      </Asked>
    </>
  );
}

function Filters({ query, show }: { query: TicketQuery; show: (change: Partial<TicketQuery>) => void }) {
  return (
    <div className="filters">
      <Input.Search
        key={query.q}
        defaultValue={query.q}
        placeholder={words.tickets.search}
        aria-label={words.tickets.search}
        allowClear
        onSearch={(q) => show({ q: q.trim() })}
      />
      <Select
        value={query.status}
        aria-label={words.tickets.columns.status}
        options={[{ value: '', label: words.tickets.anyStatus }, ...optionsOf(words.statuses)]}
        onChange={(status) => show({ status })}
      />
      <Select
        value={query.lane}
        aria-label={words.ticket.lane}
        options={[{ value: '', label: words.tickets.anyLane }, ...optionsOf(words.lanes)]}
        onChange={(lane) => show({ lane })}
      />
      <Select
        value={query.due}
        aria-label={words.tickets.columns.deadline}
        options={[{ value: '', label: words.tickets.anyDue }, ...optionsOf(words.dues)]}
        onChange={(due) => show({ due })}
      />
    </div>
  );
}

function Rows({ items, due }: Pick<TicketPage, 'items' | 'due'>) {
  const { columns } = words.tickets;
  return (
    <List columns={Object.values(columns)}>
      {items.map((ticket) => (
        <tr key={ticket.code}>
          <td className="code">
            <Link to={`/tickets/${ticket.code}`}>{ticket.code}</Link> <UrgentTag urgent={ticket.urgent} />
          </td>
          <td className="what">
            <small>{kindOf(ticket)}</small>
            <span className="two-lines">{ticket.description || words.none}</span>
          </td>
          <td data-label={columns.where}>{ticket.location.text || words.none}</td>
          <td className="status">
            <StatusTag status={ticket.status} />
          </td>
          <td data-label={columns.deadline}>
            <Deadline deadline={ticket.deadline} due={due[ticket.code] ?? null} status={ticket.status} />
          </td>
          <td data-label={columns.at}>{formatTime(ticket.createdAt)}</td>
        </tr>
      ))}
    </List>
  );
}

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function fromPlace(place: URLSearchParams): TicketQuery {
  const [status, lane, due, q] = ['status', 'lane', 'due', 'q'].map((name) => place.get(name) ?? '');
  return {
    status: status ?? '',
    lane: lane ?? '',
    due: due ?? '',
    q: q ?? '',
    page: pageOf(place),
  };
}

function toPlace(query: TicketQuery): string {
  const said = Object.entries(query).filter(([, value]) => value !== '' && value !== 1);
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return search ? `/tickets?${search}` : '/tickets';
}

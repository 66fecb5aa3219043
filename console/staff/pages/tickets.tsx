import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Pagination, Select } from 'antd';
import { api, type TicketPage, type TicketQuery } from '../api';
import { formatTime } from '../format';
import { Asked } from '../parts/query-state';
import { Deadline, kindOf, StatusTag, UrgentTag } from '../parts/tags';
import { go, Link, usePlace } from '../router';
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
  const filtered = Boolean(query.status || query.lane || query.due || query.q);
  return (
    <>
      <div className="title">
        <h1>{words.tickets.title}</h1>
        {tickets.data && <span className="soft">{words.tickets.total(tickets.data.total)}</span>}
      </div>
      <Filters query={query} show={show} />
      <Asked query={tickets}>
        {({ items, total, pageSize, due }) =>
          items.length === 0 ? (
            <Nothing filtered={filtered} clear={() => show({ status: '', lane: '', due: '', q: '' })} />
          ) : (
            <>
              <List items={items} due={due} />
              <Pagination
                current={query.page}
                total={total}
                pageSize={pageSize}
                showSizeChanger={false}
                hideOnSinglePage
                responsive
                onChange={(page) => show({ page })}
              />
            </>
          )
        }
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

function Nothing({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={filtered ? words.tickets.emptyFiltered : words.tickets.empty}
    >
      {filtered && <Button onClick={clear}>{words.tickets.clear}</Button>}
    </Empty>
  );
}

/** A table on a wide screen, cards on a phone: the same markup, laid out by the style sheet. */
function List({ items, due }: Pick<TicketPage, 'items' | 'due'>) {
  const { columns } = words.tickets;
  return (
    <table className="list">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
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
    page: Math.max(1, Number(place.get('page')) || 1),
  };
}

function toPlace(query: TicketQuery): string {
  const said = Object.entries(query).filter(([, value]) => value !== '' && value !== 1);
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return search ? `/tickets?${search}` : '/tickets';
}

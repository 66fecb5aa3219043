import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type AuditBody } from '../api';
import { formatTime } from '../format';
import { List, Paged } from '../parts/list';
import { Asked } from '../parts/query-state';
import { go, usePage } from '../router';
import { words } from '../words.vi';

const { columns, actions } = words.audit;

/** The audit log, for auditors. */
export default function Audit() {
  const page = usePage();
  const audit = useQuery({
    queryKey: ['audit', page],
    queryFn: () => api.audit(page),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="title">
        <h1>{words.audit.title}</h1>
      </div>
      <Asked query={audit}>
        {(found) => (
          <Paged found={found} empty={words.audit.empty} onPage={(next) => go(`/audit?page=${next}`)}>
            <Entries items={found.items} />
          </Paged>
        )}
      </Asked>
    </>
  );
}

function Entries({ items }: { items: AuditBody[] }) {
  return (
    <List columns={Object.values(columns)}>
      {items.map(({ at, by, action, object, note }, index) => (
        <tr key={`${at} ${index}`}>
          <td data-label={columns.at}>{formatTime(at)}</td>
          <td data-label={columns.by}>{by?.name ?? words.none}</td>
          <td data-label={columns.action}>
            {actions[action] ?? action} {note && <small className="soft">({note})</small>}
          </td>
          <td data-label={columns.object}>
            <code>{object}</code>
          </td>
        </tr>
      ))}
    </List>
  );
}

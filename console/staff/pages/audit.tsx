import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty, Pagination } from 'antd';
import { api, type AuditBody } from '../api';
import { formatTime } from '../format';
import { Asked } from '../parts/query-state';
import { go, usePlace } from '../router';
import { words } from '../words.vi';

const { columns, actions } = words.audit;

/** The audit log, for auditors. */
export default function Audit() {
  const page = Math.max(1, Number(usePlace().query.get('page')) || 1);
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
        {({ items, total, pageSize }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.audit.empty} />
          ) : (
            <>
              <Entries items={items} />
              <Pagination
                current={page}
                total={total}
                pageSize={pageSize}
                showSizeChanger={false}
                hideOnSinglePage
                onChange={(next) => go(`/audit?page=${next}`)}
              />
            </>
          )
        }
      </Asked>
    </>
  );
}

function Entries({ items }: { items: AuditBody[] }) {
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
      </tbody>
    </table>
  );
}

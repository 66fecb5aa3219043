import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api, type User } from '../../api';
import { formatTime } from '../../format';
import { Asked } from '../../parts/query-state';
import { usePage } from '../../router';
import { Consents } from './consent';
import { Health } from './health';
import { Letters } from './letters';
import { said } from './words.vi';

const REFRESH_MS = 15_000;

/** How the channels are, and what could not be delivered. */
export default function Channels({ user }: { user: User }) {
  const page = usePage();
  const queries = useQueryClient();
  const channels = useQuery({ queryKey: ['channels'], queryFn: api.channels, refetchInterval: REFRESH_MS });
  const letters = useQuery({
    queryKey: ['dead-letters', page],
    queryFn: () => api.deadLetters(page),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['channels'] });
    void queries.invalidateQueries({ queryKey: ['dead-letters'] });
  };
  return (
    <>
      <div className="title">
        <h1>{said.title}</h1>
      </div>
      <Asked query={channels}>
        {({ items, alerts }) => (
          <>
            {alerts
              .filter(({ failingSince }) => failingSince)
              .map(({ carrier, failingSince, reason, waiting }) => (
                <Alert
                  key={carrier}
                  className="failed"
                  type="error"
                  showIcon
                  title={said.alertsFail(
                    said.carriers[carrier] ?? carrier,
                    formatTime(failingSince ?? ''),
                    waiting,
                  )}
                  description={reason}
                />
              ))}
            {alerts.length === 0 && user.role === 'admin' && (
              <Alert className="failed" type="warning" showIcon title={said.alertsOff} />
            )}
            <Health items={items} />
            {user.role === 'admin' && <Consents />}
          </>
        )}
      </Asked>
      <Asked query={letters}>{(found) => <Letters found={found} replayed={refresh} />}</Asked>
    </>
  );
}

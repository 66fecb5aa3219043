import { Tag } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketBody, Workspace } from '../api';
import { formatTime } from '../format';
import { words } from '../words.vi';

type Status = TicketBody['status'];

const COLOURS: Record<Status, string> = {
  received: 'blue',
  verifying: 'cyan',
  forwarded: 'geekblue',
  in_progress: 'purple',
  awaiting_citizen: 'gold',
  resolved: 'green',
  rejected: 'default',
  reopened: 'orange',
  duplicate: 'default',
  closed: 'default',
  withdrawn: 'default',
};
const ENDED: Status[] = ['resolved', 'rejected', 'duplicate', 'closed', 'withdrawn'];

export function StatusTag({ status }: { status: Status }) {
  return <Tag color={COLOURS[status]}>{words.statuses[status]}</Tag>;
}

/** The citizen blocked us: what is written there does not arrive. */
export function Unreachable({ since }: { since: string | null }) {
  return since ? (
    <Tag color="volcano" title={words.conversations.unreachableHint(formatTime(since))}>
      {words.conversations.unreachable}
    </Tag>
  ) : null;
}

export function UrgentTag({ urgent }: { urgent: boolean }) {
  return urgent ? (
    <Tag color="red" variant="solid">
      {words.tickets.urgent}
    </Tag>
  ) : null;
}

/** The deadline, and whether it is near or past; what is ended has none that matters. */
export function Deadline({
  deadline,
  due,
  status,
}: Pick<TicketBody, 'deadline' | 'status'> & {
  due: Workspace['due'];
}) {
  const now = useNow();
  if (!deadline) return <span className="soft">{words.tickets.noDeadline}</span>;
  const past = new Date(deadline).getTime() <= now;
  const runs = !ENDED.includes(status) && status !== 'awaiting_citizen';
  return (
    <span className="deadline">
      <time dateTime={deadline}>{formatTime(deadline)}</time>{' '}
      {status === 'awaiting_citizen' && <Tag>{words.tickets.waitingClock}</Tag>}
      {runs && past && <Tag color="red">{words.dues.overdue}</Tag>}
      {runs && !past && due === 'soon' && <Tag color="orange">{words.dues.soon}</Tag>}
    </span>
  );
}

/** The time, again every minute: a page may stay open for a whole shift. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function kindOf({ lane, category }: Pick<TicketBody, 'lane' | 'category'>): string {
  return category ? `${words.lanes[lane]} · ${words.categories[category]}` : words.lanes[lane];
}

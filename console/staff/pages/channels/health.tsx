import { Badge } from 'antd';
import type { ChannelBody } from '../../api';
import { formatTime } from '../../format';
import { List } from '../../parts/list';
import { words } from '../../words.vi';
import { said } from './words.vi';

const SIGNS = { on: 'success', off: 'default', down: 'error' } as const;

/** The channels, each with its state and figures. */
export function Health({ items }: { items: ChannelBody[] }) {
  return (
    <List columns={Object.values(said.columns)}>
      {items.map((channel) => (
        <Row key={channel.channel} {...channel} />
      ))}
    </List>
  );
}

function Row({ channel, state, since, reason, backlog, ...figures }: ChannelBody) {
  const { columns } = said;
  return (
    <tr>
      <td className="code">{said.names[channel] ?? channel}</td>
      <td className="status">
        <Badge status={SIGNS[state]} text={said.states[state]} />
        {since && <small className="block">{said.since(formatTime(since))}</small>}
        {reason && <small className="block text">{reason}</small>}
      </td>
      <td data-label={columns.lastIn}>{timeOr(figures.lastIn)}</td>
      <td data-label={columns.lastOut}>{timeOr(figures.lastOut)}</td>
      <td data-label={columns.backlog}>
        {backlog.messages.toLocaleString('vi-VN')}
        {backlog.oldest && <small className="block">{said.since(formatTime(backlog.oldest))}</small>}
        {figures.waiting > 0 && <small className="block">{said.waiting(figures.waiting)}</small>}
      </td>
      <td data-label={columns.failures}>{figures.failuresLastHour.toLocaleString('vi-VN')}</td>
      <td data-label={columns.dead}>
        {figures.deadLetters.reachable.toLocaleString('vi-VN')}
        {figures.deadLetters.unreachable > 0 && (
          <small className="block">{said.unreachable(figures.deadLetters.unreachable)}</small>
        )}
      </td>
    </tr>
  );
}

const timeOr = (iso: string | null): string => (iso ? formatTime(iso) : words.none);

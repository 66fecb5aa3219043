import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Badge, Button, Tag } from 'antd';
import { api, type ConversationBody } from '../api';
import { formatTime } from '../format';
import { Paged } from '../parts/list';
import { Asked } from '../parts/query-state';
import { Unreachable } from '../parts/tags';
import { go, Link, pageOf, usePlace } from '../router';
import { words } from '../words.vi';

const HOLDERS = ['waiting', 'staff', 'all'] as const;
type Holder = (typeof HOLDERS)[number];

/** Conversations by who holds them; those who wait come first. */
export default function Conversations() {
  const { query: place } = usePlace();
  const holder = HOLDERS.find((each) => each === place.get('holder')) ?? 'waiting';
  const page = pageOf(place);
  const show = (next: Holder, at = 1) => go(`/conversations?holder=${next}&page=${at}`);
  const conversations = useQuery({
    queryKey: ['conversations', holder, page],
    queryFn: () => api.conversations(holder, page),
    placeholderData: keepPreviousData,
  });
  const { title, holders, empty } = words.conversations;
  return (
    <>
      <div className="title">
        <h1>{title}</h1>
      </div>
      <div className="filters tabs">
        {HOLDERS.map((each) => (
          <Button
            key={each}
            type={each === holder ? 'primary' : 'default'}
            aria-pressed={each === holder}
            onClick={() => show(each)}
          >
            {holders[each]}
          </Button>
        ))}
      </div>
      <Asked query={conversations}>
        {(found) => (
          <Paged found={found} empty={empty[holder]} onPage={(next) => show(holder, next)}>
            <ul className="conversations">
              {found.items.map((conversation) => (
                <Item key={conversation.id} {...conversation} />
              ))}
            </ul>
          </Paged>
        )}
      </Asked>
    </>
  );
}

function Item({
  id,
  channel,
  holder,
  holderName,
  since,
  unreachableSince,
  lastAt,
  lastText,
  messages,
  tickets,
}: ConversationBody) {
  const said = words.conversations;
  return (
    <li>
      <Link to={`/conversations/${encodeURIComponent(id)}`}>
        <span className="two-lines">{lastText || words.none}</span>
        <span className="soft">
          <Holding holder={holder} holderName={holderName} />
          {holder === 'waiting' && ` ${said.since} ${formatTime(since)}`} · {formatTime(lastAt)} ·{' '}
          {said.messages(messages)} · {channel}
        </span>
      </Link>
      <Unreachable since={unreachableSince} />
      {tickets.map((code) => (
        <Tag key={code}>{code}</Tag>
      ))}
    </li>
  );
}

function Holding({ holder, holderName }: Pick<ConversationBody, 'holder' | 'holderName'>) {
  const said = words.conversations;
  if (holder === 'waiting') return <Badge status="warning" text={said.waiting} />;
  if (holder === 'staff') return <Badge status="processing" text={said.heldBy(holderName ?? '')} />;
  return <Badge status="default" text={said.bot} />;
}

import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Tag } from 'antd';
import { useRef } from 'react';
import { api, type LetterBody, newKey, type Page, type ReplayBody } from '../../api';
import { formatTime } from '../../format';
import { List, Paged } from '../../parts/list';
import { go, Link } from '../../router';
import { words } from '../../words.vi';
import { said as all } from './words.vi';

const said = all.letters;

interface LettersProps {
  found: Page<LetterBody>;
  replayed: () => void;
}

/** What could not be delivered, to be sent again one by one or all at once. */
export function Letters({ found, replayed }: LettersProps) {
  const { items } = found;
  const replay = useReplay(replayed);
  return (
    <section aria-labelledby="dead-letters">
      <div className="title">
        <h2 id="dead-letters">{said.title}</h2>
        {items.some(({ unreachable }) => !unreachable) && (
          <Button type="primary" loading={replay.isPending} onClick={() => replay.mutate({ all: true })}>
            {said.replayAll}
          </Button>
        )}
      </div>
      {replay.isError && <Alert className="failed" type="error" showIcon title={replay.error.message} />}
      <Paged found={found} empty={said.empty} onPage={(next) => go(`/channels?page=${next}`)}>
        <p className="soft">{said.lead}</p>
        <Table items={items} again={(id) => replay.mutate({ letters: [id] })} busy={replay.isPending} />
      </Paged>
    </section>
  );
}

/** The key stays while the same is tried again: the server may have heard the first try. */
function useReplay(replayed: () => void) {
  const { message } = App.useApp();
  const last = useRef({ asked: '', key: '' });
  return useMutation({
    mutationFn: (body: ReplayBody) => {
      const asked = JSON.stringify(body);
      if (last.current.asked !== asked) last.current = { asked, key: newKey() };
      return api.replay(body, last.current.key);
    },
    onSuccess: ({ replayed: count, busy }) => {
      last.current = { asked: '', key: '' };
      void message.success(said.replayed(count));
      if (busy > 0) void message.info(said.busy);
      replayed();
    },
  });
}

function Table({ items, again, busy }: { items: LetterBody[]; again: (id: string) => void; busy: boolean }) {
  const { columns } = said;
  return (
    <List columns={Object.values(columns)} acts={said.replay}>
      {items.map((letter) => (
        <tr key={letter.id}>
          <td className="code">{all.names[letter.channel] ?? letter.channel}</td>
          <td data-label={columns.at}>{formatTime(letter.at)}</td>
          <td data-label={columns.deadAt}>{formatTime(letter.deadAt)}</td>
          <td data-label={columns.by}>{said.by[letter.by]}</td>
          <td data-label={columns.reason} className="what">
            {letter.unreachable && <Tag color="gold">{said.unreachable}</Tag>}{' '}
            <span className="soft text">{letter.reason || words.none}</span>
          </td>
          <td className="actions">
            {letter.conversation && (
              <Link to={`/conversations/${encodeURIComponent(letter.conversation)}`}>{said.open}</Link>
            )}
            <Button
              size="small"
              disabled={busy}
              aria-label={said.replayOne(formatTime(letter.at))}
              onClick={() => again(letter.id)}
            >
              {said.replay}
            </Button>
          </td>
        </tr>
      ))}
    </List>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Tag } from 'antd';
import { api, type Transcript } from '../api';
import { AnswerBox } from '../parts/answer-box';
import { Asked } from '../parts/query-state';
import { Unreachable } from '../parts/tags';
import { Messages } from '../parts/transcript';
import { CitizenTyping, useShowTyping } from '../parts/typing';
import { Link } from '../router';
import { words } from '../words.vi';

/** One conversation: read it, take it over, write, hand it back. */
export default function Conversation({ id }: { id: string }) {
  const conversation = useQuery({ queryKey: ['conversation', id], queryFn: () => api.conversation(id) });
  return (
    <>
      <p className="back">
        <Link to="/conversations">← {words.conversation.back}</Link>
      </p>
      <Asked query={conversation}>{(shown) => <Loaded {...shown} />}</Asked>
    </>
  );
}

function Loaded({ id, holder, holderName, unreachableSince, tickets, transcript, callBack }: Transcript) {
  const queries = useQueryClient();
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['conversation', id] });
    void queries.invalidateQueries({ queryKey: ['conversations'] });
  };
  const showTyping = useShowTyping(id);
  const said = words.conversations;
  return (
    <>
      <div className="title">
        <h1>{words.conversation.title}</h1>
        {holder === 'waiting' && <Tag color="gold">{said.waiting}</Tag>}
        {holder === 'staff' && <Tag color="green">{said.heldBy(holderName ?? '')}</Tag>}
        {holder === 'bot' && <Tag>{said.bot}</Tag>}
        <Unreachable since={unreachableSince} />
        <Holder id={id} holder={holder} changed={refresh} />
      </div>
      {tickets.length > 0 && (
        <p>
          {words.conversation.tickets}:{' '}
          {tickets.map((code) => (
            <Link key={code} to={`/tickets/${code}`} className="chip">
              {code}
            </Link>
          ))}
        </p>
      )}
      {callBack && <CallBack id={id} />}
      <section className="card" aria-label={words.ticket.conversation}>
        <Messages messages={transcript} />
        <CitizenTyping conversation={id} />
        <AnswerBox
          typed={showTyping}
          send={(text, key) => api.say(id, text, key)}
          sent={refresh}
          hint={
            holder === 'staff' ? words.answer.hint : `${words.conversation.takeFirst} ${words.answer.hint}.`
          }
        />
      </section>
    </>
  );
}

/** Nobody reads a number over a shoulder: it is shown when asked for, which leaves an entry. */
function CallBack({ id }: { id: string }) {
  const number = useMutation({ mutationFn: () => api.callBack(id) });
  const phone = number.data?.phone;
  return (
    <p>
      {words.conversation.callBack}{' '}
      {phone ? (
        <a href={`tel:${phone}`}>{phone}</a>
      ) : (
        <Button
          size="small"
          title={words.conversation.numberNote}
          loading={number.isPending}
          onClick={() => number.mutate()}
        >
          {words.conversation.showNumber}
        </Button>
      )}
      {number.isError && <Alert className="failed" type="error" showIcon title={number.error.message} />}
    </p>
  );
}

interface HolderProps {
  id: string;
  holder: Transcript['holder'];
  changed: () => void;
}

function Holder({ id, holder, changed }: HolderProps) {
  const { message } = App.useApp();
  const { takeOver, handBack, taken, handedBack } = words.conversation;
  const change = useMutation({
    mutationFn: (take: boolean) => (take ? api.takeOver(id) : api.handBack(id)),
    onSuccess: (_done, take) => {
      void message.success(take ? taken : handedBack);
      changed();
    },
  });
  return (
    <span className="actions">
      {holder !== 'staff' && (
        <Button type="primary" loading={change.isPending} onClick={() => change.mutate(true)}>
          {takeOver}
        </Button>
      )}
      {holder !== 'bot' && (
        <Button loading={change.isPending} onClick={() => change.mutate(false)}>
          {handBack}
        </Button>
      )}
      {change.isError && <Alert className="failed" type="error" showIcon title={change.error.message} />}
    </span>
  );
}

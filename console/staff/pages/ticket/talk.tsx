import { useQuery } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import { useState } from 'react';
import { api, type TicketBody } from '../../api';
import { AnswerBox } from '../../parts/answer-box';
import { Asked } from '../../parts/query-state';
import { Messages } from '../../parts/transcript';
import { Link } from '../../router';
import { words } from '../../words.vi';
import { incidentWords } from './incident-words.vi';

interface TalkProps {
  ticket: TicketBody;
  conversation: string | null;
  sent: () => void;
}

/** The conversation, for those who may read it, and the answer box for everybody. */
export function Talk({ ticket, conversation, sent }: TalkProps) {
  const { message } = App.useApp();
  const [wholeIncident, setWhole] = useState(false);
  const others = ticket.incident?.tickets.length ?? 0;
  const done = () => {
    void message.success(words.answer.sent);
    setWhole(false);
    sent();
  };
  return (
    <section className="card" aria-label={words.ticket.conversation}>
      <h2>{words.ticket.conversation}</h2>
      {conversation ? <Said id={conversation} /> : <p className="soft">{words.ticket.noConversation}</p>}
      <AnswerBox send={(text, key) => api.answer(ticket.code, { text, wholeIncident }, key)} sent={done}>
        {others > 0 && (
          <div className="whole">
            <Checkbox checked={wholeIncident} onChange={({ target }) => setWhole(target.checked)}>
              {incidentWords.answer(others)}
            </Checkbox>
            {wholeIncident && <p className="soft">{incidentWords.answerHint}</p>}
          </div>
        )}
      </AnswerBox>
    </section>
  );
}

function Said({ id }: { id: string }) {
  const conversation = useQuery({ queryKey: ['conversation', id], queryFn: () => api.conversation(id) });
  return (
    <>
      <Asked query={conversation}>{({ transcript }) => <Messages messages={transcript} />}</Asked>
      <p className="more">
        <Link to={`/conversations/${encodeURIComponent(id)}`}>{words.ticket.openConversation}</Link>
      </p>
    </>
  );
}

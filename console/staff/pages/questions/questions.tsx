import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type QuestionBody, type User } from '../../api';
import { formatTime } from '../../format';
import { List, Paged } from '../../parts/list';
import { Asked } from '../../parts/query-state';
import { go, usePage } from '../../router';
import { words } from '../../words.vi';
import { QuestionActs } from './question-acts';
import { TeachDialog } from './teach-dialog';

const { columns, title, lead, empty, total, intents } = words.questions;

/** Questions that the bot could not answer: what is asked most first. */
export default function Questions({ user }: { user: User }) {
  const page = usePage();
  const [taught, teach] = useState<QuestionBody>();
  const questions = useQuery({
    queryKey: ['questions', page],
    queryFn: () => api.questions(page),
    placeholderData: keepPreviousData,
  });
  const mayTeach = user.role === 'admin' || user.role === 'supervisor';
  return (
    <>
      <div className="title">
        <h1>{title}</h1>
        {questions.data && <span className="soft">{total(questions.data.total)}</span>}
      </div>
      <p className="soft">{lead}</p>
      <Asked query={questions}>
        {(found) => (
          <Paged found={found} empty={empty} onPage={(next) => go(`/questions?page=${next}`)}>
            <Rows items={found.items} {...(mayTeach && { onTeach: teach })} />
          </Paged>
        )}
      </Asked>
      {taught && <TeachDialog question={taught} onClose={() => teach(undefined)} />}
    </>
  );
}

interface RowsProps {
  items: QuestionBody[];
  onTeach?: (question: QuestionBody) => void;
}

function Rows({ items, onTeach }: RowsProps) {
  return (
    <List columns={Object.values(columns)}>
      {items.map((question) => (
        <tr key={question.id}>
          <td data-label={columns.text}>{question.text}</td>
          <td data-label={columns.count}>{question.count}</td>
          <td data-label={columns.guess}>
            {intents[question.intent]} <small className="soft">({percent(question.confidence)})</small>
          </td>
          <td data-label={columns.lastAt}>{formatTime(question.lastAt)}</td>
          <td data-label={columns.acts}>
            <QuestionActs question={question} {...(onTeach && { onTeach })} />
          </td>
        </tr>
      ))}
    </List>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

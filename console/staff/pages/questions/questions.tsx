import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty, Pagination } from 'antd';
import { useState } from 'react';
import { api, type QuestionBody, type User } from '../../api';
import { formatTime } from '../../format';
import { Asked } from '../../parts/query-state';
import { go, usePlace } from '../../router';
import { words } from '../../words.vi';
import { QuestionActs } from './question-acts';
import { TeachDialog } from './teach-dialog';

const { columns, title, lead, empty, total, intents } = words.questions;

/** Questions that the bot could not answer: what is asked most first. */
export default function Questions({ user }: { user: User }) {
  const page = Math.max(1, Number(usePlace().query.get('page')) || 1);
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
        {({ items, total: all, pageSize }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
          ) : (
            <>
              <Rows items={items} {...(mayTeach && { onTeach: teach })} />
              <Pagination
                current={page}
                total={all}
                pageSize={pageSize}
                showSizeChanger={false}
                hideOnSinglePage
                onChange={(next) => go(`/questions?page=${next}`)}
              />
            </>
          )
        }
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
      </tbody>
    </table>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

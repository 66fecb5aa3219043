import type { RatingsBody } from '../../api';
import { formatDate } from '../../format';
import { List } from '../../parts/list';
import { topicOf } from './topic';
import { said } from './words.vi';

const SCORES = [5, 4, 3, 2, 1];

/** The average, how many gave how many stars, and how that is by month and by topic. */
export function Figures({ ratings }: { ratings: RatingsBody }) {
  const { total, months, topics } = ratings;
  return (
    <>
      <div className="two-columns ratings">
        <section className="card" aria-label={said.average}>
          <h2>{said.average}</h2>
          <p className="big">{said.ofFive(total.average ?? 0)}</p>
          <p className="soft">{said.count(total.count)}</p>
        </section>
        <Scores ratings={ratings} />
      </div>
      <section aria-label={said.months}>
        <h2>{said.months}</h2>
        <Table
          first={said.columns.month}
          rows={months.map(({ month, ...stars }) => ({ name: formatDate(month), ...stars }))}
        />
      </section>
      <section aria-label={said.topics}>
        <h2>{said.topics}</h2>
        <Table
          first={said.columns.topic}
          rows={topics.map(({ count, average, ...topic }) => ({ name: topicOf(topic), count, average }))}
        />
      </section>
    </>
  );
}

function Scores({ ratings: { scores, total } }: { ratings: RatingsBody }) {
  return (
    <section className="card" aria-label={said.scores}>
      <h2>{said.scores}</h2>
      <dl className="bars">
        {SCORES.map((score) => {
          const count = scores.find((each) => each.score === score)?.count ?? 0;
          return (
            <div key={score}>
              <dt>{said.stars(score)}</dt>
              <dd>
                <meter min={0} max={total.count} value={count} aria-hidden />
                {count}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

interface Row {
  name: string;
  count: number;
  average: number;
}

function Table({ first, rows }: { first: string; rows: Row[] }) {
  const { average, count } = said.columns;
  return (
    <List columns={[first, average, count]}>
      {rows.map((row) => (
        <tr key={row.name}>
          <td data-label={first}>{row.name}</td>
          <td data-label={average}>{said.shown(row.average)}</td>
          <td data-label={count}>{row.count}</td>
        </tr>
      ))}
    </List>
  );
}

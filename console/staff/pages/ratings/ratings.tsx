import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { api, type RatingWordsBody } from '../../api';
import { formatDate } from '../../format';
import { Paged } from '../../parts/list';
import { Asked } from '../../parts/query-state';
import { go, usePage } from '../../router';
import { Figures } from './figures';
import { topicOf } from './topic';
import { said } from './words.vi';

/** What citizens think of how they were served. */
export default function Ratings() {
  const ratings = useQuery({ queryKey: ['ratings'], queryFn: api.ratings });
  return (
    <>
      <div className="title">
        <h1>{said.title}</h1>
      </div>
      <p className="soft">{said.lead}</p>
      <Asked query={ratings}>
        {(shown) =>
          shown.total.count === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said.empty} />
          ) : (
            <>
              <Figures ratings={shown} />
              <Words />
            </>
          )
        }
      </Asked>
    </>
  );
}

function Words() {
  const page = usePage();
  const ratingWords = useQuery({
    queryKey: ['ratings', 'words', page],
    queryFn: () => api.ratingWords(page),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label={said.words}>
      <h2>{said.words}</h2>
      <Asked query={ratingWords}>
        {(found) => (
          <Paged found={found} empty={said.noWords} onPage={(next) => go(`/ratings?page=${next}`)}>
            <ul className="quotes">
              {found.items.map((one, index) => (
                <Quote key={`${page} ${index}`} {...one} />
              ))}
            </ul>
          </Paged>
        )}
      </Asked>
    </section>
  );
}

function Quote({ day, score, comment, agency, ...topic }: RatingWordsBody) {
  return (
    <li className="card">
      <p className="text">{comment}</p>
      <p className="soft">
        <span className="stars" role="img" aria-label={said.stars(score)}>
          {'★'.repeat(score)}
        </span>{' '}
        · {topicOf(topic)}
        {agency && ` · ${agency.name}`} · <time dateTime={day}>{formatDate(day)}</time>
      </p>
    </li>
  );
}

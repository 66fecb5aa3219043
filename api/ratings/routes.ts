import type { Router } from 'express';
import type { RatingFilter, RatingWords, Stars, Topic } from '../../hotline/ratings';
import type { StaffAccount } from '../../hotline/staff';
import { dayInVietnam } from '../http/dates';
import { mount } from '../http/route';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import { readRatings, readRatingWords, type RatingsBody, type RatingWordsBody } from './schema';

/** What citizens think of how they were served, for those who serve them; never who said it. */
export function ratingRoutes(router: Router, { ratings }: Pick<StaffApiOptions, 'ratings'>): void {
  mount(router, readRatings, async ({ user, query }): Promise<RatingsBody> => {
    const filter = filterFor(user, query);
    const [items, figures] = await Promise.all([ratings.summary(filter), ratings.figures(filter)]);
    const topics = figures.topics.map((topic) => ({ ...rounded(topic), ...presentTopic(topic) }));
    return {
      items: items.map(rounded),
      total: totalOf(items),
      ...{ scores: figures.scores, months: figures.months.map(rounded), topics },
    };
  });

  mount(router, readRatingWords, async ({ user, query }) => {
    const { page } = query;
    const paged = { page, pageSize: PAGE_SIZE };
    const { items, total } = mayReadWords(user)
      ? await ratings.words(filterFor(user, query), paged)
      : { items: [], total: 0 };
    return { items: items.map(presentWords), ...paged, total };
  });
}

/** Whose ratings this person may see. */
function filterFor(
  { role, agency }: StaffAccount,
  { from = '0000-01', to = '9999-12' }: { from?: string | undefined; to?: string | undefined },
): RatingFilter {
  const own = role === 'agency' ? { agency: agency?.code ?? '' } : {};
  return { from, to, misconduct: role === 'inspector', ...own };
}

/** An inspector of a unit is not to read what was said of misconduct there; which words are of it nobody knows. */
const mayReadWords = ({ role, agency }: StaffAccount): boolean => role !== 'inspector' || !agency;

function totalOf(all: readonly Stars[]): RatingsBody['total'] {
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const stars = all.reduce((sum, one) => sum + one.count * one.average, 0);
  return { count, average: count === 0 ? null : twoDecimals(stars / count) };
}

const rounded = <T extends Stars>(stars: T): T => ({ ...stars, average: twoDecimals(stars.average) });
const twoDecimals = (stars: number): number => Math.round(stars * 100) / 100;

const presentTopic = ({ of, lane, category }: Topic) => ({ of, lane, category: category ?? null });

const presentWords = ({ at, score, comment, agency, ...topic }: RatingWords): RatingWordsBody => ({
  ...{ day: dayInVietnam(at), score, comment, agency },
  ...presentTopic(topic),
});

import type { Router } from 'express';
import type { RatingSummary } from '../../hotline/ratings';
import { mount } from '../http/route';
import type { StaffApiOptions } from '../options';
import { readRatings } from './schema';

/** Averages of what citizens think; nobody's words, and nobody's name. */
export function ratingRoutes(router: Router, { ratings }: Pick<StaffApiOptions, 'ratings'>): void {
  mount(router, readRatings, async ({ user, query }) => {
    const { from = '0000-01', to = '9999-12' } = query;
    const items = await ratings.summary({ from, to, misconduct: user.role === 'inspector' });
    return {
      items: items.map((item) => ({ ...item, average: rounded(item.average) })),
      total: totalOf(items),
    };
  });
}

function totalOf(items: readonly RatingSummary[]): { count: number; average: number | null } {
  const count = items.reduce((sum, item) => sum + item.count, 0);
  const stars = items.reduce((sum, item) => sum + item.count * item.average, 0);
  return { count, average: count === 0 ? null : rounded(stars / count) };
}

const rounded = (stars: number): number => Math.round(stars * 100) / 100;

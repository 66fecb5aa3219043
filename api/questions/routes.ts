import type { Router } from 'express';
import { notFound } from '../../hotline/errors';
import type { OpenQuestion } from '../../hotline/questions';
import { isoVietnam } from '../http/dates';
import { mount } from '../http/route';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import type { QuestionBody } from './schema';
import * as routes from './schema';

/** What the bot could not answer, for those who teach it. */
export function questionRoutes(router: Router, { questions, audit }: StaffApiOptions): void {
  mount(router, routes.listQuestions, async ({ query: { page } }) => {
    const { items, total } = await questions.list({ page, pageSize: PAGE_SIZE });
    return { items: items.map(present), page, pageSize: PAGE_SIZE, total };
  });

  mount(router, routes.settleQuestion, async ({ user, params, body }) => {
    const id = params['id'] ?? '';
    if (!(await questions.settle(id))) throw notFound('câu hỏi này');
    const by = { id: user.id, name: user.name };
    await audit.record({ by, action: 'question.settle', object: id, note: body.outcome });
    return { id };
  });
}

const present = ({ key, text, guess, count, firstAt, lastAt }: OpenQuestion): QuestionBody => ({
  id: key,
  text,
  ...guess,
  count,
  firstAt: isoVietnam(firstAt),
  lastAt: isoVietnam(lastAt),
});

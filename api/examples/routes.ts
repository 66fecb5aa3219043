import type { Router } from 'express';
import { invalid, notFound } from '../../hotline/errors';
import { type Example, exampleOf, MOST_EXAMPLES } from '../../hotline/examples';
import { isoVietnam } from '../http/dates';
import { mount } from '../http/route';
import type { StaffApiOptions } from '../options';
import type { ExampleBody } from './schema';
import * as routes from './schema';

/** What staff teach the bot. */
export function exampleRoutes(router: Router, { examples, audit }: StaffApiOptions): void {
  const { store, procedures, taught } = examples;

  mount(router, routes.listExamples, async () => ({ items: (await store.list()).map(present) }));

  mount(router, routes.listProcedures, () =>
    Promise.resolve({ items: [...procedures].map(([id, name]) => ({ id, name })) }),
  );

  mount(router, routes.addExample, async ({ user, body }) => {
    const by = { id: user.id, name: user.name };
    const example = exampleOf({ ...body, by, at: new Date() } as Omit<Example, 'id'>, procedures);
    if ((await store.list()).length >= MOST_EXAMPLES)
      throw invalid(`Đã có ${MOST_EXAMPLES.toLocaleString('vi-VN')} tin mẫu; hãy bỏ bớt rồi thêm.`);
    await store.put(example);
    await audit.record({ by, action: 'example.put', object: example.id, note: example.intent });
    taught();
    return present(example);
  });

  mount(router, routes.removeExample, async ({ user, params }) => {
    const id = params['id'] ?? '';
    if (!(await store.remove(id))) throw notFound('tin mẫu này');
    await audit.record({
      by: { id: user.id, name: user.name },
      action: 'example.remove',
      object: id,
      note: null,
    });
    taught();
    return { id };
  });
}

const present = ({ at, ...facts }: Example): ExampleBody => ({ ...facts, at: isoVietnam(at) });

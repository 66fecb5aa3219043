import type { Router } from 'express';
import { isoVietnam } from '../http/dates';
import { mount } from '../http/route';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import * as routes from './schema';

/** The audit log, for auditors. */
export function auditRoutes(router: Router, { audit }: StaffApiOptions): void {
  mount(router, routes.listAudit, async ({ query }) => {
    const { items, total } = await audit.list(query.page, PAGE_SIZE);
    const presented = items.map((entry) => ({ ...entry, at: isoVietnam(entry.at) }));
    return { items: presented, page: query.page, pageSize: PAGE_SIZE, total };
  });
}

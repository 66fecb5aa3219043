import type { Router } from 'express';
import { invalid } from '../../hotline/errors';
import { withoutAccents } from '../../hotline/letters';
import type { StaffAccount } from '../../hotline/staff';
import type { Agency } from '../../hotline/ticket/ticket';
import { isoVietnam } from '../http/dates';
import { mount } from '../http/route';
import type { StaffApiOptions } from '../options';
import type { AccountBody } from './schema';
import * as routes from './schema';

/** Accounts, for administrators. */
export function accountRoutes(router: Router, { staff, audit, agencies }: StaffApiOptions): void {
  mount(router, routes.listAccounts, async () => ({ items: (await staff.list()).map(presentAccount) }));

  mount(router, routes.addAccount, async ({ user, body }) => {
    const { agency = null, ...facts } = body;
    const account = await staff.add({ ...facts, agency: agencyBy(agencies, agency) });
    await audit.record({ by: ref(user), action: 'account.add', object: account.id, note: account.role });
    return presentAccount(account);
  });

  mount(router, routes.changeAccount, async ({ user, params, body }) => {
    const { agency, ...facts } = body;
    const unit = agency === undefined ? {} : { agency: agencyBy(agencies, agency) };
    const account = await staff.change(params['id'] ?? '', { ...facts, ...unit });
    const note = Object.keys(body).join(', ');
    await audit.record({ by: ref(user), action: 'account.change', object: account.id, note });
    return presentAccount(account);
  });

  mount(router, routes.listAgencies, async ({ query }) => ({ items: matching(agencies, query.q ?? '') }));
}

const ref = ({ id, name }: StaffAccount) => ({ id, name });

function agencyBy(agencies: readonly Agency[], code: string | null): Agency | null {
  if (code === null) return null;
  const found = agencies.find((agency) => agency.code === code);
  if (!found) throw invalid('Không có cơ quan này trong danh mục. Hãy chọn lại.');
  return { code: found.code, name: found.name };
}

function matching(agencies: readonly Agency[], q: string): Agency[] {
  const wanted = plain(q);
  const found = agencies.filter(({ code, name }) => plain(`${code} ${name}`).includes(wanted));
  return found.slice(0, 50).map(({ code, name }) => ({ code, name }));
}

const plain = (text: string) => withoutAccents(text).toLowerCase();

const presentAccount = ({
  id,
  email,
  name,
  role,
  agency,
  createdAt,
  disabled,
}: StaffAccount): AccountBody => ({
  ...{ id, email, name, role, agency, disabled },
  createdAt: isoVietnam(createdAt),
});

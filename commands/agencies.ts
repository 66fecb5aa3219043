import type { Contact } from '../hotline/routing/agencies';
import type { Agency } from '../hotline/ticket/ticket';
import type { Command } from './index';

export interface AgenciesParts {
  open: () => { agencies: readonly Agency[]; contacts: Readonly<Record<string, Contact>> };
}

/** `npx hotline agencies`: every agency there is, as it is derived from the gazetteer, with the contacts that were confirmed. */
export function agencies({ open }: AgenciesParts): Command {
  return {
    name: 'agencies',
    summary: 'bảng mọi cơ quan: mã, tên, điện thoại, email, địa chỉ, ai xác nhận (cách nhau bằng tab)',
    run(_args, { output }) {
      const { agencies: all, contacts } = open();
      for (const agency of all) output.write(`${lineOf(agency, contacts[agency.code])}\n`);
      return Promise.resolve(0);
    },
  };
}

function lineOf({ code, name }: Agency, contact?: Contact): string {
  const { phone = '', email = '', address = '', confirmed } = contact ?? {};
  const by = confirmed ? `${confirmed.by} ${confirmed.at}` : '';
  return [code, name, phone, email, address, by].join('\t');
}

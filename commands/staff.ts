import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { invalid } from '../hotline/errors';
import { ROLES, type Role, type StaffStore } from '../hotline/staff';
import type { Agency } from '../hotline/ticket/ticket';
import type { Command } from './index';

export interface StaffAddParts {
  /** Runs some work with the accounts, on the running system's database or one of its own. */
  withStaff: <T>(work: (staff: StaffStore) => Promise<T>) => Promise<T>;
  /** Asked only when an agency is named. */
  agencies: () => readonly Agency[];
}

/** `npx hotline staff add`: the password comes by standard input, so that no list of processes shows it. */
export function staffAdd({ withStaff, agencies }: StaffAddParts): Command {
  return {
    name: 'staff add',
    usage: '--email E --name N --role R [--agency MÃ] --password-stdin',
    summary: 'Tạo tài khoản cán bộ; mật khẩu đọc từ đầu vào chuẩn.',
    async run(args, io) {
      const asked = readArgs(args);
      const agency = asked.agency === undefined ? null : agencyBy(agencies(), asked.agency);
      const password = (await text(io.input)).replace(/\r?\n$/, '');
      const account = await withStaff((staff) => staff.add({ ...asked, agency, password }));
      io.output.write(`${account.id}\n`);
      io.say(`Đã tạo tài khoản ${account.email} (${account.role}).`);
      return 0;
    },
  };
}

function readArgs(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      agency: { type: 'string' },
      'password-stdin': { type: 'boolean' },
    },
  });
  const { email, name, role, agency } = values;
  if (!email || !name || !role) throw invalid('Cần đủ --email, --name và --role.');
  if (!values['password-stdin']) throw invalid('Cần --password-stdin, rồi đưa mật khẩu vào đầu vào chuẩn.');
  return { email, name, role: asRole(role), agency };
}

function asRole(role: string): Role {
  const known = ROLES.find((one) => one === role);
  if (!known) throw invalid(`--role: "${role}" không có; hãy chọn một trong ${ROLES.join(', ')}.`);
  return known;
}

function agencyBy(agencies: readonly Agency[], code: string): Agency {
  const found = agencies.find((agency) => agency.code === code);
  if (!found) throw invalid(`--agency: không có cơ quan mã "${code}" trong danh mục.`);
  return { code: found.code, name: found.name };
}

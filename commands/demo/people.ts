import { SAMPLE_DOMAIN } from '../../hotline/samples';
import type { NewAccount, Role } from '../../hotline/staff';
import type { Identity } from '../../hotline/stores';
import type { Agency } from '../../hotline/ticket/ticket';
import type { Dice } from './dice';

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
] as const;

/**
 * A citizen who cannot be: a letter for a given name, and a number that no plan of numbers can give out, since after
 * the country's 84 there is never a 0.
 */
export function citizen(number: number, dice: Dice): Identity {
  const middle = dice.pick(['Văn', 'Thị']);
  const letter = String.fromCharCode(65 + (number % 26));
  return {
    name: `${dice.pick(FAMILIES)} ${middle} ${letter} (mẫu)`,
    phone: `+840000${String(number % 1_000_000).padStart(6, '0')}`,
  };
}

export type SampleAccount = Omit<NewAccount, 'password'>;

/** One account for each role, two for those who take the messages; agencies where most happens. */
export function staffOf(agencies: { department: Agency | null; commune: Agency | null }): SampleAccount[] {
  const account = (local: string, name: string, role: Role, agency: Agency | null = null): SampleAccount => ({
    email: `${local}@${SAMPLE_DOMAIN}`,
    name: `${name} (mẫu)`,
    role,
    agency,
  });
  const { department, commune } = agencies;
  return [
    account('quantri', 'Quản trị', 'admin'),
    account('lanhdao', 'Lãnh đạo Mai', 'supervisor'),
    account('truc1', 'Trực ban Lan', 'operator'),
    account('truc2', 'Trực ban Dũng', 'operator'),
    ...(department ? [account('so', 'Chuyên viên sở Hải', 'agency', department)] : []),
    ...(commune ? [account('xa', 'Cán bộ xã Thu', 'agency', commune)] : []),
    account('thanhtra', 'Thanh tra viên Bình', 'inspector'),
    account('kiemtoan', 'Kiểm toán nội bộ Ngân', 'auditor'),
  ];
}

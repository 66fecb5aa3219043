import { openTicket, type Report } from '../../hotline/ticket/open';
import { hashSecret, secretOf } from '../../hotline/ticket/secret';
import type { Ticket } from '../../hotline/ticket/ticket';
import { hanoiDepartment, hoa, monday } from './people';

/** The key of the town's ticket secrets. */
export const secretsKey = Buffer.alloc(32, 7);

/** The lake behind chị Hoa's house turned black. */
export const blackLake: Report = {
  lane: 'pollution',
  category: 'water',
  urgent: false,
  anonymous: true,
  description: 'Nước hồ sau nhà tôi đen ngòm, hôi lắm.',
  location: hoa.home,
  time: null,
  source: null,
  attachments: [],
};

/** A report of the town, filed on Monday with fifteen working days to go. */
export function filedTicket(code = 'XH-2026-000001', facts: Partial<Ticket> = {}): Ticket {
  const ticket = openTicket(blackLake, {
    code,
    at: monday,
    channel: 'webchat',
    conversation: hoa.conversation,
    secretHash: hashSecret(secretsKey, code, secretOf(secretsKey, code)),
    agency: hanoiDepartment,
    reason: 'cần cơ quan chuyên môn cấp tỉnh',
    deadline: new Date('2026-12-14T17:00:00+07:00'),
  });
  return { ...ticket, ...facts };
}

import { join } from 'node:path';
import { castOf } from '../../../casting';
import { secretsKey } from '../../town/tickets';

/** Wednesday, 25 November 2026, three in the afternoon in Vietnam. */
export const wednesday = new Date('2026-11-25T15:00:00+07:00');

/** The real content of the product; pictures are only names. */
export const cast = castOf({
  folder: join(__dirname, '..', '..', '..', 'content'),
  ticketSecrets: secretsKey,
  picture: (conversation, name) =>
    Promise.resolve({ id: `${conversation}/${name}`, name, type: 'image/png', size: 100 }),
});

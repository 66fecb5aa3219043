import { join } from 'node:path';
import { filed, news } from '../../../bot/replies/ticket';
import { voicesOf } from '../../../bot/words';
import type { Cast } from '../../../commands/demo/cast';
import { loadContent } from '../../../content';
import { readSamples } from '../../../content/samples';
import { workingCalendar } from '../../../hotline/deadlines/calendar';
import { deadlines } from '../../../hotline/deadlines/deadlines';
import { routing } from '../../../hotline/routing';
import { hashSecret, secretOf } from '../../../hotline/ticket/secret';
import { secretsKey } from '../../town/tickets';

const folder = join(__dirname, '..', '..', '..', 'content');
const content = loadContent(folder);
const words = voicesOf(content.locales).vi;

/** Wednesday, 25 November 2026, three in the afternoon in Vietnam. */
export const wednesday = new Date('2026-11-25T15:00:00+07:00');

/** The real content of the product; pictures are only names. */
export const cast: Cast = {
  ...content.gazetteer,
  stories: readSamples(folder),
  routing: routing(content.routing, content.gazetteer),
  deadlines: deadlines(content.terms, workingCalendar(content.daysOff)),
  voice: {
    say: (key) => words(key),
    filed: (ticket) => filed(words, ticket),
    news: (ticket) => news(words, ticket),
  },
  secretHash: (code) => hashSecret(secretsKey, code, secretOf(secretsKey, code)),
  picture: (conversation, name) =>
    Promise.resolve({ id: `${conversation}/${name}`, name, type: 'image/png', size: 100 }),
};

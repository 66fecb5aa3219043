import { filed, news } from './bot/replies/ticket';
import { voicesOf } from './bot/words';
import type { Cast } from './commands/demo/cast';
import { loadContent } from './content';
import { readSamples } from './content/samples';
import { workingCalendar } from './hotline/deadlines/calendar';
import { deadlines } from './hotline/deadlines/deadlines';
import { routing } from './hotline/routing';
import { hashSecret, secretOf } from './hotline/ticket/secret';

interface Given {
  /** Of the content. */
  folder: string;
  ticketSecrets: Buffer;
  picture: Cast['picture'];
}

/** What samples are made of: the content that citizens meet, in the bot's own words. */
export function castOf({ folder, ticketSecrets, picture }: Given): Cast {
  const content = loadContent(folder);
  const words = voicesOf(content.locales).vi;
  return {
    ...content.gazetteer,
    stories: readSamples(folder),
    routing: routing(content.routing, content.gazetteer),
    deadlines: deadlines(content.terms, workingCalendar(content.daysOff)),
    voice: {
      say: (key) => words(key),
      filed: (ticket) => filed(words, ticket),
      news: (ticket) => news(words, ticket),
    },
    secretHash: (code) => hashSecret(ticketSecrets, code, secretOf(ticketSecrets, code)),
    picture,
  };
}

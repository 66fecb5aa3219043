import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../hotline/activity';
import { type Rating, ratingId, type Score, SCORES } from '../../hotline/ratings';
import type { TicketStore } from '../../hotline/stores';
import { rated } from '../../hotline/ticket/moves';
import type { Ticket } from '../../hotline/ticket/ticket';
import type { Heard } from '../hear';
import { message, type Prompt } from '../replies/prompt';
import { TurnScope } from '../turn-scope';
import { masked } from '../unanswered';
import type { Words } from '../words';
import { keepPending, mayAsk, ofTicket, type Pending, takePending } from './pending';

export interface RatingsParts {
  tickets: Pick<TicketStore, 'find'>;
  scoreIn: (text: string) => Score | undefined;
}

const LONGEST = 1_000;
/** Fewer stars than that ask what went wrong. */
const CONTENT = 3;
/** How sure it must be that the word after the stars wants something else. */
const SURE = 0.8;
/** Who is content and speaks of staff praises them, whatever it sounds like. */
const STORIES = /^report\./;
const MATTERS = /^(?:ticket\.|staff\.|procedure\.|regulation\.|dossier\.|air\.|language\.)/;

/** Stars and a word, once for a matter; whoever says something else instead is heard and never asked again. */
export class Ratings {
  constructor(private readonly parts: RatingsParts) {}

  /** What was said to the question that is open; undefined when it was no answer. */
  async taken(context: TurnContext): Promise<Activity | undefined> {
    const scope = TurnScope.of(context);
    const { memory, question, heard, words } = scope;
    const pending = takePending(memory, question.seq, question.at);
    if (!pending) return undefined;
    const declines = heard.control !== null || heard.reply === 'no';
    if (pending.score !== undefined && pending.id !== undefined) {
      if (declines) return message({ text: words('rating.thanks') });
      return isWord(heard, pending.score)
        ? this.word(scope, { ...pending, score: pending.score, id: pending.id })
        : undefined;
    }
    const score = this.parts.scoreIn(heard.text);
    if (score !== undefined) return this.stars(scope, pending, score);
    return declines ? message({ text: words('rating.declined') }) : undefined;
  }

  private async stars(scope: TurnScope, pending: Pending, score: Score): Promise<Activity> {
    const { words, memory, question } = scope;
    const { conversation, seq, at } = question;
    const given = { ...pending, score, id: ratingId(conversation, seq), seq, at: at.getTime() };
    keepPending(memory, given);
    await this.keep(scope, given);
    return message({
      text: words(score < CONTENT ? 'rating.askWhatWrong' : 'rating.askWord'),
      ask: 'free_text',
      options: [words('choices.skip')],
    });
  }

  private async word(scope: TurnScope, given: Given): Promise<Activity> {
    await this.keep(scope, given, masked(scope.heard.text).slice(0, LONGEST));
    return message({ text: scope.words('rating.thanksWord') });
  }

  /** Kept for the reports, and on the ticket for those who handle it. */
  private async keep(scope: TurnScope, given: Given, comment?: string): Promise<void> {
    const { id, score, of, lane, category, agency, code } = given;
    const { at } = scope.question;
    const rating: Rating = {
      ...{ id, at, score, of, lane, agency },
      ...(category && { category }),
      ...(comment !== undefined && { comment }),
    };
    scope.rate(rating);
    const ticket = code === undefined ? undefined : await this.parts.tickets.find(code);
    const note = comment ?? `${score}/${SCORES.length}`;
    if (ticket) scope.change(rated(ticket, { by: { kind: 'citizen' }, at }, note));
  }
}

type Given = Pending & { score: Score; id: string };

/** After the reporter said that it is done. Nobody is asked about danger. */
export function askRating(scope: TurnScope, ticket: Ticket): Prompt | undefined {
  const { memory, question, words } = scope;
  const matter = ofTicket(ticket);
  if (ticket.urgent || !mayAsk(memory, question.at, matter)) return undefined;
  keepPending(memory, { ...matter, seq: question.seq, at: question.at.getTime() });
  return starsBelow(words, words('rating.askReport'));
}

/** One to five, shown as stars. */
export const starsBelow = (words: Words, text: string): Prompt => ({
  text,
  ask: 'rating',
  choices: SCORES.map((score) => ({
    title: words('rating.stars', { stars: '★'.repeat(score) }),
    says: String(score),
  })),
});

/** Anything but what plainly is another matter. */
const isWord = ({ isMenu, isWish, understood, text, key }: Heard, score: Score): boolean =>
  text !== '' &&
  !isMenu &&
  !isWish &&
  !understood.urgent &&
  understood.ticketCodes.length === 0 &&
  !(understood.confidence >= SURE && MATTERS.test(understood.intent)) &&
  !(understood.confidence >= SURE && STORIES.test(understood.intent) && score <= CONTENT && !isOfManner(key));

/** "Thái độ cán bộ lồi lõm": said of the talk that was just rated, it accuses nobody of taking money. */
const isOfManner = (key: string): boolean => MANNER.test(key) && !GRAVE.test(key);
const MANNER =
  /\b(?:thai do|noi chuyen|an noi|tra loi|giai thich|tu van|huong dan|cham (?:chap|qua|tre)|lau qua|thieu nhiet tinh|coc can|kho chiu|hach dich)\b/;
const GRAVE = /\b(?:tien|hoi lo|lot tay|phong bi|boi tron|bao ke|nhung nhieu|danh|doa|trieu|nghin)\b/;

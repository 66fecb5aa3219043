import { type Rating, type Score, SCORES } from '../../hotline/ratings';
import { SAMPLE_MARK } from '../../hotline/samples';
import { rated } from '../../hotline/ticket/moves';
import type { Ticket } from '../../hotline/ticket/ticket';
import type { FateParts } from './fates';
import type { Delay } from './life';

const GIVEN: readonly (readonly [Score, number])[] = [
  [5, 36],
  [4, 30],
  [3, 16],
  [2, 11],
  [1, 7],
];
/** Fewer stars than that blame. */
const CONTENT = 3;
/** Asked at once, people answer within minutes. */
const SOON: Delay = [0.02, 0.2];

/** Some of those whose matter is closed give stars, and half of these say why. Nobody is asked about danger. */
export function rate({ life, cast, dice }: FateParts): void {
  if (life.ticket.urgent || !dice.happens(0.7)) return;
  const score = dice.weighed(GIVEN);
  const { praise, blame } = cast.stories.said;
  const stars = life.byCitizen(
    String(score),
    SOON,
    (ticket, act) => rated(ticket, act, `${score}/${SCORES.length}`),
    cast.voice.say(score < CONTENT ? 'rating.askWhatWrong' : 'rating.askWord'),
  );
  if (!stars || !dice.happens(0.5)) return;
  const words = dice.pick(score < CONTENT ? blame : praise);
  life.byCitizen(
    words,
    SOON,
    (ticket, act) => rated(ticket, act, words),
    cast.voice.say('rating.thanksWord'),
  );
}

/** The stars that stand in its history, with the words that followed. */
export function ratingOf({ conversation, events, lane, category, agency }: Ticket): Rating | undefined {
  const [stars, word] = events.filter(({ type }) => type === 'rated');
  const score = SCORES.find((each) => stars?.note === `${each}/${SCORES.length}`);
  if (!stars || score === undefined) return undefined;
  return {
    ...{ id: conversation, at: (word ?? stars).at, score, of: 'ticket', lane, agency },
    ...(category && { category }),
    ...(word?.note && { comment: `${SAMPLE_MARK} ${word.note}` }),
  };
}

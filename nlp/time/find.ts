import type { Today } from './calendar';
import { COUNTED_BACK } from './counted-back';
import { DAYS } from './days';
import { HABITS } from './habits';
import { isElsewhere, parts } from './not-time';
import { PARTS_AND_CLOCKS } from './parts';
import { PERIODS } from './periods';
import { NUMBER_WORDS, type Rule, type Told } from './rule';
import type { Timeline } from './timeline';

/** Words of a message that tell of a time; `to` is the word after the last. */
export interface Piece {
  from: number;
  to: number;
  told: Told;
}

const byFirst = new Map<string, Rule[]>();
for (const each of [...HABITS, ...PERIODS, ...COUNTED_BACK, ...DAYS, ...PARTS_AND_CLOCKS]) {
  for (const word of each.first) byFirst.set(word, [...(byFirst.get(word) ?? []), each]);
}
const NUMBERED = byFirst.get('#') ?? [];
for (const word of NUMBER_WORDS) byFirst.set(word, [...NUMBERED, ...(byFirst.get(word) ?? [])]);

/** So many words that may begin a time are looked at; what people write has a dozen. */
const LOOKS = 200;

/** Finds what is told of time, from left to right, the longest first. */
export function piecesIn(timeline: Timeline, today: Today): Piece[] {
  const pieces: Piece[] = [];
  let looks = 0;
  for (let index = 0; index < timeline.tokens.length && looks < LOOKS; index++) {
    const rules = rulesFor(timeline.tokens[index] ?? '');
    if (rules.length === 0 || parts(timeline, index)) continue;
    looks++;
    const piece = longestAt(timeline, index, rules, today);
    if (!piece) continue;
    pieces.push(piece);
    index = piece.to - 1;
  }
  return pieces;
}

function longestAt(
  timeline: Timeline,
  index: number,
  rules: readonly Rule[],
  today: Today,
): Piece | undefined {
  let best: Piece | undefined;
  for (const { says, tells } of rules) {
    says.lastIndex = timeline.at[index] ?? 0;
    const match = says.exec(timeline.line);
    const to = match ? wordAfter(timeline, index, says.lastIndex) : index;
    if (!match || to <= (best?.to ?? index)) continue;
    const told = tells(match.groups ?? {}, today);
    if (told) best = { from: index, to, told };
  }
  return best && isElsewhere(timeline, best) ? { ...best, told: { is: 'never' } } : best;
}

const NONE: readonly Rule[] = [];

function rulesFor(token: string): readonly Rule[] {
  const rules = byFirst.get(token);
  if (rules) return rules;
  const first = token.charCodeAt(0);
  return first >= 48 && first <= 57 ? NUMBERED : NONE;
}

function wordAfter({ at }: Timeline, index: number, offset: number): number {
  let next = index + 1;
  while (next < at.length && (at[next] ?? 0) < offset) next++;
  return next;
}

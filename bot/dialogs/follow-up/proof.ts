import { SECRET_MARK } from '../../../hotline/conversation/turn';
import type { TicketStore } from '../../../hotline/stores';
import { isSecret } from '../../../hotline/ticket/secret';
import type { Ticket } from '../../../hotline/ticket/ticket';
import type { TurnScope } from '../../turn-scope';

/** Wrong secrets in one conversation before it must rest for a while, or ask a person. */
const TRIES = 5;
const REST_MS = 60 * 60 * 1000;
/** What may be a secret in a sentence: no Vietnamese word is this long, and a phone number looks otherwise. */
const SECRET = /(?<![0-9a-z-])(?!0\d{9}(?![0-9a-z-]))[0-9a-z]{10}(?![0-9a-z-])/i;

export interface ProofParts {
  tickets: Pick<TicketStore, 'find' | 'findMany'>;
  ticketSecrets: Buffer;
}

/** The secret that stands beside a code, kept out of the log. */
export function secretBeside(scope: TurnScope, code: string): string | undefined {
  const [secret] = SECRET.exec(scope.heard.text.replace(/xh[\s–-]?\d{4}[\s–-]?\d+/gi, ' ')) ?? [];
  if (secret !== undefined) scope.maskedText = `${code} ${SECRET_MARK}`;
  return secret;
}

/** A report of one's own, or one whose secret is right: then it is one's own from now on. */
export async function proven(
  { tickets, ticketSecrets }: ProofParts,
  scope: TurnScope,
  code: string,
  secret: string,
): Promise<Ticket | 'wrong' | 'tooMany'> {
  scope.maskedText ??= SECRET_MARK;
  const tries = triesOf(scope);
  if (tries >= TRIES) return 'tooMany';
  const ticket = await tickets.find(code);
  if (ticket && isSecret(ticketSecrets, code, secret, ticket.secretHash)) return own(scope, ticket);
  scope.state = { ...scope.state, wrongSecrets: { count: tries + 1, last: scope.question.at } };
  return tries + 1 >= TRIES ? 'tooMany' : 'wrong';
}

function own(scope: TurnScope, ticket: Ticket): Ticket {
  const confidential = scope.state.confidential || ticket.lane === 'misconduct';
  const { wrongSecrets: _forgiven, ...state } = scope.state;
  scope.state = {
    ...state,
    tickets: [...new Set([...scope.state.tickets, ticket.code])],
    ...(confidential && { confidential }),
  };
  return ticket;
}

/** Wrong secrets so far; after a rest they are forgotten. */
function triesOf({ state, question }: TurnScope): number {
  const { count, last } = state.wrongSecrets ?? { count: 0, last: question.at };
  return question.at.getTime() - last.getTime() < REST_MS ? count : 0;
}

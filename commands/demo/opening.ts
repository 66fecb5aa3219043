import type { Activity, Ask } from '../../hotline/activity';
import type { ConversationId } from '../../hotline/conversation/turn';
import type { Identity } from '../../hotline/stores';
import { openTicket } from '../../hotline/ticket/open';
import type { Ticket, TicketFile } from '../../hotline/ticket/ticket';
import type { Cast } from './cast';
import { type Talk, talk } from './talk';
import type { Told } from './reports';

const SECOND_MS = 1000;

export interface Opening {
  code: string;
  at: Date;
  conversation: ConversationId;
  photo?: TicketFile;
  /** Who the citizen is, unless anonymous. */
  identity?: Identity;
}

/** The talk by which a report is made, and the ticket it ends in: routed, with its deadline, as the bot files it. */
export function opened(
  cast: Cast,
  told: Told,
  opening: Opening,
): { ticket: Ticket; talk: Talk; identity?: Identity } {
  const ticket = fileReport(cast, told, opening);
  const { conversation, photo } = opening;
  const dialogue = talk(conversation, ticket);
  const { say } = cast.voice;
  // Backwards from the moment it is filed.
  const ago = (seconds: number): Date => new Date(opening.at.getTime() - seconds * SECOND_MS);
  const { description, location, time } = ticket;
  dialogue.add({
    at: ago(210),
    words: description,
    ...(photo && { file: photo }),
    out: [message(say('report.heard')), asks(say('report.askLocation'), 'location')],
  });
  dialogue.add({ at: ago(150), words: location.text, out: [asks(say('report.askTime'), 'time')] });
  dialogue.add({
    at: ago(110),
    words: time?.text ?? '',
    out: [asks(say('report.askAnonymity'), 'anonymity')],
  });
  const identity = tellsWho(cast, dialogue, ago, opening.identity);
  dialogue.knows(ticket.code);
  dialogue.add({
    at: opening.at,
    words: say('choices.confirm'),
    out: [cast.voice.filed(ticket)],
    secretOf: ticket.code,
  });
  return { ticket, talk: dialogue, ...(identity && { identity }) };
}

function fileReport({ routing, deadlines, secretHash }: Cast, { report }: Told, opening: Opening): Ticket {
  const { code, at, conversation, photo, identity } = opening;
  const { agency, reason, term: ruled, accused } = routing.responsibleFor(report);
  const term = ruled ?? deadlines.termOf(report);
  const anonymous = identity === undefined;
  return openTicket(
    { ...report, anonymous, attachments: photo ? [photo] : [] },
    {
      code,
      at,
      channel: 'webchat',
      conversation,
      secretHash: secretHash(code),
      agency,
      reason,
      deadline: deadlines.from(at, term),
      term,
      ...(accused && { accused }),
    },
  );
}

/** Name and phone, said in words that the log does not keep. */
function tellsWho(
  { voice: { say } }: Cast,
  dialogue: Talk,
  ago: (seconds: number) => Date,
  identity?: Identity,
): Identity | undefined {
  const confirm = asks(say('report.askConfirm'), 'confirm');
  if (!identity) {
    dialogue.add({ at: ago(60), words: say('choices.anonymous'), out: [confirm] });
    return undefined;
  }
  dialogue.add({
    at: ago(80),
    words: say('choices.contact'),
    out: [asks(say('report.askContact'), 'contact')],
  });
  const { seq } = dialogue.add({ at: ago(40), words: '••••••••••', private: true, out: [confirm] });
  return { ...identity, words: { [seq]: `${identity.name}, ${identity.phone}` } };
}

const message = (text: string): Activity => ({ type: 'message', text, inputHint: 'acceptingInput' });
const asks = (text: string, ask: Ask): Activity => ({
  type: 'message',
  text,
  inputHint: 'expectingInput',
  channelData: { ask },
});

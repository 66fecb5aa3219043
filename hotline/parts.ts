import type { Activity } from './activity';
import type { Channel } from './channel';

/** One message as the messages that a channel can carry. Each of them is delivered, and known to be delivered, by itself. */
export function inParts(message: Activity, channel: Pick<Channel, 'capabilities' | 'parts'>): Activity[] {
  return channel.parts?.(message) ?? textInParts(message, channel.capabilities.textLimit);
}

/** A long text as several messages; what stands below a message (buttons, files, what is asked) stays with the last. */
export function textInParts(message: Activity, limit: number): Activity[] {
  const texts = splitText(message.text ?? '', limit);
  if (texts.length <= 1) return [message];
  const { type, textFormat, locale } = message;
  const plain = { type, ...(textFormat && { textFormat }), ...(locale && { locale }) };
  return texts.map((text, index) => (index === texts.length - 1 ? { ...message, text } : { ...plain, text }));
}

/** Ends of a piece, the best first: between paragraphs, lines, sentences, words. */
const ENDS = ['\n\n', '\n', '. ', ' '];
/** A better place is taken only when the piece does not get shorter than this share of the limit. */
const LEAST = 0.5;

/**
 * Pieces of at most `limit` UTF-16 units. White space at the cuts goes; a word is cut only when it is longer than a
 * piece, and never inside a sign.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const end = endOfPiece(rest, limit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest) pieces.push(rest);
  return pieces;
}

function endOfPiece(text: string, limit: number): number {
  const window = text.slice(0, limit + 1);
  for (const end of ENDS) {
    const at = window.lastIndexOf(end);
    if (at >= limit * LEAST) return at + (end === '. ' ? 1 : 0);
  }
  const gap = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
  return gap > 0 ? gap : wholeSigns(text, limit);
}

/** A letter with accents of its own, or a pair of surrogates, stays whole. */
function wholeSigns(text: string, limit: number): number {
  let end = limit;
  while (end > 1 && /[\p{M}\u{200d}\u{dc00}-\u{dfff}]/u.test(text.charAt(end))) end -= 1;
  return end > 1 ? end : limit;
}

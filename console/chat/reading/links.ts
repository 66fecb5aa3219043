export type Piece = { text: string } | { text: string; href: string };

const LINK = /\bhttps?:\/\/[^\s<>"'“”]+|\bwww\.[^\s<>"'“”]+\.[^\s<>"'“”]+/giu;
const TRAILING = /[.,;:!?…)\]}]+$/u;

/** Splits a text into words and web addresses; nothing but http and https becomes a link. */
export function linkPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let after = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = trimmed(match[0]);
    const href = webAddress(shown.startsWith('www.') ? `https://${shown}` : shown);
    if (href === undefined) continue;
    if (match.index > after) pieces.push({ text: text.slice(after, match.index) });
    pieces.push({ text: shown, href });
    after = match.index + shown.length;
  }
  if (after < text.length) pieces.push({ text: text.slice(after) });
  return pieces;
}

/** The address when it is one of the web, else undefined: `javascript:` and its kin never get through. */
export function webAddress(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Address of a file of ours, at the place this page came from; undefined for files of strangers. */
export function ownFile(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    const { pathname, search } = new URL(address, 'http://here');
    return pathname.startsWith('/v3/directline/attachments/') ? pathname + search : undefined;
  } catch {
    return undefined;
  }
}

/** Punctuation after an address belongs to the sentence, a bracket only when it was not opened inside. */
function trimmed(address: string): string {
  const end = TRAILING.exec(address)?.[0] ?? '';
  const bare = address.slice(0, address.length - end.length);
  return end.startsWith(')') && bare.includes('(') ? `${bare})` : bare;
}

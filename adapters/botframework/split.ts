/** Where a text may end, the best first; from this share of the limit on. */
const ENDS = ['\n\n', '\n', '. ', ' '];
const EARLIEST = 0.5;

/** A text in parts that are at most so long, cut between paragraphs, lines, sentences or words where it can be. */
export function split(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = endOf(rest, limit);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

function endOf(text: string, limit: number): number {
  for (const end of ENDS) {
    const at = text.lastIndexOf(end, limit - end.length);
    if (at >= limit * EARLIEST) return at + end.length;
  }
  // Not between the halves of one letter.
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}

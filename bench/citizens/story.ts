import type { Goal } from './goal';

interface Slots {
  place?: string | undefined;
  time?: string | undefined;
  what?: string | undefined;
}

/**
 * The story as it is typed, with its slots filled in; what stands in brackets goes when there is nothing to fill in.
 * `pieces`: as it is sent by those who press "send" at each comma.
 */
export function storyOf(
  { story, source, types }: Goal,
  slots: Slots,
  before: string,
  pieces: boolean,
): string[] {
  const told = before + types.talk(opened(opened(story, 'place', slots.place), 'time', slots.time)).trim();
  const blanks: Readonly<Record<string, string>> = {
    place: types.name(slots.place ?? ''),
    time: types.name(slots.time ?? ''),
    what: types.talk(slots.what ?? ''),
    source: types.name(source ?? ''),
  };
  return (pieces ? inPieces(told) : [told]).map((piece) =>
    piece.replace(/\{(\w+)\}/g, (_all, slot: string) => blanks[slot] ?? '').replace(/ +/g, ' '),
  );
}

/** Its brackets are taken away, with what is in them where there is nothing to tell. */
const opened = (story: string, slot: string, told: string | undefined): string =>
  story.replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (all, inside: string, name: string) =>
    name !== slot ? all : told === undefined ? '' : inside,
  );

const SHORTEST = 25;
const SHORTEST_LAST = 14;

function inPieces(text: string): string[] {
  return text.split(/(?<=[,.!?]) /).reduce<string[]>((pieces, part) => {
    const last = pieces.at(-1);
    // Two words by themselves are no message.
    if (last !== undefined && (last.length < SHORTEST || part.length < SHORTEST_LAST))
      return [...pieces.slice(0, -1), `${last} ${part}`];
    return [...pieces, part];
  }, []);
}

import { readText } from '../../../nlp/fold';
import { type Spot, spotter, type WordList } from '../../../nlp/spotter';
import type { Aspect } from '../../../nlp/types';
import { outermost } from '../outermost';

/** What people say while a procedure is talked about: content/procedure-talk.yaml. */
export interface ProcedureTalk {
  aspects: Readonly<Record<Aspect, readonly string[]>>;
  other: readonly string[];
  nth: readonly (readonly string[])[];
  none: readonly string[];
  around: readonly string[];
  asks: readonly string[];
  /** By these an aspect is asked for beside another one. */
  too: Readonly<Partial<Record<Aspect, readonly string[]>>>;
}

/** A message as a remark about what was just said. */
export interface Remark {
  /** The aspects that it names, in its order. */
  aspects: Aspect[];
  /** Those that it asks for so plainly that they are asked beside another one. */
  askedToo: Aspect[];
  /** The other one of what was offered. */
  other: boolean;
  /** None of what was offered. */
  none: boolean;
  /** Which of what was offered, counted from 0. */
  nth: number | null;
  /** It speaks of papers and permits. */
  asks: boolean;
  words: number;
  /** Words that are neither of these nor around them: with some of them it may be another matter. */
  unknown: string[];
}

type List = `aspect ${Aspect}` | `too ${Aspect}` | `nth ${number}` | 'other' | 'none' | 'around' | 'asks';

/** Longer messages are no remarks. */
const LONGEST_TEXT = 400;

/** Reads messages as remarks; undefined for what is too long. */
export function remarkReader(talk: ProcedureTalk): (text: string) => Remark | undefined {
  const spotsIn = spotter(listsOf(talk));
  return (text) => {
    if (text.length > LONGEST_TEXT) return undefined;
    const said = readText(text);
    const spots = outermost(spotsIn(said));
    const aspects = spots.flatMap((spot) => aspectOf(spot) ?? []);
    const nth = spots.find(({ list }) => list.startsWith('nth '))?.list.slice(4);
    const covered = new Set(spots.flatMap(({ from, to }) => range(from, to)));
    return {
      aspects: [...new Set(aspects)],
      askedToo: [
        ...new Set(spots.flatMap((spot) => (spot.list.startsWith('too ') ? (aspectOf(spot) ?? []) : []))),
      ],
      other: spots.some(({ list }) => list === 'other'),
      none: spots.some(({ list }) => list === 'none'),
      nth: nth === undefined ? null : Number(nth),
      asks: spots.some(({ list }) => list === 'asks'),
      words: said.words.length,
      unknown: said.words.flatMap(({ folded }, at) => (covered.has(at) ? [] : [folded])),
    };
  };
}

function listsOf({ aspects, too, nth, ...others }: ProcedureTalk): Record<List, WordList> {
  const lists: [string, WordList][] = [
    ...Object.entries(aspects).map(([aspect, phrases]): [string, WordList] => [
      `aspect ${aspect}`,
      { phrases },
    ]),
    ...Object.entries(too).map(([aspect, phrases]): [string, WordList] => [`too ${aspect}`, { phrases }]),
    ...nth.map((phrases, at): [string, WordList] => [`nth ${at}`, { phrases }]),
    ...Object.entries(others).map(([list, phrases]): [string, WordList] => [list, { phrases }]),
  ];
  return Object.fromEntries(lists) as Record<List, WordList>;
}

const aspectOf = ({ list }: Spot<List>): Aspect | undefined =>
  /^(?:aspect|too) /.test(list) ? (list.slice(list.indexOf(' ') + 1) as Aspect) : undefined;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

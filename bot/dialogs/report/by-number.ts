import { keyOf } from '../../../nlp/fold';
import { inFull } from '../../../nlp/understood';
import type { Heard } from '../../hear';

/** "Cái đầu tiên", "số 2": the option that stands there; undefined where there is none, or no choice. */
export function chosenByNumber({ key }: Heard, options: readonly string[] = []): string | undefined {
  const [, said] = NUMBER.exec(key) ?? [];
  if (options.length < 2 || said === undefined) return undefined;
  return LAST.has(said) ? options.at(-1) : options[ORDER.findIndex((words) => words.includes(said))];
}

/** As if the option itself had been said. */
export const saying = (heard: Heard, option: string): Heard => ({
  ...heard,
  text: option,
  key: keyOf(option),
  meant: { ...inFull(heard.meant), text: option, places: [], time: null },
});

const NUMBER =
  /^(?:(?:da|a|chon|lay|em|toi|bac) ){0,2}(?:(?:cai|so|muc|y|lua chon|phuong an|dong|thu|dau) ){0,2}(dau tien|dau|nhat|mot|1|hai|nhi|2|ba|3|tu|bon|4|nam|5|sau|6|bay|7|tam|8|chin|9|muoi|10|cuoi|cuoi cung)(?: (?:do|nha|nhe|a|di|chau|em|ban|ad)){0,2}$/;
const ORDER: readonly (readonly string[])[] = [
  ['dau tien', 'dau', 'nhat', 'mot', '1'],
  ['hai', 'nhi', '2'],
  ['ba', '3'],
  ['tu', 'bon', '4'],
  ['nam', '5'],
  ['sau', '6'],
  ['bay', '7'],
  ['tam', '8'],
  ['chin', '9'],
  ['muoi', '10'],
];
const LAST: ReadonlySet<string> = new Set(['cuoi', 'cuoi cung']);

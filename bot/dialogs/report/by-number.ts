import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { bareAnswer } from './told/bare-answer';

/** "Cái đầu tiên", "số 2": the option that stands there; undefined where there is none, or no choice. */
export function chosenByNumber({ key }: Heard, options: readonly string[] = []): string | undefined {
  const [, said] = NUMBER.exec(key) ?? [];
  if (options.length < 2 || said === undefined) return undefined;
  // Of two, "cái sau" is the last; without its accent it may be the sixth.
  const isLast = LAST.has(said) || (LATER.test(key) && options.length < 6);
  return isLast ? options.at(-1) : options[ORDER.findIndex((words) => words.includes(said))];
}

/**
 * By its number, or by its name with manners around it: "dạ em chọn mùi hôi nhé".
 * @param open what stands there, which is written only for an answer that may be one of it
 */
export function chosenOf(heard: Heard, open: () => readonly string[] | undefined): string | undefined {
  if (wordCount(heard.key) > LONGEST) return undefined;
  const options = open() ?? [];
  // Without their accents two may be called the same: "Xã Lộc Thạnh", "Xã Lộc Thành".
  const pressed = options.find((option) => option === heard.text.normalize('NFC'));
  if (pressed !== undefined) return pressed;
  const name = bareAnswer(heard.key);
  return chosenByNumber(heard, options) ?? options.find((option) => keyOf(option) === name);
}
const LONGEST = 14;

/** As if the option itself had been said. */
export const saying = (heard: Heard, option: string): Heard => ({
  ...heard,
  text: option,
  key: keyOf(option),
  meant: heard.meant.with({ text: option, places: [], time: null }),
});

const NUMBER =
  /^(?:(?:da|a|chon|lay|em|toi|bac) ){0,3}(?:(?:cai|so|muc|y|lua chon|phuong an|dong|thu|dau|loai|noi|cho) ){0,3}(dau tien|dau|nhat|mot|1|hai|nhi|2|ba|3|tu|bon|4|nam|5|sau|6|bay|7|tam|8|chin|9|muoi|10|cuoi|cuoi cung)(?: (?:do|nha|nhe|a|di|chau|em|ban|ad)){0,2}$/;
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
const LATER = /\b(?:cai|noi|cho|muc|y) sau\b/;
const LAST: ReadonlySet<string> = new Set(['cuoi', 'cuoi cung']);

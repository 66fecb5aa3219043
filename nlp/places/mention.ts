import type { Kind } from './kinds';
import type { Option } from './options';

/** A name at a place in the text, with the units that it may mean. */
export interface Mention {
  /** The first word, the prefix included. */
  from: number;
  nameFrom: number;
  to: number;
  kind: Kind | undefined;
  options: readonly Option[];
  /** Those of them in which others can lie. */
  areas: readonly Option[];
  /** `misspelt` and `short` forms count only beside another name. */
  how: 'exact' | 'misspelt' | 'short';
}

export type Place = Omit<Mention, 'options' | 'areas'>;
export type Span = Pick<Mention, 'from' | 'nameFrom' | 'to'>;

/** A mention, if it may mean anything. */
export function optioned(
  { from, nameFrom, to, kind, how }: Place,
  options: readonly Option[],
): Mention | undefined {
  if (options.length === 0) return undefined;
  const areas = options.filter(({ unit }) => unit.level !== 'commune');
  return { from, nameFrom, to, kind, how, options, areas };
}

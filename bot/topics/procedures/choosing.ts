import { keyOf } from '../../../nlp/fold';
import type { Procedure } from '../../../nlp/types';
import type { Heard } from '../../hear';
import type { Procedures } from './catalogue';
import type { Remark } from './talk';

/** Which procedure a question is about. */
export type Meant =
  | { type: 'one'; id: string; beside: string[] }
  | { type: 'some'; ids: string[] }
  /** It asks something of a procedure, but names none. */
  | { type: 'unnamed' }
  | { type: 'none' };

/** From here on it is clear, unless another one is near. */
export const CLEAR = 0.5;
const NEAR = 0.3;
/** Less than this is named by chance. */
const NAMED = 0.25;
/** Worth a button beside the answer, and worth being offered to choose from. */
const BESIDE = 0.04;
const OFFER = 0.05;
const OFFERED = 3;

/** What the ranking comes to: one answer, a choice of up to three, or a question back. */
export function meantBy(ranked: readonly Procedure[]): Meant {
  const [first, second] = ranked;
  if (!first) return { type: 'none' };
  const idsFrom = (least: number) =>
    ranked.flatMap(({ id, score }) => (score >= least ? [id] : [])).slice(0, OFFERED);
  if (first.score >= CLEAR && (second?.score ?? 0) < NEAR)
    return { type: 'one', id: first.id, beside: idsFrom(BESIDE).slice(1) };
  const ids = idsFrom(OFFER);
  if (first.score < NAMED || ids.length < 2) return { type: 'unnamed' };
  return { type: 'some', ids };
}

/** Which of those that were offered an answer chooses: by its name, its place in the list, or because nothing else is meant. */
export function chosenOf(
  offered: readonly string[],
  { key, understood }: Pick<Heard, 'key' | 'understood'>,
  remark: Remark | undefined,
  procedures: Procedures,
): string | undefined {
  const named = offered.find((id) => procedures.isName(id, key));
  if (named !== undefined) return named;
  if (remark && remark.nth !== null && remark.unknown.length + remark.aspects.length === 0)
    return offered[remark.nth];
  return understood.procedures.find(({ id, score }) => offered.includes(id) && score >= CLEAR)?.id;
}

/** The one of those that were offered whose name alone has the words of an answer: "của Bộ". */
export function toldApart(
  offered: readonly string[],
  remark: Remark | undefined,
  procedures: Procedures,
): string | undefined {
  const telling = remark?.unknown ?? [];
  if (telling.length === 0 || telling.length > MOST_TELLING) return undefined;
  const fitting = offered.filter((id) => {
    const words = keyOf(`${procedures.nameOf(id)} ${procedures.find(id)?.name ?? ''}`).split(' ');
    return telling.every((word) => words.includes(word));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

const MOST_TELLING = 6;

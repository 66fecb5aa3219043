import type { TurnScope } from '../turn-scope';

/** "Hủy" ends what was asked for, and not the waiting for a person: who goes on waiting is told so. */
export const withWaiting = ({ state, words }: Pick<TurnScope, 'state' | 'words'>, text: string): string =>
  state.holder.kind === 'waiting' ? [text, words('person.stillWaiting')].join('\n') : text;

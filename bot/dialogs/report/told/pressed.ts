import type { Draft } from '../draft';

/** Asked once more for the story, who was asked twice already tells no other. */
const MOST = 1;

/** The story is to be asked for again, though something was said instead of it: so many times by now. */
export const pressed = (draft: Draft, before: Draft): Draft =>
  draft.waitingFor === 'description' && (draft.misses > 0 || draft.foreword.length > before.foreword.length)
    ? Object.assign({}, draft, { pressed: (draft.pressed ?? 0) + 1 })
    : draft;

/** Nobody is asked a third time what happens: what they told instead is their story. Undefined: there is none, or room to ask. */
export const toldInstead = (draft: Draft): Draft | undefined =>
  draft.waitingFor === 'description' && (draft.pressed ?? 0) > MOST && draft.foreword.length > 0
    ? { ...draft, foreword: [], words: [...new Set(draft.foreword)], misses: 0 }
    : undefined;

import type { Draft, Waiting } from './draft';

/** Without the answer to that question. */
export function forget(draft: Draft, waiting: Waiting): Draft {
  switch (waiting) {
    case 'lane':
      return { ...draft, lane: null, category: null };
    case 'category':
      return { ...draft, category: null };
    case 'description':
      return { ...draft, words: draft.words.slice(0, -1) };
    case 'location':
      return { ...draft, location: null, candidates: [], looked: false };
    case 'time':
      return { ...draft, time: null };
    case 'source':
      return { ...draft, source: null };
    case 'anonymity':
    case 'contact':
      return {
        ...draft,
        anonymous: null,
        contact: null,
        asked: draft.asked.filter((each) => each !== 'contact'),
      };
    default:
      return draft;
  }
}

/** A kind is chosen in two steps: what stood there before the first of them. */
export const keptOf = (draft: Draft): Draft['kept'] & object => {
  if (draft.changing && draft.kept) return draft.kept;
  const { lane, category, location, formerly, candidates, anonymous, contact } = draft;
  return { lane, category, location, formerly, candidates, anonymous, contact };
};

/** What is only added to stays, and so does what stays right when the question is left. */
export function blank(draft: Draft, part: Waiting): Draft {
  // The lane is chosen anew; until then the old one holds, so that nothing is asked for twice.
  if (part === 'lane') return forget(draft, 'category');
  return part === 'location' || part === 'anonymity' ? forget(draft, part) : draft;
}

import { LATELY_DAYS, NEAR_METRES } from '../../../hotline/incidents';
import type { Prompt } from '../../replies/prompt';
import type { Words } from '../../words';
import type { Draft } from './draft';

/** So much of the citizen's own words is enough to know one's report again. */
const SHOWN = 60;

/** "Bạn đang dở phản ánh về …": go on with it, or begin anew? */
export const offer = (draft: Draft, words: Words): Prompt => ({
  text: words('report.askResume', { about: aboutOf(draft, words) }),
  ask: 'choice',
  options: [words('choices.resume'), words('choices.restart')],
});

function aboutOf({ words: said, location, category, lane }: Draft, words: Words): string {
  const [first] = said;
  if (first) return `“${first.length > SHOWN ? `${first.slice(0, SHOWN).trimEnd()}…` : first}”`;
  if (location) return `“${location.text}”`;
  return category ? words(`category.${category}`) : words(`lane.${lane ?? 'pollution'}`);
}

/** Others told of the same: how many, how near and how lately, and nothing else of them. */
export function sameMatter({ incident, location }: Draft, words: Words): Prompt {
  const blanks = { count: incident?.codes.length ?? 0, metres: NEAR_METRES, days: LATELY_DAYS };
  const around =
    location?.lat === null || location?.lat === undefined ? 'incident.askSame' : 'incident.askNear';
  return {
    text: words(around, blanks),
    ask: 'incident',
    options: [words('incident.yes'), words('incident.no'), words('choices.skip')],
  };
}

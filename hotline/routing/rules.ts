import { letters } from '../letters';
import type { Term } from '../ticket/deadline';
import type { Report } from '../ticket/open';
import type { Category, Lane } from '../ticket/ticket';
import { saysPhrase } from './plain';

/** What a rule looks at; a condition that is absent fits everything. */
export interface Rule {
  lane?: Lane | undefined;
  category?: readonly Category[] | undefined;
  urgent?: boolean | undefined;
  /** Phrases, one of which the citizen says, with accents or without: what kind of thing it is, below the category. */
  words?: readonly string[] | undefined;
  /** Codes of provinces and of communes. */
  province?: readonly string[] | undefined;
  commune?: readonly string[] | undefined;
  /** The kind of agency that is responsible. */
  to: string;
  why: string;
  /** In place of the term of the lane. */
  term?: Term | undefined;
}

/** The part of a report that decides who gets it. */
export type Routed = Pick<Report, 'lane' | 'category' | 'urgent' | 'location' | 'description' | 'source'>;

type Condition = Exclude<keyof Rule, 'to' | 'why' | 'term'>;

/** Whether a report meets each condition; asked only when a rule has it. */
const MEETS: Record<Condition, (rule: Rule, report: Routed, said: () => string) => boolean> = {
  lane: (rule, { lane }) => rule.lane === lane,
  category: (rule, { category }) => category !== null && rule.category?.includes(category) === true,
  urgent: (rule, { urgent }) => rule.urgent === urgent,
  province: (rule, { location }) => rule.province?.includes(location.provinceCode ?? '') === true,
  commune: (rule, { location }) => rule.commune?.includes(location.communeCode ?? '') === true,
  words: (rule, _report, said) =>
    rule.words !== undefined && plainly(rule.words).some((phrase) => saysPhrase(said(), phrase)),
};
const CONDITIONS = Object.keys(MEETS) as Condition[];

const plain = new WeakMap<readonly string[], string[]>();

/** Without accents; kept, for the rules are the same for every report. */
function plainly(words: readonly string[]): string[] {
  const known = plain.get(words) ?? words.map(letters);
  plain.set(words, known);
  return known;
}

/** Tells of each rule in turn the first condition that a report does not meet; undefined: the rule fits. */
export function unmetBy(report: Routed): (rule: Rule) => Condition | undefined {
  let known: string | undefined;
  const said = (): string => (known ??= letters(`${report.description} ${report.source ?? ''}`));
  return (rule) => CONDITIONS.find((each) => rule[each] !== undefined && !MEETS[each](rule, report, said));
}

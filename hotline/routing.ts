import { namesUnit } from './routing/accused';
import { type AgencyKind, agenciesOf, agencyFinder, type Units } from './routing/agencies';
import { letters } from './letters';
import { type Routed, type Rule, unmetBy } from './routing/rules';
import type { Term } from './ticket/deadline';
import type { Agency } from './ticket/ticket';

/** Ordered rules; the first that fits wins: content/routing.yaml. */
export interface RoutingRules {
  agencies: Readonly<Record<string, AgencyKind>>;
  rules: readonly Rule[];
  /** Words before the name of an agency that call for it instead of accusing it: "đề nghị thanh tra tỉnh vào cuộc". */
  appeals: readonly string[];
}

/** Who is responsible, and why; null: nobody could be found, a person decides. */
export interface Responsible {
  agency: Agency | null;
  reason: string;
  /** What the rule says in place of the term of the lane. */
  term?: Term;
  /** Codes of the agencies that would have been responsible, had the report not accused them. */
  accused?: string[];
}

/** How one rule was tried on a report. */
export interface Tried {
  rule: Rule;
  /** The first condition that was not met; absent: it fits. */
  unmet?: string;
}

export interface Routing {
  responsibleFor(report: Routed): Responsible;
  /** The rules in order, up to the one that fits. */
  explain(report: Routed): Tried[];
  /** Every agency a report may be forwarded to. */
  agencies: Agency[];
}

/**
 * Sends reports to the agency that the rules and the place name. Misconduct never goes to the agency it accuses: it goes
 * up, as far as the kinds tell, and then to a person.
 */
export function routing({ agencies: kinds, rules, appeals }: RoutingRules, units: Units): Routing {
  const find = agencyFinder(units);
  const accuses = accusing(appeals);

  function responsibleFor(report: Routed): Responsible {
    const unmet = unmetBy(report);
    const rule = rules.find((each) => unmet(each) === undefined);
    const kind = rule && kinds[rule.to];
    if (!rule || !kind) return { agency: null, reason: 'chưa có quy tắc phù hợp' };
    const found = report.lane === 'misconduct' ? notAccused(kind, rule, report) : atPlace(kind, rule, report);
    return { ...found, ...(rule.term && { term: rule.term }) };
  }

  function atPlace(kind: AgencyKind, { why }: Rule, { location }: Routed): Responsible {
    const agency = find(kind, location);
    return agency ? { agency, reason: why } : { agency: null, reason: 'chưa rõ nơi xảy ra thuộc đơn vị nào' };
  }

  /** Up from the kind of the rule, past those that are accused. A kind that leads back to one of them ends it. */
  function notAccused(first: AgencyKind, rule: Rule, report: Routed): Responsible {
    const accused: string[] = [];
    for (let kind: AgencyKind | undefined = first; kind; kind = kinds[kind.up ?? '']) {
      const found = atPlace(kind, rule, report);
      const { agency } = found;
      if (!agency || accused.includes(agency.code)) return accused.length ? nobody(accused) : found;
      if (!accuses(report, kind, agency)) return accused.length ? above(agency, rule, accused) : found;
      accused.push(agency.code);
    }
    return nobody(accused);
  }

  function explain(report: Routed): Tried[] {
    const unmet = unmetBy(report);
    const tried = rules.map((rule) => ({ rule, unmet: unmet(rule) }));
    const fits = tried.findIndex(({ unmet: condition }) => condition === undefined);
    return tried
      .slice(0, fits === -1 ? tried.length : fits + 1)
      .map(({ rule, unmet: condition }) => ({ rule, ...(condition !== undefined && { unmet: condition }) }));
  }

  return { responsibleFor, explain, agencies: agenciesOf(Object.values(kinds), units) };
}

const above = (agency: Agency, { why }: Rule, accused: string[]): Responsible => ({
  agency,
  reason: `${why}; phản ánh nêu chính cơ quan tiếp nhận nên chuyển lên cấp trên`,
  accused,
});

const nobody = (accused: string[]): Responsible => ({
  agency: null,
  reason: 'phản ánh nêu chính cơ quan tiếp nhận, cần người phân công',
  accused,
});

/** By its name, or by what people call it when they speak of the one at their place. */
function accusing(appeals: readonly string[]) {
  const calledFor = appeals.map((words) => ` ${letters(words)}`);

  /** Whether it is said somewhere without being called for. */
  function isAccusedAs(text: string, called: string): boolean {
    const before = ` ${letters(text)} `.split(` ${letters(called)} `).slice(0, -1);
    return before.some((words) => !calledFor.some((appeal) => ` ${words}`.endsWith(appeal)));
  }

  return ({ description, source }: Routed, kind: AgencyKind, agency: Agency): boolean => {
    const texts = [source ?? '', description];
    if (namesUnit(agency, texts)) return true;
    return (kind.calledAlso ?? []).some((called) => texts.some((text) => isAccusedAs(text, called)));
  };
}

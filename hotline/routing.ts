import type { Report } from './ticket/open';
import type { Agency, Category, Lane } from './ticket/ticket';

/** A unit of the country that has agencies. */
export interface Unit {
  code: string;
  fullName: string;
}

/** Ordered rules; the first that fits wins. */
export interface RoutingRules {
  agencies: Readonly<Record<string, { code: string; name: string; level: 'commune' | 'province' }>>;
  rules: readonly {
    lane?: Lane | undefined;
    category?: readonly Category[] | undefined;
    urgent?: boolean | undefined;
    to: string;
    why: string;
  }[];
}

/** Who is responsible, and why; null: nobody could be found, a person decides. */
export interface Responsible {
  agency: Agency | null;
  reason: string;
}

export interface Routing {
  responsibleFor(report: Pick<Report, 'lane' | 'category' | 'urgent' | 'location'>): Responsible;
  /** Every agency a report may be forwarded to. */
  agencies: Agency[];
}

export interface Units {
  provinces: readonly Unit[];
  communes: readonly (Unit & { provinceCode: string })[];
}

/** Sends reports to the agency that the rules and the place name. */
export function routing({ agencies: kinds, rules }: RoutingRules, { provinces, communes }: Units): Routing {
  const provinceOf = new Map(provinces.map((unit) => [unit.code, unit]));
  const communeOf = new Map(communes.map((unit) => [unit.code, unit]));

  function responsibleFor(report: Parameters<Routing['responsibleFor']>[0]): Responsible {
    const rule = rules.find((each) => fits(each, report));
    const kind = rule && kinds[rule.to];
    if (!rule || !kind) return { agency: null, reason: 'chưa có quy tắc phù hợp' };
    const { communeCode, provinceCode } = report.location;
    const unit =
      kind.level === 'commune' ? communeOf.get(communeCode ?? '') : provinceOf.get(provinceCode ?? '');
    if (!unit) return { agency: null, reason: 'chưa rõ nơi xảy ra thuộc đơn vị nào' };
    return { agency: agencyOf(kind, unit), reason: rule.why };
  }

  const agencies = Object.values(kinds).flatMap((kind) =>
    (kind.level === 'commune' ? communes : provinces).map((unit) => agencyOf(kind, unit)),
  );
  return { responsibleFor, agencies };
}

function fits(
  rule: RoutingRules['rules'][number],
  report: Pick<Report, 'lane' | 'category' | 'urgent'>,
): boolean {
  if (rule.lane && rule.lane !== report.lane) return false;
  if (rule.urgent !== undefined && rule.urgent !== report.urgent) return false;
  return !rule.category || (report.category !== null && rule.category.includes(report.category));
}

const agencyOf = (kind: { code: string; name: string }, unit: Unit): Agency => ({
  code: `${kind.code}-${unit.code}`,
  name: kind.name.replace('{unit}', unit.fullName),
});
